// Branded identifiers, so that one kind of id can never be passed for another.
import { z } from 'zod'

const opaqueId = z.string().min(1).max(512)

export const accountIdSchema = opaqueId.brand<'AccountId'>()
export type AccountId = z.infer<typeof accountIdSchema>

export const jobIdSchema = opaqueId.brand<'JobId'>()
export type JobId = z.infer<typeof jobIdSchema>

/** The page's only handle on a local file; main keeps the path behind it. */
export const grantTokenSchema = opaqueId.brand<'GrantToken'>()
export type GrantToken = z.infer<typeof grantTokenSchema>

/** A provider's "where the next page starts", passed back unread. */
export const cursorSchema = z.string().min(1).max(4096).brand<'Cursor'>()
export type Cursor = z.infer<typeof cursorSchema>
