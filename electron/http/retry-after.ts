// Reads the Retry-After header in its two forms, distrusting extreme values.

const FLOOR_MS = 1000
const CEILING_MS = 3_600_000

/**
 * Milliseconds to wait, from 1 s to 1 h, or null when the header says nothing usable. A date is measured against the
 * answer's own Date header, since this machine's clock may be wrong.
 */
export function parseRetryAfter(
  header: string | undefined,
  dateHeader: string | undefined,
  nowMs: number,
): number | null {
  if (header === undefined) return null
  const text = header.trim()
  const waitMs = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : untilDate(text, dateHeader, nowMs)
  return waitMs === null ? null : Math.min(Math.max(waitMs, FLOOR_MS), CEILING_MS)
}

function untilDate(text: string, dateHeader: string | undefined, nowMs: number): number | null {
  // Date.parse takes "-5" for a year and "about 5" for a month; an HTTP date always starts with the name of a day.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text)) return null
  const dueMs = Date.parse(text)
  if (Number.isNaN(dueMs)) return null
  const serverNowMs = Date.parse(dateHeader ?? '')
  return dueMs - (Number.isNaN(serverNowMs) ? nowMs : serverNowMs)
}
