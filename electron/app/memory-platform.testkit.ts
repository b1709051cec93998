// A desktop for tests: a temporary data folder, small files in memory, no keyring.
import type { JsonFile, Platform } from '../platform.ts'

export function memoryPlatform(dataFolder: string): Platform {
  const files = new Map<string, unknown>()
  return {
    dataFolder,
    cipher: {
      isAvailable: () => false,
      keyringName: () => 'none',
      encrypt: (plain) => Buffer.from(plain),
      decrypt: (blob) => blob.toString(),
    },
    writeClipboard: () => Promise.resolve(),
    environment: () => undefined,
    chooseSaveFile: () => Promise.resolve(null),
    chooseOpenFile: () => Promise.resolve(null),
    openJsonFile: <T>(name: string, shape: { parse(content: unknown): T }, fallback: T) => {
      const file: JsonFile<T> = {
        read: () => (files.has(name) ? shape.parse(files.get(name)) : fallback),
        write: (value) => {
          files.set(name, value)
        },
      }
      return { file, setAsideAs: null }
    },
  }
}
