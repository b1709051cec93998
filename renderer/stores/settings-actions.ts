// Changes settings: at once on the page, for good in main.
import type { Settings } from '../../shared/model/settings.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { useAppStore } from './app-store.ts'
import { showFailure } from './message-actions.ts'

export function updateSettings(change: Partial<Settings>): void {
  useAppStore.setState(({ settings }) => ({ settings: { ...settings, ...change } }))
  void settle(bridge().calls['settings.update'](change)).then((result) => {
    if (!result.ok) showFailure(result.failure)
  })
}

export function showDataFolder(): void {
  void settle(bridge().calls['app.showDataFolder']({})).then((result) => {
    if (!result.ok) showFailure(result.failure)
  })
}

export function dismissNotice(id: string): void {
  useAppStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }))
}
