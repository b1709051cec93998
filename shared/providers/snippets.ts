// The table of how providers' APIs take an asset; a provider that is not in it has no code to copy.
import type { ProviderSnippets } from './asset-use.ts'
import type { ProviderId } from './index.ts'
import { indreamSnippets } from './indream-snippets.ts'
import { konproSnippets } from './konpro-snippets.ts'
import { oneminSnippets } from './onemin-snippets.ts'
import { token360Snippets } from './token360-snippets.ts'

const SNIPPETS: Readonly<Partial<Record<ProviderId, ProviderSnippets>>> = {
  konpro: konproSnippets,
  onemin: oneminSnippets,
  indream: indreamSnippets,
  token360: token360Snippets,
}

export function snippetsOf(id: ProviderId): ProviderSnippets | null {
  return SNIPPETS[id] ?? null
}
