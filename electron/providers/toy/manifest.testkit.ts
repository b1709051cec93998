// The manifest of a provider that does not exist: it shows what adding one takes.
import type { ProviderManifest } from '../../../shared/providers/manifest.ts'

export const toy = {
  id: 'toy',
  displayName: 'Toy',
  origins: { api: 'https://api.toy.example', upload: 'https://api.toy.example' },
  credentials: [{ name: 'apiKey', label: 'API key', hint: 'Printed on the box' }],
  uploadFields: [],
  limits: {
    maxFileBytes: { warnAbove: null, blockAbove: 2 ** 30 },
    types: null,
    emptyFiles: 'refused',
    parallelUploads: 3,
    parallelRequests: 4,
    requests: null,
    pageSize: 50,
  },
  capabilities: {
    list: { scope: 'account', typeFilter: 'local' },
    container: null,
    keyCheck: true,
    lookup: true,
    remove: true,
  },
} as const satisfies ProviderManifest
