// The table of imitated providers: a new provider is one file beside this one, plus one line here.
import { indream } from './indream.ts'
import { konpro } from './konpro.ts'
import type { ProviderId, ProviderImitation } from './provider-imitation.ts'

export const imitations: { readonly [Id in ProviderId]: ProviderImitation } = {
  konpro,
  indream,
}
