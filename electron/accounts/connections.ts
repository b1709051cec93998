// Connects accounts to their providers: base address, key, gate and adapter in one call.
import { failure, WharfError } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Server } from '../../shared/model/account.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import type { Gate, GateClock, Hold } from '../http/gate.ts'
import type { Send } from '../http/send.ts'
import { providerOf } from '../providers/registry.ts'
import type { CallContext, ProviderCall } from '../providers/provider.ts'
import type { PaceStore } from '../store/pace-store.ts'
import type { Account, Accounts } from './accounts.ts'
import { createGates } from './gates.ts'
import type { AccountHealth } from './health.ts'

export type Connections = {
  /**
   * Throws `key-missing` before anything is sent when the key must be entered first. A disabled account is asked for
   * nothing (`account-disabled`), while an upload that began before may end: those are held back by the queue. What
   * a person waits for is `rate-limited` at once where its key is held for longer than anybody watches.
   */
  readonly call: <T>(
    account: Account,
    kind: Parameters<Gate['send']>[0],
    signal: AbortSignal,
    use: ProviderCall<T>,
  ) => Promise<T>
  /** Resolves when the provider takes the key, or has no request that could tell; throws its failure otherwise. */
  readonly test: (target: {
    readonly providerId: ProviderId
    readonly server: Server
    readonly apiKey: string
  }) => Promise<void>
  /** Where the account's requests go; null while the sandbox that it belongs to does not run. */
  readonly addressOf: (account: Account) => string | null
  /** What the account's key allows now; null without a key. */
  readonly paceOf: (account: Account) => Pace | null
  /** The account is gone, or its key is another: what its gate knew is no longer its own. */
  readonly forget: (accountId: AccountId) => void
  readonly close: () => void
}

export type Pace = {
  /** How many of its uploads may be under way now: never more than the provider allows, none during a pause. */
  readonly uploadsAtOnce: number
  readonly hold: Hold | null
}

type Options = {
  readonly accounts: Accounts
  readonly health: AccountHealth
  readonly send: Send
  /** The sandbox's base address for a provider; null while it does not run. */
  readonly sandboxBase: (providerId: ProviderId) => string | null
  readonly paces: PaceStore
  readonly clock: GateClock
  /** `hold` of the account's pace is another than before. */
  readonly onHoldChanged: (accountId: AccountId) => void
  /** `uploadsAtOnce` of some account may have grown. */
  readonly onOpened: () => void
}

export function createConnections(options: Options): Connections {
  const { accounts, health, sandboxBase, clock } = options
  const gates = createGates(options)

  const baseOf = (providerId: ProviderId, server: Server): CallContext['base'] => {
    if (server.kind === 'provider') return providerOf(providerId).manifest.origins
    const address = server.kind === 'custom' ? server.address : sandboxBase(providerId)
    if (address === null) throw new WharfError(failure('connection-refused', 'not-sent'))
    return { api: address, upload: address }
  }
  const gateOf = ({ id, providerId }: Account, base: CallContext['base'], apiKey: string) =>
    gates.of(id, { providerId, address: base.api, apiKey })
  const contextOf = (
    gate: Gate,
    kind: Parameters<Gate['send']>[0],
    parts: Pick<CallContext, 'base' | 'apiKey' | 'signal'>,
  ): CallContext => ({ ...parts, nowMs: clock.nowMs, send: (request) => gate.send(kind, request) })

  return {
    call: async (account, kind, signal, use) => {
      if (kind !== 'upload' && account.isDisabled)
        throw new WharfError(failure('account-disabled', 'not-sent'))
      const apiKey = accounts.keyOf(account)
      if (apiKey === null) throw new WharfError(failure('key-missing', 'not-sent'))
      let gate: Gate | null = null
      try {
        const base = baseOf(account.providerId, account.server)
        gate = gateOf(account, base, apiKey)
        if (kind === 'browse') refuseLongWait(gate.hold())
        const context = contextOf(gate, kind, { base, apiKey, signal })
        const answer = await use(providerOf(account.providerId), context)
        health.note(account.id, null)
        return answer
      } catch (error) {
        if (error instanceof WharfError) {
          gate?.note(error.failure)
          health.note(account.id, error.failure)
        }
        throw error
      }
    },
    test: async ({ providerId, server, apiKey }) => {
      const signal = AbortSignal.timeout(TEST_LIMIT_MS)
      const base = baseOf(providerId, server)
      const { adapter } = providerOf(providerId)
      if (!adapter.checkCredentials) return
      const gate = gates.borrow({ providerId, address: base.api, apiKey })
      await adapter.checkCredentials(contextOf(gate, 'browse', { base, apiKey, signal }))
    },
    addressOf: ({ providerId, server }) =>
      server.kind === 'sandbox' && sandboxBase(providerId) === null ? null : baseOf(providerId, server).api,
    paceOf: (account) => {
      const apiKey = accounts.keyOf(account)
      if (apiKey === null) return null
      const { parallelUploads } = providerOf(account.providerId).manifest.limits
      // Nothing listens: each upload finds out by itself, and says so.
      if (account.server.kind === 'sandbox' && sandboxBase(account.providerId) === null)
        return { uploadsAtOnce: parallelUploads, hold: null }
      const gate = gateOf(account, baseOf(account.providerId, account.server), apiKey)
      return { uploadsAtOnce: gate.uploadsAtOnce(), hold: gate.hold() }
    },
    forget: gates.leave,
    close: gates.close,
  }

  function refuseLongWait(hold: Hold | null) {
    const retryAfterMs = hold === null ? 0 : hold.untilMs - clock.nowMs()
    if (retryAfterMs > PATIENCE_MS)
      throw new WharfError(failure('rate-limited', 'not-sent', { retryAfterMs }))
  }
}

/** A person who opened a library watches it load for about that long. */
const PATIENCE_MS = 10_000

/** A person waits in front of a dialog. */
const TEST_LIMIT_MS = 20_000
