// Indream's manifest.
import type { ProviderManifest } from './manifest.ts'

export const indream = {
  id: 'indream',
  displayName: 'Indream',
  origins: { api: 'https://api.indream.ai', upload: 'https://api.indream.ai' },
  credentials: [{ name: 'apiKey', label: 'API key', hint: 'Made in your Indream account' }],
  uploadFields: [
    {
      name: 'projectId',
      label: 'Project',
      hint: 'The file belongs to it from the start',
      kind: 'container',
      idFormat: 'uuid',
      excludes: [],
    },
  ],
  limits: {
    // No size limit is stated anywhere.
    maxFileBytes: null,
    // Known from the changelog of Indream's own client only, so it is no reason to refuse a file.
    types: { accepted: ['image/*', 'video/*', 'audio/*'], enforce: 'warn' },
    // Nothing is said of them; an empty file is neither picture, film nor sound.
    emptyFiles: 'refused',
    // The published "two active tasks" are exports. Nothing limits uploads: two at once is modest, a 429 is obeyed.
    parallelUploads: 2,
    parallelRequests: 3,
    requests: null,
    pageSize: 100,
  },
  capabilities: {
    // There is no list across projects.
    list: { scope: 'container', typeFilter: 'local' },
    container: { noun: 'project', onUpload: true },
    keyCheck: true,
    lookup: true,
    remove: true,
  },
} as const satisfies ProviderManifest
