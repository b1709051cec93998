// Drags files out of the window, for other programs to take.
import { app, BrowserWindow } from 'electron'
import type { Platform } from '../platform.ts'

/** Nothing happens unless a button of the pointer is down in the window. */
export const dragFiles: Platform['dragFiles'] = async (paths) => {
  const [file] = paths
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (file === undefined || !window) return
  const icon = await app.getFileIcon(file)
  window.webContents.startDrag({ file, files: [...paths], icon })
}
