// Tells which tiles of the grid a rectangle touches, whether they are drawn or not.

export type Box = {
  readonly leftPx: number
  readonly topPx: number
  readonly rightPx: number
  readonly bottomPx: number
}

type Grid = {
  readonly count: number
  readonly columns: number
  readonly rowPx: number
  readonly widthPx: number
  /** Between two columns; a row has it below it as well, where there are several columns. */
  readonly gapPx: number
}

/** The box is measured from the grid's own corner; indices come in order. */
export function lassoHits(box: Box, { count, columns, rowPx, widthPx, gapPx }: Grid): readonly number[] {
  const stepPx = (widthPx + gapPx) / columns
  const tilePx = { width: stepPx - gapPx, height: columns > 1 ? rowPx - gapPx : rowPx }
  const rows = touched(box.topPx, box.bottomPx, rowPx, tilePx.height, Math.ceil(count / columns))
  const places = touched(box.leftPx, box.rightPx, stepPx, tilePx.width, columns)
  return rows.flatMap((row) => places.map((place) => row * columns + place)).filter((index) => index < count)
}

/** Of stripes that begin every `stepPx` and are `sizePx` wide, those that lie between two points. */
function touched(fromPx: number, toPx: number, stepPx: number, sizePx: number, count: number): number[] {
  const first = Math.max(0, Math.ceil((fromPx - sizePx) / stepPx))
  const last = Math.min(count - 1, Math.floor(toPx / stepPx))
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}
