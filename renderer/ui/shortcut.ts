// Recognises keyboard shortcuts with the modifier key of this system.

export const isMac = navigator.userAgent.includes('Mac')

/** What is printed on the modifier key. */
export const commandKeyName = isMac ? '⌘' : 'Ctrl'

/** `Ctrl+O` or `⌘O`. */
export function shortcutLabel(key: string): string {
  return isMac ? `⌘${key}` : `Ctrl+${key}`
}

/** As assistive technology wants it: `Control+O` or `Meta+O`. */
export function shortcutName(key: string): string {
  return `${isMac ? 'Meta' : 'Control'}+${key}`
}

type KeyEvent = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'key'>

export function hasCommandKey({ ctrlKey, metaKey }: Pick<KeyEvent, 'ctrlKey' | 'metaKey'>): boolean {
  return isMac ? metaKey : ctrlKey
}

export function isShortcut(event: KeyEvent, key: string): boolean {
  return hasCommandKey(event) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === key
}

export function isShiftShortcut(event: KeyEvent, key: string): boolean {
  return hasCommandKey(event) && !event.altKey && event.shiftKey && event.key.toLowerCase() === key
}

/** Whether typing belongs to a text field or to an open dialog rather than to the window. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return (
    target.closest('input:not([type=file]), textarea, select, [role=dialog], [role=alertdialog]') !== null
  )
}
