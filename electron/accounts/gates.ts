// The gates in use: one for each key at an origin, shared by all accounts that carry it.
import { createHash } from 'node:crypto'
import type { AccountId } from '../../shared/ids.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { createGate, type Gate, type GateClock } from '../http/gate.ts'
import type { Send } from '../http/send.ts'
import { providerOf } from '../providers/registry.ts'
import type { PaceStore } from '../store/pace-store.ts'

export type KeyAtOrigin = {
  readonly providerId: ProviderId
  /** Any address of the provider; only its origin counts. */
  readonly address: string
  readonly apiKey: string
}

export type Gates = {
  /** The gate of an account's key as it is now. An account with another key than before leaves its old gate. */
  readonly of: (accountId: AccountId, key: KeyAtOrigin) => Gate
  /** For a key that no account need have: forgotten when its request has ended. */
  readonly borrow: (key: KeyAtOrigin) => Gate
  readonly leave: (accountId: AccountId) => void
  readonly close: () => void
}

type Options = {
  readonly paces: PaceStore
  readonly send: Send
  readonly clock: GateClock
  readonly onHoldChanged: (accountId: AccountId) => void
  readonly onOpened: () => void
}

type Entry = { readonly gate: Gate; readonly users: Set<AccountId> }

export function createGates({ paces, send, clock, onHoldChanged, onOpened }: Options): Gates {
  const entries = new Map<string, Entry>()
  const digests = new Map<AccountId, string>()

  const open = (digest: string, providerId: ProviderId): Entry => {
    const users = new Set<AccountId>()
    const gate = createGate({
      limits: providerOf(providerId).manifest.limits,
      send,
      journal: paces.journalOf(digest),
      clock,
      onHoldChanged: () => {
        users.forEach(onHoldChanged)
      },
      onOpened,
      onIdle: () => {
        forgetUnused(digest)
      },
    })
    const entry = { gate, users }
    entries.set(digest, entry)
    return entry
  }
  const at = (digest: string, providerId: ProviderId) => entries.get(digest) ?? open(digest, providerId)

  /** A gate with requests under way stays, since the same key may come back meanwhile. */
  const forgetUnused = (digest: string) => {
    const entry = entries.get(digest)
    if (!entry || entry.users.size > 0 || !entry.gate.isIdle()) return
    entry.gate.close()
    entries.delete(digest)
  }
  const leave = (accountId: AccountId) => {
    const digest = digests.get(accountId)
    if (digest === undefined) return
    digests.delete(accountId)
    entries.get(digest)?.users.delete(accountId)
    forgetUnused(digest)
  }

  return {
    of: (accountId, key) => {
      const digest = digestOf(key)
      if (digests.get(accountId) !== digest) leave(accountId)
      const { gate, users } = at(digest, key.providerId)
      users.add(accountId)
      digests.set(accountId, digest)
      return gate
    },
    borrow: (key) => at(digestOf(key), key.providerId).gate,
    leave,
    close: () => {
      entries.forEach(({ gate }) => {
        gate.close()
      })
    },
  }
}

/** Tells keys apart in memory or on disk without keeping them. */
function digestOf({ providerId, address, apiKey }: KeyAtOrigin): string {
  const parts = [providerId, new URL(address).origin, apiKey]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
