// Finds the bytes to show for an asset: the local file while it is unchanged, else the provider's address.
import { lstat } from 'node:fs/promises'
import type { AccountId } from '../../shared/ids.ts'
import { identityOf, isSameFile, type FileIdentity } from '../files/file-identity.ts'
import type { RecordIndex } from './record.ts'
import type { SeenUrls } from './seen-urls.ts'

export type PreviewSource =
  | { readonly kind: 'file'; readonly path: string; readonly mimeType: string }
  | { readonly kind: 'url'; readonly url: string }

export async function assetPreview(
  accountId: AccountId,
  primaryId: string,
  { record, seenUrls }: { readonly record: RecordIndex; readonly seenUrls: SeenUrls },
): Promise<PreviewSource | null> {
  const entry = record.find(accountId, primaryId)
  if (entry && (await isUnchanged(entry.sourcePath, entry.sourceIdentity)))
    return filePreview(entry.sourcePath, entry.facts.mimeType)
  const url = seenUrls.find(accountId, primaryId) ?? entry?.asset.url ?? null
  return url === null ? null : { kind: 'url', url }
}

/** null: not a kind of file that a page may show. */
export function filePreview(path: string, mimeType: string | null): PreviewSource | null {
  return mimeType !== null && SHOWN.test(mimeType) ? { kind: 'file', path, mimeType } : null
}

/** What `<img>`, `<video>` and `<audio>` decode; SVG is left out, since it is a document. */
export const SHOWN = /^(image\/(?!svg)|video\/|audio\/)/

async function isUnchanged(path: string, identity: FileIdentity): Promise<boolean> {
  try {
    return isSameFile(identityOf(await lstat(path, { bigint: true })), identity)
  } catch {
    return false
  }
}
