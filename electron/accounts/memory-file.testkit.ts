// A JSON file in memory, which keeps what it would have written as text.
import type { JsonFile } from '../platform.ts'

export function memoryFile<T>(content: T): JsonFile<T> & { readonly text: () => string } {
  let text = JSON.stringify(content)
  return {
    read: () => JSON.parse(text) as T,
    write: (value) => {
      text = JSON.stringify(value)
    },
    text: () => text,
  }
}
