// Where the keyboard goes in a grid of assets.

type Grid = {
  readonly index: number
  readonly count: number
  readonly columns: number
  readonly pageRows: number
}

/** The index that `key` leads to, or null when the key is not about moving. */
export function gridStep(key: string, { index, count, columns, pageRows }: Grid): number | null {
  const clamp = (target: number) => Math.max(0, Math.min(count - 1, target))
  const vertical = (target: number) => (target < 0 || target >= count ? index : target)
  switch (key) {
    case 'ArrowRight':
      return columns === 1 ? null : clamp(index + 1)
    case 'ArrowLeft':
      return columns === 1 ? null : clamp(index - 1)
    case 'ArrowDown':
      return vertical(index + columns)
    case 'ArrowUp':
      return vertical(index - columns)
    case 'PageDown':
      return clamp(index + columns * pageRows)
    case 'PageUp':
      return clamp(index - columns * pageRows)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
