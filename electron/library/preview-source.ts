// Finds where the bytes to show of an asset are: the local file while it is unchanged, else the provider's address.
import type { AccountId } from '../../shared/ids.ts'
import type { MediaAddress } from '../http/fetch-media.ts'
import type { RecordIndex } from './record.ts'
import type { SeenUrls } from './seen-urls.ts'
import { sourceFile } from './source-file.ts'

export type PreviewSource =
  | { readonly kind: 'file'; readonly path: string; readonly mimeType: string }
  | { readonly kind: 'url'; readonly address: MediaAddress }
  /** It is known, yet there is nothing to show of it now. */
  | { readonly kind: 'nothing' }

type Sources = {
  readonly record: RecordIndex
  readonly seenUrls: SeenUrls
  /** Of the account's own server; null where the account is gone. */
  readonly originOf: (accountId: AccountId) => string | null
}

/** null: no such asset was ever shown. */
export async function assetPreview(
  accountId: AccountId,
  primaryId: string,
  { record, seenUrls, originOf }: Sources,
): Promise<PreviewSource | null> {
  const entry = record.find(accountId, primaryId)
  const path = entry && (await sourceFile(entry))
  if (entry && path !== null) return filePreview(path, entry.facts.mimeType)
  const url = seenUrls.find(accountId, primaryId) ?? entry?.asset.url ?? null
  if (url === null || !URL.canParse(url)) return entry && { kind: 'nothing' }
  const address = { url, trustedOrigin: originOf(accountId), mimeType: entry?.facts.mimeType ?? null }
  return { kind: 'url', address }
}

/** null: not a kind of file that a page may show. */
export function filePreview(path: string, mimeType: string | null): PreviewSource | null {
  return mimeType !== null && SHOWN.test(mimeType) ? { kind: 'file', path, mimeType } : null
}

/** What `<img>`, `<video>` and `<audio>` decode; SVG is left out, since it is a document. */
export const SHOWN = /^(image\/(?!svg)|video\/|audio\/)/
