// Takes one account out of the order, then puts it where it was dropped.
import type { AccountId } from '../../../shared/ids.ts'

/** `gap` counts the gaps between accounts as they are now, from 0 above the first; null when nothing would change. */
export function movedOrder(
  ids: readonly AccountId[],
  moved: AccountId,
  gap: number,
): readonly AccountId[] | null {
  const from = ids.indexOf(moved)
  if (from < 0 || gap < 0 || gap > ids.length || gap === from || gap === from + 1) return null
  const rest = ids.filter((id) => id !== moved)
  const to = gap > from ? gap - 1 : gap
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}
