// The person's settings.
import { z } from 'zod'

const fieldsByAccount = z.record(z.string(), z.record(z.string(), z.string()).readonly()).readonly()

export const settingsSchema = z
  .object({
    theme: z.enum(['system', 'light', 'dark']),
    view: z.enum(['grid', 'list']),
    detailsOpen: z.boolean(),
    /** What the window showed last: an account's id, or null for All uploads. */
    openAccountId: z.string().nullable(),
    /** What goes along with an account's uploads, by account. */
    uploadFields: fieldsByAccount,
  })
  .readonly()
export type Settings = z.infer<typeof settingsSchema>

/** As it may lie on the disk: an older Wharf wrote less. */
export const settingsFileSchema = settingsSchema
  .unwrap()
  .extend({ uploadFields: fieldsByAccount.default({}) })
  .readonly()
