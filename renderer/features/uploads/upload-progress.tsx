// How far one upload is; it alone draws again when bytes move.
import { ProgressBar } from 'react-aria-components'
import type { JobId } from '../../../shared/ids.ts'
import { formatDuration } from '../../format/duration.ts'
import { percentOf } from '../../format/percent.ts'
import { formatSpeed } from '../../format/speed.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { Spinner } from '../../ui/spinner.tsx'

const NAMED_AFTER_MS = 5000

type Props = { readonly jobId: JobId; readonly sizeBytes: number; readonly provider: string }

export function UploadProgress({ jobId, sizeBytes, provider }: Props) {
  const progress = useQueueStore((state) => state.progress.get(jobId))
  const percent = progress ? percentOf(progress.sentBytes, sizeBytes) : 0
  const isFinishing = progress !== undefined && percent === 100
  const isLong = (progress?.awaitingMs ?? 0) >= NAMED_AFTER_MS
  return (
    <>
      <ProgressBar className="progress" aria-label={en.uploads.progress} value={percent}>
        <span className="progress-track">
          <span className="progress-fill" style={{ transform: `scaleX(${percent / 100})` }} />
        </span>
        <span className="progress-percent">{percent} %</span>
      </ProgressBar>
      {isFinishing ? (
        <span className="progress-rest">
          <Spinner size={12} />
          {isLong ? fill(en.queue.awaiting, { provider }) : en.uploads.finishing}
        </span>
      ) : (
        <span className="progress-rest">
          {progress && progress.bytesPerSecond > 0 ? (
            <span>{formatSpeed(progress.bytesPerSecond)}</span>
          ) : null}
          {typeof progress?.remainingMs === 'number' ? (
            <span>{fill(en.uploads.left, { time: formatDuration(progress.remainingMs) })}</span>
          ) : null}
        </span>
      )}
    </>
  )
}
