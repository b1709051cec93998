// The list of all adapters: a new provider's code is one line here.
import type { ProviderId } from '../../shared/providers/index.ts'
import { indreamProvider } from './indream/adapter.ts'
import { konproProvider } from './konpro/adapter.ts'
import { oneminProvider } from './onemin/adapter.ts'
import type { Provider } from './provider.ts'
import { token360Provider } from './token360/adapter.ts'

const PROVIDERS: Readonly<Record<ProviderId, Provider>> = {
  konpro: konproProvider,
  onemin: oneminProvider,
  indream: indreamProvider,
  token360: token360Provider,
}

export function providerOf(id: ProviderId): Provider {
  return PROVIDERS[id]
}
