// Denies the page everything a page may ask of Electron: permissions, navigation, windows.
import { app, session } from 'electron'

export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    const deny = (event: { preventDefault: () => void }) => {
      event.preventDefault()
    }
    contents.on('will-navigate', deny)
    contents.on('will-frame-navigate', deny)
    contents.on('will-redirect', deny)
    contents.on('will-attach-webview', deny)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** Must run once the app is ready. */
export function denyPermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  session.defaultSession.setPermissionCheckHandler(() => false)
}
