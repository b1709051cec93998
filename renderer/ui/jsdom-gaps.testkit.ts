// Fills in what dialogs or menus need of a browser and jsdom has not.
import { vi } from 'vitest'

export function fillJsdomGaps(): void {
  vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') })
  Element.prototype.scrollIntoView = () => undefined
}
