// Changes what is noted on an asset, as a person would write it.
import { foldText } from '../../shared/fold-text.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Annotations } from './annotations.ts'
import type { RecordIndex } from './record.ts'

export type Noted = { readonly annotations: Annotations; readonly record: RecordIndex }

type AnnotationChange = { readonly [Name in keyof Annotation]?: Annotation[Name] | undefined }

/** What is absent from `change` stays. A tag that is there in other letters already is not added again. */
export function annotateAsset(
  accountId: AccountId,
  primaryId: string,
  change: AnnotationChange,
  { annotations, record }: Noted,
): Annotation {
  const known = annotations.find(accountId, primaryId)
  const { localName = known.localName, note = known.note } = change
  const annotation = { localName, note, tags: distinct(change.tags ?? known.tags) }
  annotations.set(accountId, primaryId, annotation)
  record.rename(accountId, primaryId, annotation.localName)
  return annotation
}

function distinct(tags: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return tags.filter((tag) => !seen.has(foldText(tag)) && seen.add(foldText(tag)))
}
