// Reloads the page while developing, when its build changes.
import { watch } from 'node:fs'
import type { BrowserWindow } from 'electron'

const SETTLE_MS = 150

export function reloadOnBuild(window: BrowserWindow, rendererFolder: string): void {
  let timer: NodeJS.Timeout | undefined
  watch(rendererFolder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (!window.isDestroyed()) window.webContents.reload()
    }, SETTLE_MS)
  })
}
