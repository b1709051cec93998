// A desktop without Electron for the engine under torture: JSON files on the real disk, a key store that hides nothing.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Platform, Shape } from '../../electron/platform.ts'

const unasked = () => Promise.reject(new Error('Nothing under torture asks for that'))

export function torturePlatform(dataFolder: string): Platform {
  const openJsonFile = <T>(name: string, shape: Shape<T>, fallback: T) => {
    const path = join(dataFolder, `${name}.json`)
    let value = readIfThere(path, shape) ?? fallback
    const write = (next: T) => {
      writeFileSync(`${path}.new`, JSON.stringify(next))
      renameSync(`${path}.new`, path)
      value = next
    }
    return { file: { read: () => value, write }, setAsideAs: null }
  }
  return {
    dataFolder,
    cipher: {
      isAvailable: () => true,
      keyringName: () => 'torture',
      encrypt: (plain) => Buffer.from(plain),
      decrypt: (blob) => blob.toString(),
    },
    network: { isOnline: () => true, onChanged: () => () => undefined },
    onResumed: () => undefined,
    environment: () => undefined,
    showDataFolder: unasked,
    revealFile: () => undefined,
    openInBrowser: () => Promise.resolve(),
    writeClipboard: unasked,
    dragFiles: unasked,
    chooseSaveFile: unasked,
    chooseOpenFile: unasked,
    openJsonFile,
  }
}

/** A damaged file is a defect here, and thrown. */
function readIfThere<T>(path: string, shape: Shape<T>): T | null {
  try {
    return shape.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
