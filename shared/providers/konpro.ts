// KonPro's manifest.
import type { ProviderManifest } from './manifest.ts'

export const konpro = {
  id: 'konpro',
  displayName: 'KonPro',
  // Uploads have a host of their own (KonPro docs, "Upload asset").
  origins: { api: 'https://api.konpro.ai', upload: 'https://upload.konpro.ai' },
  credentials: [{ name: 'apiKey', label: 'API key', hint: 'KonPro → Settings → API' }],
  // No name or folder parameter is documented for an upload.
  uploadFields: [],
  limits: {
    // No size limit is stated anywhere.
    maxFileBytes: null,
    types: {
      accepted: ['image/jpeg', 'image/png', 'video/mp4', 'video/webm', 'audio/mpeg'],
      enforce: 'block',
    },
    emptyFiles: 'refused',
    // Three published tables disagree on rates, none limits uploads: two at once is modest, a 429 is obeyed.
    parallelUploads: 2,
    parallelRequests: 3,
    requests: null,
    pageSize: 100,
  },
  capabilities: {
    list: { scope: 'account', typeFilter: 'server' },
    // Folders filter the list; an upload cannot name one.
    container: { noun: 'folder', onUpload: false },
    keyCheck: true,
    lookup: false,
    remove: true,
  },
} as const satisfies ProviderManifest
