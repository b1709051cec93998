// The one place where the page reaches for what the preload script put into the window.
import type { Bridge } from '../../shared/ipc/bridge.ts'

declare global {
  interface Window {
    readonly wharf: Bridge
  }
}

export function bridge(): Bridge {
  return window.wharf
}
