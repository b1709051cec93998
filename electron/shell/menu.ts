// The menu bar: the platform's own editing commands, so that text fields behave as everywhere.
import { Menu, type MenuItemConstructorOptions } from 'electron'

export function installMenu(isDevelopment: boolean): void {
  const items: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    ...(isDevelopment ? [{ role: 'viewMenu' } as const] : []),
    { role: 'windowMenu' },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(items))
}
