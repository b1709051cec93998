// The cache keys of library views.
import type { LibrarySource } from './library-source.ts'

export const LIBRARY_ROOT = 'library'

export function libraryKey(source: LibrarySource): readonly [typeof LIBRARY_ROOT, LibrarySource] {
  return [LIBRARY_ROOT, source]
}
