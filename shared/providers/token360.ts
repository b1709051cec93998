// Token360's manifest.
import type { ProviderManifest } from './manifest.ts'

export const token360 = {
  id: 'token360',
  displayName: 'Token360',
  origins: { api: 'https://api.token360.ai', upload: 'https://api.token360.ai' },
  credentials: [{ name: 'apiKey', label: 'API key', hint: 'Made in your Token360 account; starts with sk-' }],
  // Token360 docs, "Upload asset": every part beside the file is optional.
  uploadFields: [
    {
      name: 'groupId',
      label: 'Group',
      hint: 'One of your asset groups; "library" is the usual one',
      kind: 'container',
      suggestion: 'library',
      excludes: ['assetGroupId'],
    },
    {
      name: 'assetGroupId',
      label: 'Legacy group number',
      hint: 'Only for groups of the older kind, which have a number',
      kind: 'integer',
      excludes: ['groupId'],
    },
    {
      name: 'name',
      label: 'Display name',
      hint: 'What Token360 calls the asset',
      kind: 'text',
      excludes: [],
    },
    {
      name: 'model',
      label: 'Model',
      hint: 'For portraits: the model that the file is checked for',
      kind: 'text',
      excludes: [],
    },
  ],
  limits: {
    // Error codes for size and type are documented, the limits behind them are not.
    maxFileBytes: null,
    types: null,
    // Not documented. An empty file is no picture, film or sound.
    emptyFiles: 'refused',
    // No number is documented: two at once is modest, a 429 is obeyed.
    parallelUploads: 2,
    parallelRequests: 3,
    requests: null,
    pageSize: null,
  },
  capabilities: {
    // A list of assets is documented nowhere, of groups it is ("List asset groups").
    list: null,
    container: { noun: 'group', onUpload: true },
    keyCheck: true,
    // Public clients poll it until a portrait is active; no page of the docs describes it.
    lookup: true,
    // Only whole groups can be deleted, with all their assets.
    remove: false,
  },
} as const satisfies ProviderManifest
