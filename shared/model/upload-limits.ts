// What a person may choose for uploads, apart from the settings' schema so that the page can read it.

export const UPLOAD_LIMITS = {
  atOnce: { least: 1, most: 16 },
  bytesPerSecond: { least: 10_000, most: 10_000_000_000 },
  paneHeightPx: { least: 96, most: 480 },
} as const
