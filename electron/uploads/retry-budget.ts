// Bounds how many retries an account makes in all, however many of its jobs fail, as a pure function.

/** `tokens` are negative while retries are promised for later. Times are those of a clock that nobody sets. */
export type RetryBudget = { readonly tokens: number; readonly atMs: number }

const MOST_TOKENS = 20
const MS_PER_TOKEN = 5000
/** What waits longer than a minute hides that the service is back. */
const MOST_DEBT = 12

export const FULL_BUDGET: RetryBudget = { tokens: MOST_TOKENS, atMs: 0 }

/** Takes one token, with the time until it is there. */
export function spent(budget: RetryBudget, nowMs: number): { budget: RetryBudget; waitMs: number } {
  const refilled = Math.min(MOST_TOKENS, budget.tokens + Math.max(0, nowMs - budget.atMs) / MS_PER_TOKEN)
  const tokens = Math.max(-MOST_DEBT, refilled - 1)
  return { budget: { tokens, atMs: nowMs }, waitMs: Math.ceil(Math.max(0, -tokens) * MS_PER_TOKEN) }
}

/** A success shows that requests are worth making. */
export function earned({ tokens, atMs }: RetryBudget): RetryBudget {
  return { tokens: Math.min(MOST_TOKENS, tokens + 1), atMs }
}
