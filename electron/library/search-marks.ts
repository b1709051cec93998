// Finds the accounts, providers or types that a typed word may mean, so that their assets are found by it.
import { foldText } from '../../shared/fold-text.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { MediaKind } from '../../shared/model/file-facts.ts'
import { KIND_WORDS } from '../../shared/model/kind-words.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { searchWords } from '../../shared/search-words.ts'

/** An account, a provider or a type stands in the search index as a mark: one word that nobody types. */
export type Mark = string

export type Named = {
  readonly accounts: readonly { readonly id: AccountId; readonly name: string }[]
  readonly providers: readonly { readonly id: ProviderId; readonly displayName: string }[]
}

const hex = (text: string) => Buffer.from(text).toString('hex')

/** As the view `asset_search_rows` of the database writes them. */
export const accountMark = (id: AccountId): Mark => `a${hex(id)}`
export const kindMark = (kind: MediaKind): Mark => `k${kind}`
export const tagMark = (tag: string): Mark => `t${hex(tag)}`
const providerMark = (id: ProviderId): Mark => `p${hex(id)}`

/**
 * The marks of everything that has a word which begins with `word`. Names are looked up at the time of the search, so
 * that an account that is renamed needs no new index.
 */
export function marksOf({ accounts, providers }: Named): (word: string) => readonly Mark[] {
  const named: readonly (readonly [Mark, string])[] = [
    ...accounts.map(({ id, name }) => [accountMark(id), name] as const),
    ...providers.map(({ id, displayName }) => [providerMark(id), `${displayName} ${id}`] as const),
    ...Object.entries(KIND_WORDS).map(([kind, words]) => [kindMark(kind as MediaKind), words] as const),
  ]
  const byWord = named.map(([mark, text]) => [mark, wordsOf(text)] as const)
  return (typed) => {
    const word = foldText(typed)
    return byWord.filter(([, words]) => words.some((each) => each.startsWith(word))).map(([mark]) => mark)
  }
}

const wordsOf = (text: string) => searchWords(foldText(text))
