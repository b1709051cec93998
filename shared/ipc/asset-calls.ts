// Calls about single assets, with what can be seen of them.
import { z } from 'zod'
import { annotationSchema } from '../model/annotation.ts'
import { libraryItemSchema } from '../model/asset.ts'
import { measureSchema } from '../model/measure.ts'
import { mediaSubjectSchema } from '../model/media-subject.ts'
import { MAX_THUMBNAIL_BYTES } from '../thumbnail-format.ts'
import { assetRef, nothing, type Calls } from './call-parts.ts'

export const assetCalls = {
  /** Asks the provider anew about one asset, and records what it says. */
  'assets.refresh': { input: assetRef, output: libraryItemSchema },
  /** Deletes it at the provider for good, then from the record. */
  'assets.remove': { input: assetRef, output: nothing },
  /** Takes it out of the record alone; the provider is not asked. */
  'assets.forget': { input: assetRef, output: nothing },
  /** Changes what is noted on it here, recorded or not; what is absent stays, null takes it away. */
  'assets.annotate': {
    input: assetRef.extend(annotationSchema.unwrap().partial().shape),
    output: annotationSchema,
  },
  /** Shows the file it was uploaded from; fails with `file-missing` where that is gone or another by now. */
  'assets.reveal': { input: assetRef, output: nothing },
  /**
   * Opens the provider's own address of it in the browser, once the person has agreed to the host that a first call
   * with null tells; fails with `not-found` where there is no https address.
   */
  'assets.openUrl': {
    input: assetRef.extend({ agreedHost: z.string().max(255).nullable() }),
    output: z.object({ isOpened: z.boolean(), host: z.string() }),
  },
  /**
   * Begins to drag out the local files of these, while a button of the pointer is down; resolves at once. Those that
   * are gone, or no longer what was uploaded, stay behind; fails with `file-missing` where that is all of them.
   */
  'assets.dragOut': {
    input: z.object({ assets: z.array(assetRef).min(1).max(1000).readonly() }),
    output: z.object({ count: z.number().int() }),
  },
  /** Keeps what decoding the asset told, for where the provider does not say. */
  'assets.describe': { input: assetRef.extend({ measure: measureSchema }), output: nothing },
  /** The bytes of `thumbnail-format.ts` that were kept; null: none yet. */
  'thumbnails.find': {
    input: z.object({ of: mediaSubjectSchema }),
    output: z.object({ bytes: z.instanceof(Uint8Array) }).nullable(),
  },
  /** Keeps what the page drew; fails with `input-invalid` for bytes of any other format. */
  'thumbnails.keep': {
    input: z.object({
      of: mediaSubjectSchema,
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_THUMBNAIL_BYTES),
    }),
    output: nothing,
  },
  /** A picture or sound whole, to make a thumbnail of; null: none now, or too large for that. */
  'media.read': {
    input: z.object({ of: mediaSubjectSchema }),
    output: z.object({ mimeType: z.string(), bytes: z.instanceof(Uint8Array) }).nullable(),
  },
} as const satisfies Calls
