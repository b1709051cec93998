// Turns sent bytes into whole percent.

/** 0 to 100; a file of no bytes counts as all sent. */
export function percentOf(sentBytes: number, sizeBytes: number): number {
  if (sizeBytes <= 0) return 100
  return Math.min(100, Math.floor((sentBytes / sizeBytes) * 100))
}
