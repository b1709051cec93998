// Opens small JSON files through electron-store, keeping a damaged one aside.
import { join } from 'node:path'
import Store from 'electron-store'
import type { OpenedJsonFile, Shape } from '../platform.ts'
import { setAside } from '../store/set-aside.ts'

/** Each write replaces the file whole (electron-store writes a temporary file, then renames it). */
export function openJsonFile<T>(
  folder: string,
  name: string,
  shape: Shape<T>,
  fallback: T,
): OpenedJsonFile<T> {
  const open = () => new Store<Record<string, unknown>>({ cwd: folder, name, defaults: { value: fallback } })
  const opened = openOrSetAside()

  function openOrSetAside() {
    try {
      const store = open()
      shape.parse(store.get('value'))
      return { store, setAsideAs: null }
    } catch {
      const setAsideAs = setAside(join(folder, `${name}.json`), Date.now())
      return { store: open(), setAsideAs }
    }
  }

  let current = shape.parse(opened.store.get('value'))
  return {
    setAsideAs: opened.setAsideAs,
    file: {
      read: () => current,
      write: (value) => {
        opened.store.set('value', value)
        current = value
      },
    },
  }
}
