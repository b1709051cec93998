// Decides how a key slows down when its provider asks for it, and how it finds its speed again.

/** Times are those of a clock that nobody sets. */
export type SlowDown = {
  /** How many requests may run at once now. */
  readonly atOnce: number
  /** What `atOnce` climbs to quickly after a pause; beyond it only slowly. */
  readonly aim: number
  readonly successesAtAim: number
  /** Pauses in a row with no success between them. */
  readonly pauses: number
  /** When the latest pause began; null before the first one. */
  readonly heldSinceMs: number | null
  readonly heldUntilMs: number | null
}

const BASE_MS = 1000
const CAP_MS = 60_000
/** A wait that the provider names is prolonged by up to a tenth of it, and by no more than this. */
const MOST_JITTER_MS = 1000
const SUCCESSES_TO_GROW = 10

/** No wait, whoever named it, is longer. */
export const LONGEST_HOLD_MS = 3_600_000 + MOST_JITTER_MS

export function atFullSpeed(limit: number): SlowDown {
  return { atOnce: limit, aim: limit, successesAtAim: 0, pauses: 0, heldSinceMs: null, heldUntilMs: null }
}

/** A pause that an earlier run was asked for. */
export function heldAgain(limit: number, nowMs: number, heldUntilMs: number): SlowDown {
  return { ...atFullSpeed(limit), atOnce: 1, pauses: 1, heldSinceMs: nowMs, heldUntilMs }
}

export function isHeld({ heldUntilMs }: SlowDown, nowMs: number): boolean {
  return heldUntilMs !== null && nowMs < heldUntilMs
}

type Refusal = {
  /** null: not known. */
  readonly startedAtMs: number | null
  /** As the provider named it, already within bounds; null: it named none. */
  readonly retryAfterMs: number | null
  readonly nowMs: number
  /** From 0 to 1. */
  readonly jitter: number
}

/** Of several requests refused together only the first slows the key down; the others may prolong the pause. */
export function refused(state: SlowDown, { startedAtMs, retryAfterMs, nowMs, jitter }: Refusal): SlowDown {
  const isSameWave = isHeld(state, nowMs) || isBefore(startedAtMs, state.heldSinceMs)
  if (isSameWave && retryAfterMs === null) return state
  const pauses = isSameWave ? state.pauses : state.pauses + 1
  const waitMs =
    retryAfterMs === null
      ? Math.min(CAP_MS, BASE_MS * 2 ** Math.min(pauses - 1, 10) * (1 + jitter))
      : retryAfterMs + Math.min(MOST_JITTER_MS, retryAfterMs / 10) * jitter
  return {
    atOnce: 1,
    aim: isSameWave ? state.aim : Math.max(1, Math.floor(state.aim / 2)),
    successesAtAim: 0,
    pauses,
    heldSinceMs: isSameWave ? state.heldSinceMs : nowMs,
    heldUntilMs: Math.max(isHeld(state, nowMs) ? (state.heldUntilMs ?? 0) : 0, nowMs + waitMs),
  }
}

/** The provider took a request. One that began before the pause says nothing about the time after it. */
export function answered(state: SlowDown, limit: number, startedAtMs: number): SlowDown {
  if (isBefore(startedAtMs, state.heldSinceMs)) return state
  const calm = { ...state, pauses: 0 }
  if (state.atOnce < state.aim) return { ...calm, atOnce: state.atOnce + 1 }
  if (state.aim >= limit) return calm
  const successesAtAim = state.successesAtAim + 1
  if (successesAtAim < SUCCESSES_TO_GROW) return { ...calm, successesAtAim }
  return { ...calm, atOnce: state.aim + 1, aim: state.aim + 1, successesAtAim: 0 }
}

function isBefore(startedAtMs: number | null, heldSinceMs: number | null): boolean {
  return startedAtMs !== null && heldSinceMs !== null && startedAtMs <= heldSinceMs
}
