// The adapter interface: what a provider's code must offer, derived by type from what its manifest claims.
import type { Cursor } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { FileFacts, MediaKind } from '../../shared/model/file-facts.ts'
import type { ProviderManifest } from '../../shared/providers/manifest.ts'
import type { Send } from '../http/send.ts'
import type { UploadBody } from '../http/upload-body.ts'

/** What every call of an adapter is given; the adapter keeps none of it. */
export type CallContext = {
  /** Base addresses without a trailing slash; they may carry a path of their own. */
  readonly base: { readonly api: string; readonly upload: string }
  readonly apiKey: string
  readonly send: Send
  readonly signal: AbortSignal
  readonly nowMs: () => number
}

export type UploadRequest = {
  readonly facts: FileFacts
  readonly body: UploadBody
  /** Values for the manifest's `uploadFields`, by name. */
  readonly fields: Readonly<Record<string, string>>
}

export type ListRequest = {
  readonly cursor: Cursor | null
  readonly kind: MediaKind | null
  readonly containerId: string | null
  readonly limit: number
}

export type AssetPage = { readonly assets: readonly RemoteAsset[]; readonly nextCursor: Cursor | null }
export type Container = { readonly id: string; readonly name: string }

/** All methods reject with a `WharfError`; every one of them stops when the context's signal aborts. */
type Always = {
  upload(context: CallContext, request: UploadRequest): Promise<RemoteAsset>
}
type CanCheckKey = {
  /** Resolves when the provider accepts the key, by the cheapest documented request. */
  checkCredentials(context: CallContext): Promise<void>
}
type CanList = {
  listPage(context: CallContext, request: ListRequest): Promise<AssetPage>
  /** The name under which the list shows what was uploaded from such a file; null where it gives names of its own. */
  listedName(facts: FileFacts): string | null
}
type CanListContainers = {
  /** All of them, page after page, up to a bound; an account with more can still have one typed. */
  listContainers(context: CallContext): Promise<readonly Container[]>
}
type CanLookUp = { lookup(context: CallContext, primaryId: string): Promise<RemoteAsset> }
type CanRemove = { remove(context: CallContext, primaryId: string): Promise<void> }

/** A claimed capability's methods, or nothing: for a claim of `null` or `false` there must be no method. */
type When<Claim, Methods> = [Claim] extends [null | false]
  ? { readonly [K in keyof Methods]?: never }
  : Methods

export type AdapterFor<M extends ProviderManifest> = Always &
  When<M['capabilities']['keyCheck'], CanCheckKey> &
  When<M['capabilities']['list'], CanList> &
  When<M['capabilities']['container'], CanListContainers> &
  When<M['capabilities']['lookup'], CanLookUp> &
  When<M['capabilities']['remove'], CanRemove>

/** An adapter as its callers see it: they branch on a method's presence, never on a provider's id. */
export type Adapter = Always & Partial<CanCheckKey & CanList & CanListContainers & CanLookUp & CanRemove>

export type Provider = { readonly manifest: ProviderManifest; readonly adapter: Adapter }

/** One call to a provider, run by whoever holds its key and its gate. */
export type ProviderCall<T> = (provider: Provider, context: CallContext) => Promise<T>

/** Ties a manifest to its adapter; the compiler refuses an adapter that offers less, or more, than is claimed. */
export function defineProvider<const M extends ProviderManifest>(
  manifest: M,
  adapter: AdapterFor<M>,
): Provider {
  return { manifest, adapter }
}
