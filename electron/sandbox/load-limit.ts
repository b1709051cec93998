// Holds each API key to the number of requests that its provider allows.

export type LoadLimit = {
  /** How to say that the request is over; null: it is one too many. */
  readonly enter: (apiKey: string, nowMs: number) => (() => void) | null
}

type Allowance = { readonly atOnce: number; readonly requests: number; readonly perMs: number }
type Load = { open: number; startsMs: readonly number[] }

/** Refused requests do not count. */
export function createLoadLimit({ atOnce, requests, perMs }: Allowance): LoadLimit {
  const loads = new Map<string, Load>()
  return {
    enter: (apiKey, nowMs) => {
      const load = loads.get(apiKey) ?? { open: 0, startsMs: [] }
      loads.set(apiKey, load)
      const recentMs = load.startsMs.filter((startMs) => nowMs - startMs < perMs)
      if (load.open >= atOnce || recentMs.length >= requests) return null
      load.startsMs = [...recentMs, nowMs]
      load.open += 1
      return () => {
        load.open -= 1
      }
    },
  }
}
