// Calls about single accounts: add, test, change, remove.
import { failure, WharfError } from '../../../shared/errors.ts'
import type { AccountId } from '../../../shared/ids.ts'
import type { Server } from '../../../shared/model/account.ts'
import { manifestOf, type ProviderId } from '../../../shared/providers/index.ts'
import { parseServerAddress } from '../../accounts/server-address.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

type Names = `accounts.${'add' | 'addSandbox' | 'test' | 'setKey' | 'resume' | 'update' | 'remove'}`

export function accountHandlers(services: Services): Pick<Handlers, Names> {
  const { accounts, connections, health, queue, events } = services

  const tell = (accountId: AccountId) => {
    const account = services.toAccountView(accounts.get(accountId))
    events.push({ type: 'account.changed', account })
    return account
  }
  const chosenKey = (providerId: ProviderId, server: Server, typed: string | null) => {
    const key = typed ?? services.environmentKeys.keyFor(providerId, server)
    if (key === null) throw new WharfError(failure('key-missing', 'not-sent'))
    return key
  }
  /** What was held back or known because of the old key no longer holds. */
  const beginAnew = (accountId: AccountId) => {
    health.forget(accountId)
    connections.forget(accountId)
    queue.unblock(accountId)
  }

  return {
    'accounts.add': ({ providerId, name, apiKey, serverAddress }) => {
      const server = toServer(serverAddress)
      const key = chosenKey(providerId, server, apiKey)
      return tell(accounts.add({ providerId, name, server, key }).id)
    },
    'accounts.addSandbox': async ({ providerId }) => {
      await services.startSandbox()
      const name = `${manifestOf(providerId).displayName} sandbox`
      return tell(accounts.add({ providerId, name, server: { kind: 'sandbox' }, key: null }).id)
    },
    'accounts.test': async ({ providerId, apiKey, serverAddress }) => {
      const server = toServer(serverAddress)
      await connections.test({ providerId, apiKey: chosenKey(providerId, server, apiKey), server })
      return {}
    },
    'accounts.setKey': ({ accountId, apiKey }) => {
      accounts.setKey(accountId, apiKey)
      beginAnew(accountId)
      return tell(accountId)
    },
    'accounts.resume': ({ accountId }) => {
      beginAnew(accountId)
      return tell(accountId)
    },
    'accounts.update': ({ accountId, serverAddress, apiKey, ...change }) => {
      const { server: old } = accounts.get(accountId)
      const server = serverAddress === undefined ? old : toServer(serverAddress)
      const isMoved = !isSameServer(old, server)
      // The sandbox is an address of its own, which follows the app.
      if (isMoved && old.kind === 'sandbox') throw new WharfError(failure('input-invalid', 'not-sent'))
      if (isMoved && apiKey === undefined) throw new WharfError(failure('key-missing', 'not-sent'))
      accounts.change(accountId, change)
      if (apiKey !== undefined) {
        if (isMoved) accounts.move(accountId, server, apiKey)
        else accounts.setKey(accountId, apiKey)
        beginAnew(accountId)
      }
      queue.reconsider()
      return tell(accountId)
    },
    'accounts.remove': ({ accountId }) => {
      // First, since it may fail: jobs must not outlive their account.
      queue.removeAccount(accountId)
      accounts.remove(accountId)
      health.forget(accountId)
      connections.forget(accountId)
      events.push({ type: 'account.removed', accountId })
      return {}
    },
  }
}

function toServer(typedAddress: string | null): Server {
  const address = parseServerAddress(typedAddress)
  return address === null ? { kind: 'provider' } : { kind: 'custom', address }
}

function isSameServer(a: Server, b: Server): boolean {
  const addressOf = (server: Server) => (server.kind === 'custom' ? server.address : null)
  return a.kind === b.kind && addressOf(a) === addressOf(b)
}
