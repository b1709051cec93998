// Something the app itself has to tell the person, outside any call.
import { z } from 'zod'

export const noticeSchema = z
  .object({
    id: z.string(),
    code: z.enum([
      'settings-set-aside',
      'accounts-set-aside',
      'keys-set-aside',
      'database-set-aside',
      'database-newer',
      'record-unwritable',
    ]),
    /** The name (never the path) of the file that was kept aside, or null. */
    fileName: z.string().nullable(),
  })
  .readonly()
export type Notice = z.infer<typeof noticeSchema>
