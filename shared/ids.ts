// Branded identifiers, so that one kind of id can never be passed for another.
import { z } from 'zod'

const opaqueId = z.string().min(1).max(512)

export const accountIdSchema = opaqueId.brand<'AccountId'>()
export type AccountId = z.infer<typeof accountIdSchema>

export const jobIdSchema = opaqueId.brand<'JobId'>()
export type JobId = z.infer<typeof jobIdSchema>

/** One file of one drop: jobs that send it to several accounts share it. */
export const fileIdSchema = opaqueId.brand<'FileId'>()
export type FileId = z.infer<typeof fileIdSchema>

/** One drop on its way into the queue, named by the page so that it can be given up. */
export const intakeIdSchema = opaqueId.brand<'IntakeId'>()
export type IntakeId = z.infer<typeof intakeIdSchema>

/** The page's only handle on a local file; main keeps the path behind it. */
export const grantTokenSchema = opaqueId.brand<'GrantToken'>()
export type GrantToken = z.infer<typeof grantTokenSchema>

/** A provider's "where the next page starts", passed back unread. */
export const cursorSchema = z.string().min(1).max(4096).brand<'Cursor'>()
export type Cursor = z.infer<typeof cursorSchema>
