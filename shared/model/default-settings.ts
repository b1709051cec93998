// The settings a person starts with, apart from their schema so that the page can read them without a schema library.
import type { Settings } from './settings.ts'

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  view: 'grid',
  detailsOpen: true,
  openAccountId: null,
  knownFiles: 'ask',
  uploadFields: {},
  uploadsAtOnce: 8,
  uploadsAtOnceByAccount: {},
  uploadBytesPerSecond: null,
  uploadsPane: { isOpen: true, heightPx: 208 },
  copyTemplates: [],
  copyWhenDone: 'off',
  libraryViews: {},
}
