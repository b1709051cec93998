// Writes how long a clip or sound plays, as players do.

/** 75 s are `1:15`; hours only where there are any. */
export function formatPlayTime(durationMs: number): string {
  const seconds = Math.max(1, Math.round(durationMs / 1000))
  const two = (count: number) => String(count).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
