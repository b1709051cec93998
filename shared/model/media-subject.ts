// Whose picture, clip or sound is meant: an asset's, or that of a job's file.
import { z } from 'zod'
import { accountIdSchema, jobIdSchema } from '../ids.ts'

export const mediaSubjectSchema = z.union([
  z
    .object({ accountId: accountIdSchema, primaryId: z.string().min(1).max(4096) })
    .strict()
    .readonly(),
  z.object({ jobId: jobIdSchema }).strict().readonly(),
])
export type MediaSubject = z.infer<typeof mediaSubjectSchema>
