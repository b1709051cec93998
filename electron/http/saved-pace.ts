// What is kept of a gate for the next run, as text.
import { z } from 'zod'
import { parseJson } from './json.ts'
import type { SendWindow } from './send-window.ts'
import { LONGEST_HOLD_MS } from './slow-down.ts'

const savedPaceSchema = z.object({
  window: z.object({
    underWay: z.int().nonnegative().max(1000),
    endedAtMs: z.array(z.number()).max(100_000),
  }),
  /** By the wall clock, since a pause may outlast a restart of the machine; with what was left of it then. */
  hold: z.object({ untilMs: z.number(), leftMs: z.number().nonnegative().max(LONGEST_HOLD_MS) }).nullable(),
})
export type SavedPace = {
  readonly window: SendWindow
  readonly hold: { readonly untilMs: number; readonly leftMs: number } | null
}

/** Where a gate keeps its text. `save` is durable when it returns, and throws when it cannot be. */
export type PaceJournal = { readonly load: () => string | null; readonly save: (text: string) => void }

export function writePace(pace: SavedPace): string {
  return JSON.stringify(pace)
}

/** null: there is none, or it is not ours. */
export function readPace(text: string | null): SavedPace | null {
  return savedPaceSchema.safeParse(parseJson(text ?? '')).data ?? null
}

/** Of a pause kept by an earlier run; a wall clock that was set back since cannot prolong it. */
export function leftOf(hold: SavedPace['hold'], nowMs: number): number {
  return hold === null ? 0 : Math.min(Math.max(0, hold.untilMs - nowMs), hold.leftMs)
}
