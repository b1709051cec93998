// The person's settings.
import { z } from 'zod'
import { COPY_LIMITS } from './copy-limits.ts'
import { copyTemplateSchema, copyWhenDoneSchema } from './copy-template.ts'
import { viewFilterSchema } from './library-filter.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'

const fieldsByAccount = z.record(z.string(), z.record(z.string(), z.string()).readonly()).readonly()

const { atOnce, bytesPerSecond, paneHeightPx } = UPLOAD_LIMITS
const uploadSettings = {
  /** Uploads that run at the same time, over all accounts. */
  uploadsAtOnce: z.number().int().min(atOnce.least).max(atOnce.most),
  /** By account id, for those that are to run fewer than their provider allows. */
  uploadsAtOnceByAccount: z
    .record(z.string(), z.number().int().min(atOnce.least).max(atOnce.most))
    .readonly(),
  /** Shared by all uploads; null: as fast as the link. */
  uploadBytesPerSecond: z.number().int().min(bytesPerSecond.least).max(bytesPerSecond.most).nullable(),
  /** The queue at the foot of the window. */
  uploadsPane: z
    .object({
      isOpen: z.boolean(),
      heightPx: z.number().int().min(paneHeightPx.least).max(paneHeightPx.most),
    })
    .readonly(),
}

const copySettings = {
  /** The person's own forms of copying, in their order. */
  copyTemplates: z.array(copyTemplateSchema).max(COPY_LIMITS.count).readonly(),
  copyWhenDone: copyWhenDoneSchema,
}

export const settingsSchema = z
  .object({
    theme: z.enum(['system', 'light', 'dark']),
    view: z.enum(['grid', 'list']),
    detailsOpen: z.boolean(),
    /** What the window showed last: an account's id, or null for All uploads. */
    openAccountId: z.string().nullable(),
    /** What becomes of dropped files whose content the account has already. */
    knownFiles: z.enum(['ask', 'skip', 'upload']),
    /** What goes along with an account's uploads, by account. */
    uploadFields: fieldsByAccount,
    ...uploadSettings,
    ...copySettings,
    /** What each view of the library is narrowed down to, by account id, or `all`. */
    libraryViews: z.record(z.string(), viewFilterSchema).readonly(),
  })
  .readonly()
export type Settings = z.infer<typeof settingsSchema>
