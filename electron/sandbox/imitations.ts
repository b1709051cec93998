// The table of imitated providers: a new provider is one file beside this one, plus one line here.
import type { ProviderId } from '../../shared/providers/index.ts'
import { indream } from './indream.ts'
import { konpro } from './konpro.ts'
import { createOnemin } from './onemin.ts'
import type { ProviderImitation } from './provider-imitation.ts'
import { createToken360 } from './token360.ts'

/** New for each sandbox: some of them remember what they were asked. */
export function createImitations(): Readonly<Record<ProviderId, ProviderImitation>> {
  return {
    konpro,
    onemin: createOnemin(),
    indream,
    token360: createToken360(),
  }
}
