// The person's settings.
import { z } from 'zod'

export const settingsSchema = z
  .object({
    theme: z.enum(['system', 'light', 'dark']),
    view: z.enum(['grid', 'list']),
    detailsOpen: z.boolean(),
    /** What the window showed last: an account's id, or null for All uploads. */
    openAccountId: z.string().nullable(),
  })
  .readonly()
export type Settings = z.infer<typeof settingsSchema>
