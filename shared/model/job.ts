// A job as the page sees it: one file on its way to one account.
import { z } from 'zod'
import { failureSchema } from '../errors.ts'
import { accountIdSchema, fileIdSchema, jobIdSchema } from '../ids.ts'
import { mediaKindSchema } from './file-facts.ts'

export const jobStatusSchema = z.enum([
  'queued',
  'uploading',
  'waiting',
  'checking',
  'unconfirmed',
  'paused',
  'done',
  'failed',
  'cancelled',
])
export type JobStatus = z.infer<typeof jobStatusSchema>

/** Statuses after which nothing more happens by itself. */
export const FINISHED_STATUSES: ReadonlySet<JobStatus> = new Set(['done', 'failed', 'cancelled'])

export const jobViewSchema = z
  .object({
    id: jobIdSchema,
    /** Order in the queue, across accounts; unique. */
    position: z.number(),
    accountId: accountIdSchema,
    /** Shared by the jobs that one drop made of this file, one for each account. */
    fileId: fileIdSchema,
    fileName: z.string(),
    sizeBytes: z.number().nonnegative(),
    kind: mediaKindSchema,
    status: jobStatusSchema,
    /** The primary ID once the provider answered with one. */
    assetId: z.string().nullable(),
    failure: failureSchema.nullable(),
    /** Wall-clock time at which a waiting job goes on; null in every other status. */
    waitingUntilMs: z.number().nullable(),
    createdAtMs: z.number(),
    previewUrl: z.string().nullable(),
  })
  .readonly()
export type JobView = z.infer<typeof jobViewSchema>

export const jobProgressSchema = z
  .object({
    jobId: jobIdSchema,
    sentBytes: z.number().nonnegative(),
    bytesPerSecond: z.number().nonnegative(),
    /** null: not enough is known yet. */
    remainingMs: z.number().nonnegative().nullable(),
    /** How long the answer has been awaited; null while bytes are still leaving. */
    awaitingMs: z.number().nonnegative().nullable(),
  })
  .readonly()
export type JobProgress = z.infer<typeof jobProgressSchema>
