// Puts text into the system's clipboard through main.
import { COPY_LIMITS } from '../../shared/model/copy-limits.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { showFailure, showMessage } from './message-actions.ts'
import type { MessageContent } from './message-store.ts'

/** Whether it is in the clipboard now; either way it has been said, `done` if it is. */
export async function copyAndSay(text: string, done: MessageContent): Promise<boolean> {
  if (text.length > COPY_LIMITS.clipboard) {
    showMessage({ code: 'copy-too-long' })
    return false
  }
  const result = await settle(bridge().calls['clipboard.write']({ text }))
  if (result.ok) showMessage(done)
  else showFailure(result.failure)
  return result.ok
}

export function copyText(text: string): Promise<boolean> {
  return copyAndSay(text, { code: 'copied', text })
}

/** One ID a line. */
export async function copyIds(ids: readonly string[]): Promise<boolean> {
  const [first] = ids
  if (first === undefined) return false
  if (ids.length === 1) return copyText(first)
  return copyAndSay(ids.join('\n'), { code: 'copied-many', count: ids.length })
}
