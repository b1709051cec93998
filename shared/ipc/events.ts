// What main tells the page unasked: batches of changes, numbered so that a lost one is noticed.
import { z } from 'zod'
import { accountIdSchema, grantTokenSchema, intakeIdSchema, jobIdSchema } from '../ids.ts'
import { accountViewSchema } from '../model/account.ts'
import { jobProgressSchema, jobViewSchema } from '../model/job.ts'
import { noticeSchema } from '../model/notice.ts'
import { settingsSchema } from '../model/settings.ts'
import { transferIdSchema } from '../model/transfer.ts'

const appEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('job.changed'), job: jobViewSchema }),
  z.object({ type: z.literal('job.removed'), jobId: jobIdSchema }),
  z.object({ type: z.literal('job.progressed'), progress: jobProgressSchema }),
  z.object({ type: z.literal('account.changed'), account: accountViewSchema }),
  z.object({ type: z.literal('account.removed'), accountId: accountIdSchema }),
  /** All accounts, in the order that the person gave them. */
  z.object({ type: z.literal('accounts.reordered'), accountIds: z.array(accountIdSchema).readonly() }),
  z.object({ type: z.literal('record.changed'), accountId: accountIdSchema, recordCount: z.number().int() }),
  z.object({ type: z.literal('settings.changed'), settings: settingsSchema }),
  z.object({ type: z.literal('notice.raised'), notice: noticeSchema }),
  /** What it told of is over. */
  z.object({ type: z.literal('notice.withdrawn'), noticeId: z.string() }),
  /** A drop is looked at. */
  z.object({
    type: z.literal('intake.progressed'),
    intakeId: intakeIdSchema,
    foundCount: z.number().int(),
    lookedAtCount: z.number().int(),
  }),
  z.object({
    type: z.literal('transfer.progressed'),
    transferId: transferIdSchema,
    entryCount: z.number().int(),
    /** From 0 to 1; null: nobody knows how much there is. */
    share: z.number().nullable(),
  }),
  /** File arguments of this start or of a second one. */
  z.object({ type: z.literal('files.offered'), grants: z.array(grantTokenSchema) }),
])
export type AppEvent = z.infer<typeof appEventSchema>

/** A gap in `seq` means that a batch was lost: ask for a snapshot. */
export const eventBatchSchema = z.object({ seq: z.number().int(), events: z.array(appEventSchema) })
export type EventBatch = z.infer<typeof eventBatchSchema>
