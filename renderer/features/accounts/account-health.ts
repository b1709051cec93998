// How an account is doing, in one word with one icon.
import type { AccountView } from '../../../shared/model/account.ts'
import type { en } from '../../i18n/en.ts'
import type { IconName } from '../../ui/icons/icon-paths.ts'

export type Health = keyof typeof en.accounts.health

export const HEALTH_ICONS: Readonly<Record<Health, IconName>> = {
  ready: 'check-circle',
  held: 'alert',
  'key-missing': 'key',
  'key-locked': 'lock',
  'key-refused': 'key',
}

export function healthOf({ keyState, blockedBy }: Pick<AccountView, 'keyState' | 'blockedBy'>): Health {
  if (keyState === 'missing') return 'key-missing'
  if (keyState === 'locked') return 'key-locked'
  if (blockedBy?.code === 'key-refused') return 'key-refused'
  if (blockedBy?.code === 'key-missing') return 'key-missing'
  return blockedBy === null ? 'ready' : 'held'
}

/** Whether a key entered again would help. */
export function needsKey(account: Pick<AccountView, 'keyState' | 'blockedBy'>): boolean {
  return healthOf(account).startsWith('key-')
}
