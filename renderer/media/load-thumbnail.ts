// Brings a thumbnail: the one that was kept, else one drawn now, which is kept from then on.
import type { MediaKind } from '../../shared/model/file-facts.ts'
import type { MediaSubject } from '../../shared/model/media-subject.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { describeAsset } from '../queries/describe-asset.ts'
import { drawFrame } from './draw-frame.ts'
import { drawPeaks } from './draw-peaks.ts'
import { drawPicture } from './draw-picture.ts'
import type { Drawn } from './drawn.ts'
import { createLane } from './lane.ts'
import { subjectKey } from './subject-key.ts'
import { showThumbnail } from './thumbnail-store.ts'

export type ThumbnailRequest = {
  readonly subject: MediaSubject
  readonly kind: MediaKind
  readonly previewUrl: string
}

const finding = createLane(6)
const drawing = createLane(3)

/** Aborting gives it up as long as nothing has been drawn. */
export async function loadThumbnail(request: ThumbnailRequest, signal: AbortSignal): Promise<void> {
  const { subject } = request
  const key = subjectKey(subject)
  const { calls } = bridge()
  const kept = await finding.run(() => settle(calls['thumbnails.find']({ of: subject })), signal)
  if (kept?.ok && kept.value) {
    showThumbnail(key, new Uint8Array(kept.value.bytes))
    return
  }
  const result = await drawing.run(async () => ({ drawn: await draw(request) }), signal)
  if (!result) return
  const { drawn } = result
  showThumbnail(key, drawn?.bytes ?? null)
  if (!drawn) return
  void settle(calls['thumbnails.keep']({ of: subject, bytes: drawn.bytes }))
  if (!('jobId' in subject)) describeAsset(subject, drawn.measure)
}

async function draw({ subject, kind, previewUrl }: ThumbnailRequest): Promise<Drawn | null> {
  if (kind === 'other') return null
  if (kind === 'video') return drawFrame(previewUrl)
  const media = await settle(bridge().calls['media.read']({ of: subject }))
  if (!media.ok || !media.value) return null
  const { bytes, mimeType } = media.value
  return kind === 'audio' ? drawPeaks(new Uint8Array(bytes)) : drawPicture(new Uint8Array(bytes), mimeType)
}
