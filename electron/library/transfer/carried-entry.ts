// What one asset of the record looks like in a file that other computers read.
import { z } from 'zod'
import { serverSchema } from '../../../shared/model/account.ts'
import { annotationSchema } from '../../../shared/model/annotation.ts'
import { assetReadinessSchema, assetValueSchema } from '../../../shared/model/asset.ts'
import { mediaKindSchema } from '../../../shared/model/file-facts.ts'
import { providerIdSchema } from '../../../shared/providers/provider-id.ts'

const MOST_VALUES = 200

const text = z.string().max(16_384)
const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER)
const isoTime = z.iso.datetime({ precision: 3 })
const annotation = annotationSchema.unwrap().shape

/** An account's name within the file: its id on the computer that wrote it. */
const accountKey = z.string().min(1).max(512)

export const carriedAccountSchema = z
  .object({
    id: accountKey,
    /** null: removed there, while the record of its uploads stayed. */
    name: z.string().trim().min(1).max(80).nullable(),
    providerId: providerIdSchema,
    server: serverSchema,
  })
  .readonly()
export type CarriedAccount = z.infer<typeof carriedAccountSchema>

export const carriedEntrySchema = z
  .object({
    account: accountKey,
    id: z.string().min(1).max(4096),
    /** The file's; null: only the provider knows the asset. */
    name: z.string().min(1).max(1024).nullable(),
    kind: mediaKindSchema,
    mimeType: z.string().max(255).nullable(),
    sizeBytes: count.nullable(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
    width: count.nullable(),
    height: count.nullable(),
    created: isoTime.nullable(),
    /** null: not with Wharf. */
    uploaded: isoTime.nullable(),
    expires: isoTime.nullable(),
    container: z.string().max(512).nullable(),
    readiness: assetReadinessSchema.nullable(),
    readinessNote: text.nullable(),
    /** What the provider calls it. */
    providerName: text.nullable(),
    values: z
      .array(
        assetValueSchema.unwrap().extend({ name: text, label: text, value: text, note: text.nullable() }),
      )
      .max(MOST_VALUES)
      .readonly(),
    url: text.nullable(),
    localName: annotation.localName,
    tags: annotation.tags,
    note: annotation.note,
  })
  .refine(({ uploaded, name, sizeBytes }) => uploaded === null || (name !== null && sizeBytes !== null), {
    path: ['sizeBytes'],
  })
  .readonly()
export type CarriedEntry = z.infer<typeof carriedEntrySchema>
