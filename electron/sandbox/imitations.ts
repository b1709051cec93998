// The table of imitated providers: a new provider is one file beside this one, plus one line here.
import { indream } from './indream.ts'
import { konpro } from './konpro.ts'
import { createOnemin } from './onemin.ts'
import type { ProviderId, ProviderImitation } from './provider-imitation.ts'
import { createToken360 } from './token360.ts'

/** New for each sandbox: some of them remember what they were asked. */
export function createImitations(): { readonly [Id in ProviderId]: ProviderImitation } {
  return { konpro, onemin: createOnemin(), indream, token360: createToken360() }
}
