// The Platform port over Electron.
import { clipboard, powerMonitor, safeStorage, shell } from 'electron'
import type { Platform } from '../platform.ts'
import { chooseOpenFile, chooseSaveFile } from './choose-file.ts'
import { dragFiles } from './drag-files.ts'
import { openJsonFile } from './json-file.ts'
import { networkWatch } from './network-watch.ts'

const KEYRING_NAMES: Readonly<Record<string, string>> = {
  gnome_libsecret: 'the GNOME keyring',
  kwallet: 'KWallet',
  kwallet5: 'KWallet',
  kwallet6: 'KWallet',
  darwin: 'the macOS keychain',
  win32: 'Windows data protection',
}

/** The calls that every supported Electron has: later versions add others, which the oldest lacks. */
type SyncStorage = {
  readonly isEncryptionAvailable: () => boolean
  readonly encryptString: (plain: string) => Buffer
  readonly decryptString: (blob: Buffer) => string
}

export function electronPlatform(dataFolder: string): Platform {
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform
  // Linux without a keyring "encrypts" with a fixed password: that is as good as plain text.
  const isReal = backend !== 'basic_text' && backend !== 'unknown'
  const storage: SyncStorage = safeStorage
  return {
    dataFolder,
    cipher: {
      isAvailable: () => isReal && storage.isEncryptionAvailable(),
      keyringName: () => KEYRING_NAMES[backend] ?? 'no keyring',
      encrypt: (plain) => storage.encryptString(plain),
      decrypt: (blob) => storage.decryptString(blob),
    },
    network: networkWatch,
    onResumed: (act) => {
      powerMonitor.on('resume', act)
    },
    showDataFolder: async () => {
      await shell.openPath(dataFolder)
    },
    revealFile: (path) => {
      shell.showItemInFolder(path)
    },
    openInBrowser: async (address) => {
      await shell.openExternal(address.href)
    },
    writeClipboard: async (text) => {
      // Electron answers with a promise only in its later versions.
      await clipboard.writeText(text)
    },
    dragFiles,
    environment: (variable) => process.env[variable],
    chooseSaveFile,
    chooseOpenFile,
    openJsonFile: (name, schema, fallback) => openJsonFile(dataFolder, name, schema, fallback),
  }
}
