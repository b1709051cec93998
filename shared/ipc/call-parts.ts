// Schemas that calls of several kinds share.
import { z } from 'zod'
import { accountIdSchema, grantTokenSchema } from '../ids.ts'
import type { CallName } from './names.ts'

export type Calls = Partial<Record<CallName, { input: z.ZodType; output: z.ZodType }>>

export const nothing = z.object({}).strict()
export const grants = z.object({ grants: z.array(grantTokenSchema).max(100_000).readonly() })
export const assetRef = z.object({ accountId: accountIdSchema, primaryId: z.string().min(1).max(4096) })
