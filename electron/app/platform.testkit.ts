// A desktop for tests: JSON files on the real disk in the real format, a fake keyring, a clipboard in memory.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fakeCipher, type FakeCipher } from '../accounts/fake-cipher.testkit.ts'
import type { Platform, Shape } from '../platform.ts'
import { setAside } from '../store/set-aside.ts'

export type TestPlatform = Platform & {
  readonly cipher: FakeCipher
  readonly clipboard: string[]
  /** Paths that were shown, addresses that were opened. */
  readonly opened: string[]
  readonly dragged: (readonly string[])[]
}

export function testPlatform(dataFolder: string): TestPlatform {
  const clipboard: string[] = []
  const opened: string[] = []
  const dragged: (readonly string[])[] = []

  function openJsonFile<T>(name: string, shape: Shape<T>, fallback: T) {
    const path = join(dataFolder, `${name}.json`)
    let setAsideAs: string | null = null
    let value = fallback
    try {
      value = shape.parse(JSON.parse(readFileSync(path, 'utf8')))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') setAsideAs = setAside(path, Date.now())
    }
    const write = (next: T) => {
      writeFileSync(path, JSON.stringify(next))
      value = next
    }
    return { file: { read: () => value, write }, setAsideAs }
  }

  return {
    dataFolder,
    cipher: fakeCipher(),
    clipboard,
    opened,
    dragged,
    network: { isOnline: () => true, onChanged: () => () => undefined },
    onResumed: () => undefined,
    environment: () => undefined,
    chooseSaveFile: () => Promise.resolve(null),
    chooseOpenFile: () => Promise.resolve(null),
    showDataFolder: () => Promise.resolve(),
    revealFile: (path) => {
      opened.push(path)
    },
    openInBrowser: (address) => {
      opened.push(address.href)
      return Promise.resolve()
    },
    writeClipboard: (text) => {
      clipboard.push(text)
      return Promise.resolve()
    },
    dragFiles: (paths) => {
      dragged.push(paths)
      return Promise.resolve()
    },
    openJsonFile,
  }
}
