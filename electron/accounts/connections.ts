// Connects accounts to their providers: base address, key, gate and adapter in one call.
import { failure, WharfError } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Server } from '../../shared/model/account.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { createGate, type Gate } from '../http/gate.ts'
import type { Send } from '../http/send.ts'
import { providerOf } from '../providers/registry.ts'
import type { CallContext, ProviderCall } from '../providers/provider.ts'
import type { Account, Accounts } from './accounts.ts'
import type { AccountHealth } from './health.ts'

export type Connections = {
  /**
   * Throws `key-missing` before anything is sent when the key must be entered first. A disabled account is asked for
   * nothing (`account-disabled`), while an upload that began before may end: those are held back by the queue.
   */
  readonly call: <T>(
    account: Account,
    kind: Parameters<Gate['run']>[0],
    signal: AbortSignal,
    use: ProviderCall<T>,
  ) => Promise<T>
  /** Resolves when the provider takes the key, or has no request that could tell; throws its failure otherwise. */
  readonly test: (target: {
    readonly providerId: ProviderId
    readonly server: Server
    readonly apiKey: string
  }) => Promise<void>
}

type Options = {
  readonly accounts: Accounts
  readonly health: AccountHealth
  readonly send: Send
  /** The sandbox's base address for a provider; null while it does not run. */
  readonly sandboxBase: (providerId: ProviderId) => string | null
  readonly nowMs: () => number
}

export function createConnections({ accounts, health, send, sandboxBase, nowMs }: Options): Connections {
  const gates = new Map<AccountId, Gate>()

  const baseOf = (providerId: ProviderId, server: Server): CallContext['base'] => {
    if (server.kind === 'provider') return providerOf(providerId).manifest.origins
    const address = server.kind === 'custom' ? server.address : sandboxBase(providerId)
    if (address === null) throw new WharfError(failure('connection-refused', 'not-sent'))
    return { api: address, upload: address }
  }
  const gateOf = (account: Account): Gate => {
    let gate = gates.get(account.id)
    if (!gate) {
      const { parallelUploads, requests } = providerOf(account.providerId).manifest.limits
      gate = createGate(parallelUploads, requests)
      gates.set(account.id, gate)
    }
    return gate
  }

  return {
    call: async (account, kind, signal, use) => {
      if (kind === 'browse' && account.isDisabled)
        throw new WharfError(failure('account-disabled', 'not-sent'))
      const apiKey = accounts.keyOf(account)
      if (apiKey === null) throw new WharfError(failure('key-missing', 'not-sent'))
      try {
        const base = baseOf(account.providerId, account.server)
        const context = { base, apiKey, send, signal, nowMs }
        const answer = await gateOf(account).run(kind, signal, () =>
          use(providerOf(account.providerId), context),
        )
        health.note(account.id, null)
        return answer
      } catch (error) {
        if (error instanceof WharfError) health.note(account.id, error.failure)
        throw error
      }
    },
    test: async ({ providerId, server, apiKey }) => {
      const signal = AbortSignal.timeout(TEST_LIMIT_MS)
      const context = { base: baseOf(providerId, server), apiKey, send, signal, nowMs }
      await providerOf(providerId).adapter.checkCredentials?.(context)
    },
  }
}

/** A person waits in front of a dialog. */
const TEST_LIMIT_MS = 20_000
