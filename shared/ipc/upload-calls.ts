// Calls that bring files into the queue, or change what is in it.
import { z } from 'zod'
import { accountIdSchema, grantTokenSchema, intakeIdSchema, jobIdSchema } from '../ids.ts'
import { intakeResultSchema } from '../model/intake.ts'
import { problemSchema } from '../preflight.ts'
import { grants, nothing, type Calls } from './call-parts.ts'

const MAX_PASTED_BYTES = 64 * 1024 * 1024
/** Values for the `uploadFields` of the provider's manifest; a call fails with `input-invalid` for any other. */
const uploadFieldsSchema = z.record(z.string().max(64), z.string().max(1000))
const jobIds = z.object({ jobIds: z.array(jobIdSchema).max(100_000).readonly() })

export const uploadCalls = {
  'grants.fromPaths': {
    input: z.object({ paths: z.array(z.string().min(1).max(32_768)).max(100_000).readonly() }),
    output: grants,
  },
  /** A picture without a file (a pasted bitmap, an image dragged out of a browser): main writes one. */
  'grants.fromBytes': {
    input: z.object({
      name: z.string().min(1).max(255),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= MAX_PASTED_BYTES),
    }),
    output: grants,
  },
  /** All files to all targets, journalled together. Fails with `cancelled` when it is given up meanwhile. */
  'uploads.add': {
    input: grants.extend({
      targets: z
        .array(z.object({ accountId: accountIdSchema, fields: uploadFieldsSchema.default({}) }))
        .min(1)
        .max(1000)
        .readonly(),
      /** False: files whose content the account has already come back as `known`, not sent. */
      sendsKnown: z.boolean().default(false),
      /** For `intake.progressed` events, and to give it up. */
      intakeId: intakeIdSchema.nullable().default(null),
    }),
    output: intakeResultSchema,
  },
  /** Gives up an `uploads.add` that still looks at its files; nothing of it is sent. */
  'uploads.giveUp': { input: z.object({ intakeId: intakeIdSchema }), output: nothing },
  /**
   * Points a job whose file is missing to where it is now, through the system's own dialog; null: the person changed
   * their mind. Another content is not sent: it comes back as a grant, for a second call to agree to.
   */
  'uploads.locate': {
    input: z.object({ jobId: jobIdSchema, agreed: grantTokenSchema.nullable() }),
    output: z
      .union([
        z.object({ isSent: z.literal(true) }),
        z.object({ isSent: z.literal(false), problem: problemSchema }),
        z.object({ isSent: z.literal(false), other: grantTokenSchema, name: z.string() }),
      ])
      .nullable(),
  },
  /** A running upload whose bytes have not all left is broken off; one that only awaits its answer runs on. */
  'uploads.pause': { input: jobIds, output: nothing },
  'uploads.resume': { input: jobIds, output: nothing },
  'uploads.cancel': { input: jobIds, output: nothing },
  /** With fields: they replace what the jobs were added with. */
  'uploads.retry': { input: jobIds.extend({ fields: uploadFieldsSchema.optional() }), output: nothing },
  /** Looks once more in the account for the files of unconfirmed jobs. */
  'uploads.check': { input: jobIds, output: nothing },
  /** The person's word on unconfirmed jobs: send the file once more, or take it as uploaded. */
  'uploads.settle': {
    input: jobIds.extend({ as: z.enum(['upload-again', 'done']) }),
    output: nothing,
  },
  /** Takes finished jobs off the queue; others are left alone. */
  'uploads.clear': { input: jobIds, output: nothing },
  /** In the order in which they are now; `next`: before every job that waits for its turn. */
  'uploads.move': {
    input: jobIds.extend({
      to: z.union([z.enum(['next', 'last']), z.object({ before: jobIdSchema }).readonly()]),
    }),
    output: nothing,
  },
} as const satisfies Calls
