// Calls about what is seen of assets: thumbnails, the bytes to make them from, what was measured on the way.
import { failure, WharfError } from '../../../shared/errors.ts'
import type { MediaSubject } from '../../../shared/model/media-subject.ts'
import { readThumbnail } from '../../../shared/thumbnail-format.ts'
import { readMedia } from '../../library/read-media.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

type Names = `thumbnails.${'find' | 'keep'}` | 'media.read' | 'assets.describe'

export function mediaHandlers({
  previews,
  thumbnails,
  measures,
  isWritable,
}: Services): Pick<Handlers, Names> {
  const refuse = (): never => {
    throw new WharfError(failure('input-invalid', 'not-sent'))
  }
  const keyOf = (of: MediaSubject) => previews.thumbnailKeyOf(of) ?? refuse()

  return {
    'thumbnails.find': async ({ of }) => {
      const bytes = await thumbnails.find(keyOf(of))
      return bytes && { bytes }
    },
    'thumbnails.keep': async ({ of, bytes }) => {
      if (!readThumbnail(bytes)) refuse()
      await thumbnails.keep(keyOf(of), bytes)
      return {}
    },
    'media.read': async ({ of }) => readMedia(await previews.sourceOf(of)),
    'assets.describe': ({ accountId, primaryId, measure }) => {
      if (isWritable) measures.note(accountId, primaryId, measure)
      return {}
    },
  }
}
