// Asks for a file through the system's own dialogs, in front of the window.
import { BrowserWindow, dialog } from 'electron'
import type { FileChoice, Platform } from '../platform.ts'

export const chooseSaveFile: Platform['chooseSaveFile'] = async ({ title, kind, fileName }) => {
  const options = { title, defaultPath: fileName, filters: filtersFor(kind) }
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  return canceled || !filePath ? null : filePath
}

export const chooseOpenFile: Platform['chooseOpenFile'] = async ({ title, kind }) => {
  const options = { title, filters: filtersFor(kind), properties: ['openFile' as const] }
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

function filtersFor(kind: FileChoice['kind']) {
  return kind === null ? [] : [{ name: kind.name, extensions: [kind.extension] }]
}
