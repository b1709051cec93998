// Behaviour that a provider's pages allow, yet that an imitation shows only when a test asks for it.

export type Quirk =
  /** What is uploaded now appears in its container only after that time. */
  | { readonly kind: 'late-binding'; readonly delayMs: number }
  /** What is uploaded now lies in that container, as if a person had moved it there on the provider's site. */
  | { readonly kind: 'filed'; readonly containerId: string }
  /** The size limit is that; it counts the file, or the whole `body` of the request with what is wrapped around it. */
  | { readonly kind: 'size-limit'; readonly maxBytes: number; readonly counts: 'file' | 'body' }
  /** The last page names a next one all the same, while saying that there is none. */
  | { readonly kind: 'token-on-last-page' }
