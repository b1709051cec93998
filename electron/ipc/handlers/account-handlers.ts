// Calls about accounts: add, test, re-key, remove.
import type { AccountId } from '../../../shared/ids.ts'
import type { Server } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { parseServerAddress } from '../../accounts/server-address.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export function accountHandlers(
  services: Services,
): Pick<
  Handlers,
  | 'accounts.add'
  | 'accounts.addSandbox'
  | 'accounts.test'
  | 'accounts.setKey'
  | 'accounts.resume'
  | 'accounts.remove'
> {
  const { accounts, connections, queue, events, toAccountView } = services
  return {
    'accounts.add': ({ providerId, name, apiKey, serverAddress }) => {
      const server = toServer(serverAddress)
      const account = toAccountView(accounts.add({ providerId, name, server, key: apiKey }))
      events.push({ type: 'account.changed', account })
      return account
    },
    'accounts.addSandbox': async ({ providerId }) => {
      await services.startSandbox()
      const name = `${manifestOf(providerId).displayName} sandbox`
      const account = toAccountView(
        accounts.add({ providerId, name, server: { kind: 'sandbox' }, key: null }),
      )
      events.push({ type: 'account.changed', account })
      return account
    },
    'accounts.test': async ({ providerId, apiKey, serverAddress }) => {
      await connections.test({ providerId, apiKey, server: toServer(serverAddress) })
      return {}
    },
    'accounts.setKey': ({ accountId, apiKey }) => {
      accounts.setKey(accountId, apiKey)
      return resumed(accountId)
    },
    'accounts.resume': ({ accountId }) => resumed(accountId),
    'accounts.remove': ({ accountId }) => {
      // First, since it may fail: jobs must not outlive their account.
      queue.removeAccount(accountId)
      accounts.remove(accountId)
      events.push({ type: 'account.removed', accountId })
      return {}
    },
  }

  function resumed(accountId: AccountId) {
    queue.unblock(accountId)
    const account = toAccountView(accounts.get(accountId))
    events.push({ type: 'account.changed', account })
    return account
  }
}

function toServer(typedAddress: string | null): Server {
  const address = parseServerAddress(typedAddress)
  return address === null ? { kind: 'provider' } : { kind: 'custom', address }
}
