// The names of all calls and channels: the only part of the contract that the preload script needs.

export const CHANNELS = { call: 'wharf:call', events: 'wharf:events' } as const

/** Calls the page may make. */
export const PAGE_CALLS = [
  'app.snapshot',
  'accounts.add',
  'accounts.addSandbox',
  'accounts.test',
  'accounts.setKey',
  'accounts.update',
  'accounts.reorder',
  'accounts.resume',
  'accounts.remove',
  'accounts.export',
  'accounts.import',
  'uploads.add',
  'uploads.giveUp',
  'uploads.locate',
  'uploads.pause',
  'uploads.resume',
  'uploads.cancel',
  'uploads.retry',
  'uploads.check',
  'uploads.settle',
  'uploads.clear',
  'uploads.move',
  'library.page',
  'library.record',
  'library.containers',
  'library.tags',
  'library.recorded',
  'library.copyRecord',
  'record.export',
  'record.inspect',
  'record.import',
  'transfers.giveUp',
  'assets.refresh',
  'assets.remove',
  'assets.forget',
  'assets.annotate',
  'assets.reveal',
  'assets.openUrl',
  'assets.dragOut',
  'assets.describe',
  'thumbnails.find',
  'thumbnails.keep',
  'media.read',
  'clipboard.write',
  'settings.update',
  'app.showDataFolder',
] as const

/** Calls only the preload script makes, because they carry paths or file contents. */
export const PRELOAD_CALLS = ['grants.fromPaths', 'grants.fromBytes'] as const

export type PageCall = (typeof PAGE_CALLS)[number]
export type CallName = PageCall | (typeof PRELOAD_CALLS)[number]
