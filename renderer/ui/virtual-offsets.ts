// Where each row of a long list lies, from measured heights where known and an estimate elsewhere.

export type Offsets = { readonly tops: Float64Array; readonly total: number }

export function offsetsOf(count: number, heightAt: (index: number) => number): Offsets {
  const tops = new Float64Array(count)
  let total = 0
  for (let index = 0; index < count; index += 1) {
    tops[index] = total
    total += heightAt(index)
  }
  return { tops, total }
}

/** Index of the row that covers `y`; the last one when `y` lies beyond. */
export function rowAt({ tops }: Offsets, y: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return Math.max(0, low)
}
