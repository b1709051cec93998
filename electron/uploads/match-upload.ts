// Decides which of the listed assets is a file whose reply was lost: one of them, none, or not for Wharf to say.
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { MediaKind } from '../../shared/model/file-facts.ts'
import type { Comparison } from '../http/compare-content.ts'

/** What is known of an upload whose outcome is not. Times are on the provider's clock. */
export type Sought = {
  /** The name under which the provider would list it; null where it gives names of its own. */
  readonly listedName: string | null
  readonly sizeBytes: number
  readonly kind: MediaKind
  /** When its request may have been carried out, with a margin for clocks. */
  readonly createdFromMs: number
  readonly createdToMs: number
}

export type Candidate = {
  /** Not yet known to be another file's. */
  readonly asset: RemoteAsset
  readonly content: Comparison
  /** Other uploads without an outcome, which may have made this asset as well. */
  readonly rivals: readonly Sought[]
}

export type Match =
  | { readonly type: 'found'; readonly asset: RemoteAsset }
  /** There is something that may be it, or several that are as likely. */
  | { readonly type: 'ambiguous' }
  /** None of these can be it. */
  | { readonly type: 'absent' }

/** Created longer than this before the request began, by whatever clock or time zone, it cannot come of it. */
export const CLOCK_DOUBT_MS = 24 * 60 * 60_000

/** Where the bytes were not compared, one asset must fit alone and nobody else may have made it. */
export function matchUpload(sought: Sought, candidates: readonly Candidate[]): Match {
  const possible = candidates.filter(({ asset }) => !isContradicted(sought, asset))
  const same = possible.find(({ content }) => content === 'same')
  if (same) return { type: 'found', asset: same.asset }
  const [first, ...others] = possible.filter(({ asset }) => fits(sought, asset))
  if (first && others.length === 0 && isConvincing(sought, first))
    return { type: 'found', asset: first.asset }
  return possible.length > 0 ? { type: 'ambiguous' } : { type: 'absent' }
}

/** Nothing speaks against the asset, neither what it is nor when it was made. */
export function fits(sought: Sought, asset: RemoteAsset): boolean {
  const { createdAtMs } = asset
  if (isContradicted(sought, asset)) return false
  return createdAtMs === null || (createdAtMs >= sought.createdFromMs && createdAtMs <= sought.createdToMs)
}

function isContradicted(sought: Sought, { kind, sizeBytes, createdAtMs }: RemoteAsset): boolean {
  const isOtherKind = kind !== 'other' && sought.kind !== 'other' && kind !== sought.kind
  const isOtherSize = sizeBytes !== null && sizeBytes !== sought.sizeBytes
  const isOlder = createdAtMs !== null && createdAtMs < sought.createdFromMs - CLOCK_DOUBT_MS
  return isOtherKind || isOtherSize || isOlder
}

function isConvincing(sought: Sought, { asset, content, rivals }: Candidate): boolean {
  const name = sought.listedName === null ? null : asset.name
  if (content === 'different' || (name !== null && name !== sought.listedName)) return false
  if (rivals.some((rival) => fits(rival, asset))) return false
  return asset.createdAtMs !== null || (name !== null && asset.sizeBytes !== null)
}
