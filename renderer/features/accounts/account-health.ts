// How an account is doing, in one word with one icon.
import type { AccountView } from '../../../shared/model/account.ts'
import type { en } from '../../i18n/en.ts'
import type { IconName } from '../../ui/icons/icon-paths.ts'

export type Health = keyof typeof en.accounts.health

export const HEALTH_ICONS: Readonly<Record<Health, IconName>> = {
  ready: 'check-circle',
  held: 'alert',
  waiting: 'clock',
  'key-missing': 'key',
  'key-locked': 'lock',
  'key-refused': 'key',
  'not-eligible': 'x-circle',
  offline: 'offline',
  disabled: 'pause',
}

type Facts = Pick<AccountView, 'keyState' | 'blockedBy' | 'trouble' | 'isDisabled' | 'heldUntilMs'>

export function healthOf({ keyState, blockedBy, trouble, isDisabled, heldUntilMs }: Facts): Health {
  if (isDisabled) return 'disabled'
  if (keyState === 'missing') return 'key-missing'
  if (keyState === 'locked') return 'key-locked'
  switch (blockedBy?.code) {
    case undefined:
      return trouble ?? (heldUntilMs === null ? 'ready' : 'waiting')
    case 'key-missing':
    case 'key-refused':
    case 'not-eligible':
      return blockedBy.code
    default:
      return 'held'
  }
}

/** Whether a key entered again would help. */
export function isKeyHealth(health: Health): boolean {
  return health.startsWith('key-')
}
