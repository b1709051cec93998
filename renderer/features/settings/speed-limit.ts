// Reads and writes the upload limit as a person types it.
import { UPLOAD_LIMITS } from '../../../shared/model/upload-limits.ts'

const MEGABYTE = 1_000_000
const { least, most } = UPLOAD_LIMITS.bytesPerSecond

export const LEAST_MEGABYTES = least / MEGABYTE
export const MOST_MEGABYTES = most / MEGABYTE

/** null: not a number, or out of bounds. A comma is a decimal point to half the world. */
export function readLimit(typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(text)) return null
  const bytesPerSecond = Math.round(Number(text) * MEGABYTE)
  return bytesPerSecond >= least && bytesPerSecond <= most ? bytesPerSecond : null
}

export function writeLimit(bytesPerSecond: number): string {
  return String(bytesPerSecond / MEGABYTE)
}
