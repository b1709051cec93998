// A desktop for benchmarks: JSON files in memory, and a cipher that only pretends.
import type { Platform, Shape } from '../electron/platform.ts'

const unasked = () => Promise.reject(new Error('No benchmark asks for that'))

export function benchPlatform(dataFolder: string): Platform {
  const openJsonFile = <T>(_name: string, _shape: Shape<T>, fallback: T) => {
    let value = fallback
    const write = (next: T) => {
      value = next
    }
    return { file: { read: () => value, write }, setAsideAs: null }
  }
  return {
    dataFolder,
    cipher: {
      isAvailable: () => true,
      keyringName: () => 'bench',
      encrypt: (plain) => Buffer.from(plain),
      decrypt: (blob) => blob.toString(),
    },
    network: { isOnline: () => true, onChanged: () => () => undefined },
    onResumed: () => undefined,
    environment: () => undefined,
    showDataFolder: unasked,
    revealFile: () => undefined,
    openInBrowser: unasked,
    writeClipboard: unasked,
    dragFiles: unasked,
    chooseSaveFile: unasked,
    chooseOpenFile: unasked,
    openJsonFile,
  }
}
