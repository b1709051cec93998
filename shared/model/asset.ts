// An asset as a provider describes it, and as the library shows it.
import { z } from 'zod'
import { accountIdSchema } from '../ids.ts'
import { providerIdSchema } from '../providers/provider-id.ts'
import { annotationSchema } from './annotation.ts'
import { mediaKindSchema } from './file-facts.ts'

/** One value a person may copy, named as the provider names it. */
export const assetValueSchema = z
  .object({ name: z.string(), label: z.string(), value: z.string(), note: z.string().nullable() })
  .readonly()
export type AssetValue = z.infer<typeof assetValueSchema>

export const assetReadinessSchema = z.enum(['processing', 'ready', 'failed'])
export type AssetReadiness = z.infer<typeof assetReadinessSchema>

export const remoteAssetSchema = z
  .object({
    primaryId: z.string().min(1),
    /** Every copyable value, the primary ID first. */
    values: z.array(assetValueSchema).readonly(),
    kind: mediaKindSchema,
    name: z.string().nullable(),
    createdAtMs: z.number().nullable(),
    sizeBytes: z.number().nullable(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    containerId: z.string().nullable(),
    // Records of version 1 hold neither of the next three.
    /** Where the provider itself still works on the asset; null where it does not say. */
    readiness: assetReadinessSchema.nullable().default(null),
    /** The provider's own words on that, for example why processing failed. */
    readinessNote: z.string().nullable().default(null),
    /** After this the provider no longer serves it; null where nothing is said. */
    expiresAtMs: z.number().nullable().default(null),
    /** Where the provider serves the bytes; may be signed, so it stays out of logs. */
    url: z.string().nullable(),
  })
  .readonly()
export type RemoteAsset = z.infer<typeof remoteAssetSchema>

/** Who tells of an asset: the provider now, the local record, or both. */
export const knownFromSchema = z.enum(['remote', 'record', 'both'])
export type KnownFrom = z.infer<typeof knownFromSchema>

/** A tile of the library: the provider's asset enriched with what the record knows of it. */
export const libraryItemSchema = z
  .object({
    accountId: accountIdSchema,
    providerId: providerIdSchema,
    primaryId: z.string(),
    values: z.array(assetValueSchema).readonly(),
    kind: mediaKindSchema,
    /** The name given here, else the local file's where Wharf knows it, else the provider's, else null. */
    name: z.string().nullable(),
    fileName: z.string().nullable(),
    providerName: z.string().nullable(),
    ...annotationSchema.unwrap().shape,
    createdAtMs: z.number().nullable(),
    sizeBytes: z.number().nullable(),
    width: z.number().nullable(),
    height: z.number().nullable(),
    /** As measured on this computer; null until then. */
    durationMs: z.number().nullable(),
    sha256: z.string().nullable(),
    /** When this installation uploaded it; null when it came from elsewhere. */
    uploadedAtMs: z.number().nullable(),
    knownFrom: knownFromSchema,
    /** As of `remoteAssetSchema`. */
    readiness: assetReadinessSchema.nullable(),
    readinessNote: z.string().nullable(),
    expiresAtMs: z.number().nullable(),
    /** It was uploaded from a file of this computer, which may be gone by now. */
    hasSourceFile: z.boolean(),
    /** The provider gave an https address for it, which main keeps. */
    hasUrl: z.boolean(),
    /** An `app-media:` address the page may show, or null where nothing can be shown. */
    previewUrl: z.string().nullable(),
  })
  .readonly()
export type LibraryItem = z.infer<typeof libraryItemSchema>
