// The shape of a provider's manifest: what Wharf knows of a provider, as data.

/** `block`: refused before any request. `warn`: said, and sent if the person wants. */
export type Enforcement = 'block' | 'warn'

export type CredentialField = {
  readonly name: 'apiKey'
  readonly label: string
  /** Where a person finds it, in a few words. */
  readonly hint: string
}

/** `warnAbove` lies below `blockAbove` where the provider's words leave room for both; null: no such threshold. */
export type SizeLimit = { readonly warnAbove: number | null; readonly blockAbove: number | null }

/** A value that may go along with an upload, beside the file. */
export type UploadField = {
  readonly name: string
  readonly label: string
  readonly hint: string
  /** `container`: one of those that the adapter lists, or typed. */
  readonly kind: 'text' | 'integer' | 'uuid' | 'container'
  /** What the IDs of this provider's containers look like; absent where nothing is said. */
  readonly idFormat?: 'uuid'
  /** What is usually meant, offered where the provider insists on a value; absent where nothing is. */
  readonly suggestion?: string
  /** Fields that must not be sent together with this one. */
  readonly excludes: readonly string[]
}

export type ProviderManifest = {
  readonly id: string
  readonly displayName: string
  readonly origins: { readonly api: string; readonly upload: string }
  readonly credentials: readonly CredentialField[]
  readonly uploadFields: readonly UploadField[]
  readonly limits: {
    /** Of the file itself, whatever is wrapped around it; null where the provider states none. */
    readonly maxFileBytes: SizeLimit | null
    /** `image/*` accepts every image. */
    readonly types: { readonly accepted: readonly string[]; readonly enforce: Enforcement } | null
    readonly emptyFiles: 'accepted' | 'refused'
    readonly parallelUploads: number
    /**
     * All requests of one key at once: uploads, lists, deletions. As many as uploads where the provider states a limit,
     * which is never exceeded; elsewhere one more, so that a list need not wait for a long upload.
     */
    readonly parallelRequests: number
    readonly requests: { readonly count: number; readonly perMs: number } | null
    readonly pageSize: number | null
  }
  readonly capabilities: {
    readonly list: {
      readonly scope: 'account' | 'container'
      readonly typeFilter: 'server' | 'local'
    } | null
    readonly container: { readonly noun: string; readonly onUpload: boolean } | null
    /** False: no documented request tells whether a key works, only an upload does. */
    readonly keyCheck: boolean
    readonly lookup: boolean
    readonly remove: boolean
  }
}
