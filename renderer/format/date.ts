// Writes points in time in the person's own locale.

const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' })

export function formatDateTime(atMs: number): string {
  return full.format(atMs)
}

export function formatDay(atMs: number): string {
  return day.format(atMs)
}

export function formatTime(atMs: number): string {
  return time.format(atMs)
}
