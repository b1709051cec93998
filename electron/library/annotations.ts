// Keeps what a person notes on assets, whether or not the record holds them.
import { z } from 'zod'
import type { AccountId } from '../../shared/ids.ts'
import { annotationSchema, type Annotation } from '../../shared/model/annotation.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import type { Database } from '../store/sqlite.ts'

export type Annotations = {
  /** Nothing noted where nothing was. */
  readonly find: (accountId: AccountId, primaryId: string) => Annotation
  readonly set: (accountId: AccountId, primaryId: string, annotation: Annotation) => void
  /** All tags in use, by name. */
  readonly tags: () => readonly { readonly tag: string; readonly count: number }[]
}

/** The item as the person knows it. */
export function withAnnotation(item: LibraryItem, annotations: Annotations): LibraryItem {
  const annotation = annotations.find(item.accountId, item.primaryId)
  return { ...item, ...annotation, name: annotation.localName ?? item.name }
}

export const NOTHING_NOTED: Annotation = { localName: null, note: null, tags: [] }

export function createAnnotations(database: Database): Annotations {
  const select = database.prepare(
    'SELECT local_name AS localName, note, tags FROM annotations WHERE account_id = ? AND primary_id = ?',
  )
  const write = database.prepare(
    `INSERT INTO annotations (account_id, primary_id, local_name, note, tags) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET local_name = excluded.local_name, note = excluded.note, tags = excluded.tags`,
  )
  const erase = database.prepare('DELETE FROM annotations WHERE account_id = ? AND primary_id = ?')
  const count = database.prepare(
    `SELECT value AS tag, count(*) AS count FROM annotations, json_each(tags) WHERE tags <> '[]'
     GROUP BY value ORDER BY value`,
  )
  return {
    find: (accountId, primaryId) => {
      const row = select.get(accountId, primaryId) as RawAnnotation | undefined
      if (row === undefined) return NOTHING_NOTED
      return annotationSchema.parse({ ...row, tags: JSON.parse(row.tags) as unknown })
    },
    set: (accountId, primaryId, { localName, note, tags }) => {
      if (localName === null && note === null && tags.length === 0) erase.run(accountId, primaryId)
      else write.run(accountId, primaryId, localName, note, JSON.stringify(tags))
    },
    tags: () => tagCountsSchema.parse(count.all()),
  }
}

type RawAnnotation = {
  readonly localName: string | null
  readonly note: string | null
  readonly tags: string
}

const tagCountsSchema = z.array(z.object({ tag: z.string(), count: z.number() }).readonly()).readonly()
