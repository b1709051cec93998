// Finds keys that the environment holds, one variable for each provider.
import { PROVIDER_IDS, type ProviderId } from '../../shared/providers/index.ts'
import type { Server } from '../../shared/model/account.ts'
import { isLoopback } from './server-address.ts'

export type EnvironmentKeys = {
  /** Which providers have one, never the keys themselves. */
  readonly found: readonly { readonly providerId: ProviderId; readonly variable: string }[]
  /** null: there is none, or it would leave for an address that the person who set it did not mean. */
  readonly keyFor: (providerId: ProviderId, server: Server) => string | null
}

/** `read` answers undefined for a variable that is not set. */
export function findEnvironmentKeys(read: (variable: string) => string | undefined): EnvironmentKeys {
  const keyOf = (providerId: ProviderId) => read(variableOf(providerId))?.trim() ?? ''
  return {
    found: PROVIDER_IDS.filter((id) => keyOf(id) !== '').map((providerId) => ({
      providerId,
      variable: variableOf(providerId),
    })),
    keyFor: (providerId, server) => {
      const isMeant = server.kind !== 'custom' || isLoopback(server.address)
      const key = keyOf(providerId)
      return isMeant && key !== '' ? key : null
    },
  }
}

/** `WHARF_KONPRO_KEY` for `konpro`. */
function variableOf(providerId: ProviderId): string {
  return `WHARF_${providerId.toUpperCase().replace(/[^A-Z0-9]/g, '_')}_KEY`
}
