// What decoding an asset tells of it.
import { z } from 'zod'

const MAX_SIDE_PX = 1_000_000
const MAX_DURATION_MS = 30 * 24 * 3600 * 1000

const sidePx = z.number().int().min(1).max(MAX_SIDE_PX).nullable()

export const measureSchema = z
  .object({
    /** As it is shown, after any rotation; both or none. */
    width: sidePx,
    height: sidePx,
    durationMs: z.number().int().min(1).max(MAX_DURATION_MS).nullable(),
  })
  .strict()
  .readonly()
  .refine(({ width, height }) => (width === null) === (height === null))
export type Measure = z.infer<typeof measureSchema>
