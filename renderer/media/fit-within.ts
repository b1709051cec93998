// Fits a picture into the square of a thumbnail, never enlarging it.

const THUMBNAIL_SIDE_PX = 320

export type Size = { readonly width: number; readonly height: number }

export function fitWithin({ width, height }: Size): Size {
  const scale = Math.min(1, THUMBNAIL_SIDE_PX / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}
