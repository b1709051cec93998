// How many assets fit side by side, and how large they are.

const LIST_ROW_PX = 44
export const PADDING_PX = 10
const TILE_LEAST_PX = 148
export const GAP_PX = 8
const TILE_TEXT_PX = 52
const THUMB_RATIO = 0.72

export type GridShape = { readonly columns: number; readonly rowPx: number }

export function shapeOf(view: 'grid' | 'list', widthPx: number): GridShape {
  if (view === 'list') return { columns: 1, rowPx: LIST_ROW_PX }
  const columns = Math.max(1, Math.floor((widthPx + GAP_PX) / (TILE_LEAST_PX + GAP_PX)))
  const tilePx = (widthPx + GAP_PX) / columns - GAP_PX
  return { columns, rowPx: Math.round(tilePx * THUMB_RATIO) + TILE_TEXT_PX + GAP_PX }
}
