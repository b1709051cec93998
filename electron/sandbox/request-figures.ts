// Works out how dense a row of requests was.

export type OpenSpan = {
  readonly startedSeq: number
  /** The first request that started after this one had ended; Infinity while it is open. */
  readonly endedBeforeSeq: number
}

/** The most starts within any stretch of that length, its end excluded. */
export function mostStartsWithin(windowMs: number, startsMs: readonly number[]): number {
  const sorted = startsMs.toSorted((a, b) => a - b)
  let first = 0
  let most = 0
  for (const [last, startMs] of sorted.entries()) {
    while (startMs - (sorted[first] ?? startMs) >= windowMs) first += 1
    most = Math.max(most, last - first + 1)
  }
  return most
}

/** The most spans that cover one moment; `spans` by rising start. */
export function mostOpenAtOnce(spans: readonly OpenSpan[]): number {
  const ends = spans.map((span) => span.endedBeforeSeq).toSorted((a, b) => a - b)
  let ended = 0
  let most = 0
  for (const [opened, { startedSeq }] of spans.entries()) {
    while ((ends[ended] ?? Infinity) <= startedSeq) ended += 1
    most = Math.max(most, opened + 1 - ended)
  }
  return most
}
