// 1min.ai's manifest.
import type { ProviderManifest } from './manifest.ts'

const MB = 1_000_000
const MIB = 1024 * 1024

export const onemin = {
  id: 'onemin',
  displayName: '1min.ai',
  origins: { api: 'https://api.1min.ai', upload: 'https://api.1min.ai' },
  credentials: [{ name: 'apiKey', label: 'API key', hint: 'Made in your 1min.ai account' }],
  // An upload has one part, the file (1min.ai docs, "Asset API").
  uploadFields: [],
  limits: {
    // "50 MB" in the docs: what is too large by both of its meanings is held back, by one of them it is a warning.
    maxFileBytes: { warnAbove: 50 * MB, blockAbove: 50 * MIB },
    types: {
      // The docs' list, which ends with "other, depending on the feature": so the rest is a warning.
      accepted: [
        'image/png',
        'image/jpeg',
        'image/webp',
        'image/gif',
        'image/svg+xml',
        'application/pdf',
        'application/msword',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'text/plain',
        'application/json',
        'text/csv',
        'application/xml',
      ],
      enforce: 'warn',
    },
    // Not documented. No feature can use an empty file, and each request counts against the rate.
    emptyFiles: 'refused',
    // "5 simultaneous uploads" and "100 requests per minute", both for each key (docs, "Asset API").
    parallelUploads: 5,
    parallelRequests: 5,
    requests: { count: 100, perMs: 60_000 },
    pageSize: null,
  },
  capabilities: {
    // No list, look-up or deletion of assets is documented.
    list: null,
    container: null,
    keyCheck: false,
    lookup: false,
    remove: false,
  },
} as const satisfies ProviderManifest
