// Where a grid has to be scrolled to, so that what is in view stays there when assets come or go above it.

type Grid = {
  readonly topPx: number
  readonly columns: number
  readonly rowPx: number
}

/** How many rows down a lost asset's neighbour is looked for. */
const ROWS_TRIED = 3

/** `topPx` itself at the very top, where new assets are what the person wants to see. */
export function steadyTop(
  before: readonly string[],
  after: readonly string[],
  { topPx, columns, rowPx }: Grid,
): number {
  if (topPx === 0) return topPx
  const first = Math.floor(topPx / rowPx) * columns
  for (let index = first; index < Math.min(before.length, first + ROWS_TRIED * columns); index += 1) {
    const key = before[index]
    const place = key === undefined || key === after[index] ? index : after.indexOf(key)
    if (place >= 0)
      return Math.max(0, topPx + (Math.floor(place / columns) - Math.floor(index / columns)) * rowPx)
  }
  return topPx
}
