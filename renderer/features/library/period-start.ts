// Tells when a period of days began, in the person's own time.
import type { LibraryPeriod } from '../../../shared/model/library-filter.ts'

const DAYS_BACK: Readonly<Record<LibraryPeriod, number>> = { day: 0, week: 6, month: 29 }

/** Midnight, so that it stays the same all day. */
export function periodStart(period: LibraryPeriod, nowMs: number): number {
  const day = new Date(nowMs)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - DAYS_BACK[period]).getTime()
}
