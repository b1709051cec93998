// The folders that are in every KonPro account of the sandbox, with the list that shows them.
import { pageTokenAfter, readPageToken } from './page-token.ts'
import type { JsonValue } from './reply.ts'

type Folder = {
  readonly id: string
  readonly name: string
  /** Empty = the root. */
  readonly parent_id: string
  readonly created_at: string
  readonly updated_at: string
  readonly is_trash: boolean
}

function folder(id: string, name: string, parentId = '', isTrash = false): Folder {
  const madeAt = '2026-01-05T09:00:00Z'
  return { id, name, parent_id: parentId, created_at: madeAt, updated_at: madeAt, is_trash: isTrash }
}

const FOLDERS: readonly Folder[] = [
  folder('folder_product_shots', 'Product shots'),
  folder('folder_studio', 'Studio'),
  folder('folder_studio_takes', 'Takes & échos', 'folder_studio'),
  folder('folder_old', 'Old shots', '', true),
]

export type FolderQuery = {
  readonly limit: number
  readonly token: string
  readonly nameFilter: string
  /** null = wherever they lie. */
  readonly parentId: string | null
  readonly isTrash: boolean
  /** Whether the last page names a next one, as the sample on the page does. */
  readonly contradictsItself: boolean
}

/** null: no token of this list. */
export function folderPage(query: FolderQuery): JsonValue | null {
  const first = query.token === '' ? 0 : readPageToken(query.token)
  if (first === null) return null
  const wanted = query.nameFilter.toLowerCase()
  const found = FOLDERS.filter(
    (folder) =>
      folder.is_trash === query.isTrash &&
      (query.parentId === null || folder.parent_id === query.parentId) &&
      folder.name.toLowerCase().includes(wanted),
  )
  const next = first + query.limit
  const hasMore = next < found.length
  return {
    folders: found.slice(first, next),
    token: hasMore || query.contradictsItself ? pageTokenAfter(next) : null,
    has_more: hasMore,
  }
}
