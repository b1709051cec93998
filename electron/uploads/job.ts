// A job as the queue keeps it: the page's view plus what only main may know.
import { z } from 'zod'
import { failureSchema } from '../../shared/errors.ts'
import { accountIdSchema, fileIdSchema, jobIdSchema } from '../../shared/ids.ts'
import { fileFactsSchema } from '../../shared/model/file-facts.ts'
import { jobStatusSchema } from '../../shared/model/job.ts'
import { fileIdentitySchema } from '../files/file-identity.ts'

export const jobSchema = z
  .object({
    id: jobIdSchema,
    /** Order in the queue; unique, and never reused. */
    position: z.number().int(),
    accountId: accountIdSchema,
    /** Shared by the jobs that one drop made of this file, one for each account. */
    fileId: fileIdSchema,
    path: z.string(),
    facts: fileFactsSchema,
    /** Values for the provider's `uploadFields`, by name. */
    fields: z.record(z.string(), z.string()).readonly(),
    /** Of the file as it was when the job was made. */
    identity: fileIdentitySchema,
    /** Where it was read before; holds for as long as the file is untouched. */
    sha256: z.string().nullable(),
    status: jobStatusSchema,
    /** Requests begun so far. */
    attempts: z.number().int(),
    /** When the latest attempt began. */
    startedAtMs: z.number().int().nullable(),
    /** By the steady clock: when the first attempt began since a person last asked for one. */
    triedSinceMs: z.number().int().nullable(),
    waitingUntilMs: z.number().int().nullable(),
    failure: failureSchema.nullable(),
    assetId: z.string().nullable(),
    createdAtMs: z.number().int(),
  })
  .readonly()
export type Job = z.infer<typeof jobSchema>
