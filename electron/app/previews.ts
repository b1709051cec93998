// Resolves whose picture, clip or sound the page asks for, by address or by name.
import { createHash } from 'node:crypto'
import { accountIdSchema, jobIdSchema, type AccountId } from '../../shared/ids.ts'
import type { MediaSubject } from '../../shared/model/media-subject.ts'
import { assetPreview, filePreview, type PreviewSource } from '../library/preview-source.ts'
import type { RecordIndex } from '../library/record.ts'
import type { SeenUrls } from '../library/seen-urls.ts'
import type { UploadQueue } from '../uploads/upload-queue.ts'

/** null: nothing to show, or an address that was never given out. */
export type FindPreview = (url: string) => Promise<PreviewSource | null>

type Sources = {
  readonly queue: UploadQueue
  readonly record: RecordIndex
  readonly seenUrls: SeenUrls
  readonly originOf: (accountId: AccountId) => string | null
}

export function createPreviews(sources: Sources) {
  const { queue, record } = sources

  const sourceOf = async (subject: MediaSubject): Promise<PreviewSource | null> => {
    if (!('jobId' in subject)) return assetPreview(subject.accountId, subject.primaryId, sources)
    const job = queue.get(subject.jobId)
    if (!job) return null
    const uploaded = job.assetId === null ? null : await assetPreview(job.accountId, job.assetId, sources)
    return uploaded && uploaded.kind !== 'nothing' ? uploaded : filePreview(job.path, job.facts.mimeType)
  }

  /** The same for the same content where that is known, so that one picture serves every account that holds it. */
  const thumbnailKeyOf = (subject: MediaSubject): string | null => {
    if ('jobId' in subject) {
      const job = queue.get(subject.jobId)
      return job ? digest('file', job.identity) : null
    }
    const { accountId, primaryId } = subject
    const sha256 = record.find(accountId, primaryId)?.sha256 ?? null
    return sha256 === null ? digest('asset', [accountId, primaryId]) : digest('content', sha256)
  }

  const find: FindPreview = async (url) => {
    const subject = subjectOf(url)
    return subject ? sourceOf(subject) : null
  }
  return { find, sourceOf, thumbnailKeyOf }
}

/** Throws for what is no address of ours. */
function subjectOf(url: string): MediaSubject | null {
  const { host, pathname } = new URL(url)
  const [first, second] = pathname.slice(1).split('/').map(decodeURIComponent)
  if (host === 'job' && first) return { jobId: jobIdSchema.parse(first) }
  if (host === 'asset' && first && second)
    return { accountId: accountIdSchema.parse(first), primaryId: second }
  return null
}

function digest(of: string, value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([of, value]))
    .digest('hex')
}
