// Brings the page back after its process died: main went on meanwhile, and tells it where everything stands.
import type { BrowserWindow } from 'electron'

/** A page that dies more often than that dies of what it shows, and would die again. */
const MOST_REVIVALS = 5
const WITHIN_MS = 60_000

export function revivePage(window: BrowserWindow): void {
  let revivedAtMs: readonly number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const nowMs = performance.now()
    revivedAtMs = [...revivedAtMs.filter((atMs) => nowMs - atMs < WITHIN_MS), nowMs]
    if (revivedAtMs.length <= MOST_REVIVALS) window.webContents.reload()
  })
}
