// Resolves the addresses under which the page asks for pictures, clips or sounds.
import { accountIdSchema, jobIdSchema } from '../../shared/ids.ts'
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
}

export function createPreviews({ queue, record, seenUrls }: Sources): FindPreview {
  return async (url) => {
    const { host, pathname } = new URL(url)
    const [first, second] = pathname.slice(1).split('/').map(decodeURIComponent)
    if (host === 'job' && first) {
      const job = queue.get(jobIdSchema.parse(first))
      return job ? filePreview(job.path, job.facts.mimeType) : null
    }
    if (host === 'asset' && first && second)
      return assetPreview(accountIdSchema.parse(first), second, { record, seenUrls })
    return null
  }
}
