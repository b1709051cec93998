// The one door between the processes: checks who speaks before anything is parsed.
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { failure } from '../../shared/errors.ts'
import type { EventBatch } from '../../shared/ipc/events.ts'
import { CHANNELS } from '../../shared/ipc/names.ts'
import type { Dispatch } from './dispatch.ts'

/** Only the main frame of the app's own window, showing the app's own page, is answered. */
export function registerCalls(
  dispatch: Dispatch,
  window: () => BrowserWindow | null,
  pageOrigin: string,
): void {
  ipcMain.handle(CHANNELS.call, (event, name: unknown, input: unknown) =>
    isOwnPage(event, window(), pageOrigin)
      ? dispatch(name, input)
      : { ok: false, failure: failure('input-invalid', 'not-sent') },
  )
}

export function sendEvents(window: BrowserWindow | null, batch: EventBatch): void {
  if (window && !window.isDestroyed() && !window.webContents.isCrashed())
    window.webContents.send(CHANNELS.events, batch)
}

function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow | null, pageOrigin: string): boolean {
  const frame = event.senderFrame
  if (!frame || !window || window.isDestroyed()) return false
  return frame === window.webContents.mainFrame && frame.url.startsWith(`${pageOrigin}/`)
}
