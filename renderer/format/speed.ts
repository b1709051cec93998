// Writes a transfer speed.
import { en } from '../i18n/en.ts'
import { fill } from '../i18n/fill.ts'
import { formatBytes } from './bytes.ts'

export function formatSpeed(bytesPerSecond: number): string {
  return fill(en.uploads.perSecond, { bytes: formatBytes(bytesPerSecond) })
}
