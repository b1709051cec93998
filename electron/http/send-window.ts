// Keeps a provider's rate as a pure function of when requests began and ended.

/** At most `count` requests in any stretch of `perMs`. */
export type Rate = { readonly count: number; readonly perMs: number }

/** All times are those of a clock that nobody sets. */
export type SendWindow = {
  readonly underWay: number
  /** When those requests ended that still count, in the order in which they did. */
  readonly endedAtMs: readonly number[]
}

export const EMPTY_WINDOW: SendWindow = { underWay: 0, endedAtMs: [] }

/** Requests that never reach us, such as those of another program, and slack between clocks: a twentieth is left. */
const USED_SHARE = 0.95

export function began(window: SendWindow): SendWindow {
  return { ...window, underWay: window.underWay + 1 }
}

/**
 * A provider counts a request at some moment between its begin and its end. Only from its end on can a whole interval
 * be waited out for certain, however long the line takes.
 */
export function ended(window: SendWindow, rate: Rate | null, nowMs: number): SendWindow {
  const underWay = window.underWay - 1
  if (rate === null) return { underWay, endedAtMs: [] }
  return { underWay, endedAtMs: [...counting(window, rate, nowMs), nowMs] }
}

/** How many requests the rate lets begin now. */
export function roomIn(window: SendWindow, rate: Rate | null, nowMs: number): number {
  if (rate === null) return Infinity
  return Math.max(0, most(rate) - window.underWay - counting(window, rate, nowMs).length)
}

/** When time alone makes room again; null: there is room, or only the end of a request makes it. */
export function roomAtMs(window: SendWindow, rate: Rate | null, nowMs: number): number | null {
  if (rate === null || roomIn(window, rate, nowMs) > 0) return null
  const times = counting(window, rate, nowMs)
  const excess = window.underWay + times.length - most(rate)
  const leaving = times[excess]
  return leaving === undefined ? null : leaving + rate.perMs
}

/**
 * The window of an earlier run. What was under way ended when that run did, at the latest now. A time that lies ahead
 * comes from before the machine was restarted: it counts from now on.
 */
export function resumed(window: SendWindow, nowMs: number): SendWindow {
  const endedAtMs = window.endedAtMs.map((atMs) => Math.min(atMs, nowMs)).sort((a, b) => a - b)
  return { underWay: 0, endedAtMs: [...endedAtMs, ...Array<number>(window.underWay).fill(nowMs)] }
}

function counting({ endedAtMs }: SendWindow, { perMs }: Rate, nowMs: number): readonly number[] {
  return endedAtMs.filter((atMs) => nowMs - atMs < perMs)
}

function most({ count }: Rate): number {
  return Math.max(1, Math.floor(count * USED_SHARE))
}
