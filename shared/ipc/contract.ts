// The contract between the processes: one schema pair per call.
import { z } from 'zod'
import { accountViewSchema } from '../model/account.ts'
import { COPY_LIMITS } from '../model/copy-limits.ts'
import { jobViewSchema } from '../model/job.ts'
import { noticeSchema } from '../model/notice.ts'
import { settingsSchema } from '../model/settings.ts'
import { providerIdSchema } from '../providers/provider-id.ts'
import { accountCalls } from './account-calls.ts'
import { assetCalls } from './asset-calls.ts'
import { nothing } from './call-parts.ts'
import { libraryCalls } from './library-calls.ts'
import type { CallName } from './names.ts'
import { transferCalls } from './transfer-calls.ts'
import { uploadCalls } from './upload-calls.ts'

export const contract = {
  /** Everything the page shows at once; `seq` is the number of the last event batch it includes. */
  'app.snapshot': {
    input: nothing,
    output: z.object({
      seq: z.number().int(),
      accounts: z.array(accountViewSchema).readonly(),
      jobs: z.array(jobViewSchema).readonly(),
      settings: settingsSchema,
      notices: z.array(noticeSchema).readonly(),
      recordCount: z.number().int(),
      keyring: z.object({ available: z.boolean(), name: z.string() }),
      /** Providers for which the environment holds a key, with the name of its variable. */
      environmentKeys: z
        .array(z.object({ providerId: providerIdSchema, variable: z.string() }).readonly())
        .readonly(),
    }),
  },
  ...accountCalls,
  ...uploadCalls,
  ...libraryCalls,
  ...transferCalls,
  ...assetCalls,
  /** Shows the folder in the desktop's file manager: the page itself sees no path. */
  'app.showDataFolder': { input: nothing, output: nothing },
  'clipboard.write': {
    input: z.object({ text: z.string().min(1).max(COPY_LIMITS.clipboard) }),
    output: nothing,
  },
  'settings.update': { input: settingsSchema.unwrap().partial(), output: settingsSchema },
} as const satisfies Record<CallName, { input: z.ZodType; output: z.ZodType }>

export type CallInput<N extends CallName> = z.infer<(typeof contract)[N]['input']>
export type CallOutput<N extends CallName> = z.infer<(typeof contract)[N]['output']>
export type Snapshot = CallOutput<'app.snapshot'>
