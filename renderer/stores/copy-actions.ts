// Puts text into the system's clipboard through main.
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { showFailure, showMessage } from './message-actions.ts'

/** Whether it is in the clipboard now; either way it has been said. */
export async function copyText(text: string): Promise<boolean> {
  const result = await settle(bridge().calls['clipboard.write']({ text }))
  if (result.ok) showMessage({ code: 'copied', text })
  else showFailure(result.failure)
  return result.ok
}

/** One ID a line. */
export async function copyIds(ids: readonly string[]): Promise<boolean> {
  const [first] = ids
  if (first === undefined) return false
  if (ids.length === 1) return copyText(first)
  const result = await settle(bridge().calls['clipboard.write']({ text: ids.join('\n') }))
  if (result.ok) showMessage({ code: 'copied-many', count: ids.length })
  else showFailure(result.failure)
  return result.ok
}
