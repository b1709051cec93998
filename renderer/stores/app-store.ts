// What main says about the app itself: settings, notices, where it keeps things.
import { create } from 'zustand'
import type { Failure } from '../../shared/errors.ts'
import type { Snapshot } from '../../shared/ipc/contract.ts'
import type { Notice } from '../../shared/model/notice.ts'
import { DEFAULT_SETTINGS } from '../../shared/model/default-settings.ts'
import type { Settings } from '../../shared/model/settings.ts'

export type AppState = {
  readonly start: 'loading' | 'ready' | Failure
  readonly settings: Settings
  readonly notices: readonly Notice[]
  readonly recordCount: number
  readonly keyring: Snapshot['keyring']
  readonly environmentKeys: Snapshot['environmentKeys']
}

export const useAppStore = create<AppState>(() => ({
  start: 'loading',
  settings: DEFAULT_SETTINGS,
  notices: [],
  recordCount: 0,
  keyring: { available: false, name: '' },
  environmentKeys: [],
}))
