// Tells a regression from noise: even the best of the new rounds is worse than the worst of the old ones.
import type { Figure } from './baseline.ts'
import type { Aim } from './rows.ts'

export type Verdict = 'worse' | 'better' | 'same'

/** Below this share of the old median two figures pass for one, however steady the rounds were. */
const LEAST_CHANGE = 0.05

export function verdictOn(before: Figure, now: Figure, sense: Aim['sense']): Verdict {
  const isMore = now.median > before.median
  const areApart = isMore ? now.least > before.most : now.most < before.least
  if (!areApart || Math.abs(now.median - before.median) < LEAST_CHANGE * before.median) return 'same'
  if (sense === 'exactly') return 'worse'
  return isMore === (sense === 'at least') ? 'better' : 'worse'
}
