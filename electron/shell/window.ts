// Opens the one window, in the place where it was last.
import { join } from 'node:path'
import { BrowserWindow, screen, type Rectangle } from 'electron'
import { z } from 'zod'
import type { Platform } from '../platform.ts'
import { PAGE_URL } from './app-protocol.ts'
import { revivePage } from './revive-page.ts'

const placeSchema = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  isMaximized: z.boolean(),
})

const DEFAULT_SIZE = { width: 1100, height: 720 }
const SAVE_DELAY_MS = 300

export function openWindow(platform: Platform, preloadFile: string): BrowserWindow {
  const { file } = platform.openJsonFile('window', placeSchema, { bounds: null, isMaximized: false })
  const { bounds, isMaximized } = file.read()
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(bounds && isOnScreen(bounds) ? bounds : {}),
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Wharf',
    autoHideMenuBar: true,
    webPreferences: { preload: preloadFile, sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  if (isMaximized) window.maximize()
  window.once('ready-to-show', () => {
    window.show()
  })

  let timer: NodeJS.Timeout | undefined
  const save = () => {
    clearTimeout(timer)
    if (!window.isDestroyed())
      file.write({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() })
  }
  const saveSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(save, SAVE_DELAY_MS)
  }
  window.on('resize', saveSoon)
  window.on('move', saveSoon)
  window.on('close', save)

  revivePage(window)
  void window.loadURL(PAGE_URL)
  return window
}

/** A display may have been unplugged since: at least the title bar must be within reach. */
function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const isWithinX = x + width > workArea.x + 80 && x < workArea.x + workArea.width - 80
    return isWithinX && y >= workArea.y && y < workArea.y + workArea.height - 40
  })
}

export function preloadFileIn(mainFolder: string): string {
  return join(mainFolder, '..', 'preload', 'preload.cjs')
}
