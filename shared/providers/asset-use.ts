// The shape of what a provider's API does with an asset, as data that any language can be written from.
import type { LibraryItem } from '../model/asset.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** A POST with a JSON body. */
export type ApiCall = {
  /** What the call does, in one plain line without signs that a shell takes for its own. */
  readonly purpose: string
  /** Below the provider's API address; begins with a slash. */
  readonly path: string
  /** What the person has to fill in is written `YOUR_…`. */
  readonly body: Json
}

/** Why no call can be written, for the person. */
export type NoCall = { readonly reason: string }

export type ProviderSnippets = {
  /** The environment variable that is to hold the key. */
  readonly keyVariable: string
  readonly auth: { readonly header: string; readonly scheme: 'Bearer' | null }
  /** Which value is an address of the bytes, and whether it opens without a key. */
  readonly url: { readonly valueName: string; readonly opensAnywhere: boolean }
  readonly callWith: (asset: LibraryItem) => ApiCall | NoCall
}
