// Looks in the account for a file whose reply was lost, as often as a provider's list may need to show it.
import { setTimeout as sleep } from 'node:timers/promises'
import { ERROR_TRAITS, WharfError, type ErrorCode } from '../../shared/errors.ts'
import type { AccountId, JobId } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { Provider, ProviderCall } from '../providers/provider.ts'
import type { Job } from './job.ts'
import { createLookMemory, type LookMemory } from './look-memory.ts'
import { CLOCK_DOUBT_MS, fits, matchUpload, type Candidate, type Match } from './match-upload.ts'
import type { Look } from './looks.ts'
import { readListing } from './read-listing.ts'
import { soughtUpload } from './sought-upload.ts'

/** From the beginning of a series: a list may show an asset late. */
const LOOKS_AT_MS = [500, 2000, 8000, 30_000] as const
/** A series in which the provider could not be reached says nothing, so another one follows. */
const MOST_SERIES = 3

/** The provider said that it took the file: that its list does not show it is no proof of the contrary. */
const CLAIMS: ReadonlySet<ErrorCode> = new Set(['asset-id-missing', 'answer-unreadable', 'answer-too-large'])

/** An account's way to its provider, for requests that nobody waits for. */
export type Reach = {
  readonly provider: Provider
  readonly call: <T>(signal: AbortSignal, use: ProviderCall<T>) => Promise<T>
}

type Options = {
  readonly nowMs: () => number
  /** null: the account is gone, disabled or without a key now. */
  readonly reachOf: (accountId: AccountId) => Reach | null
  /** True: the account still has the key and the server that the job was sent with. */
  readonly isAccessAsSent: (job: Job) => boolean
  /** Tells for now whether an asset is known to come from another file, in whichever account of the same provider. */
  readonly ownershipFor: (job: Job) => (asset: RemoteAsset) => boolean
  /** The other jobs, in whichever account of the same provider, that may have made an asset nobody knows of. */
  readonly rivalsOf: (job: Job) => readonly Job[]
  /** Hex SHA-256 of the job's file; null when that is no longer the one that was sent. */
  readonly hashOf: (job: Job, signal: AbortSignal) => Promise<string | null>
  readonly looksAtMs?: readonly number[]
}

/**
 * Rejects only with the signal's reason, or for a fault of our own. What one job was given is no other's from then on.
 */
export function createUploadLook(options: Options): Look {
  const { nowMs, reachOf, isAccessAsSent, ownershipFor, rivalsOf, hashOf, looksAtMs = LOOKS_AT_MS } = options
  const takers = new Map<string, JobId>()

  /** null: not all was seen, and what was seen is no proof. */
  async function lookOnce(job: Job, { provider, call }: Reach, memory: LookMemory, signal: AbortSignal) {
    const listing = await readListing(provider, (use) => call(signal, (_, context) => use(context)), {
      containerId: containerOf(job, provider),
      sinceMs: startOf(job) - CLOCK_DOUBT_MS,
    })
    const soughtFor = (one: Job) => soughtUpload(one, provider.adapter, nowMs(), listing.clockAheadMs ?? 0)
    const sought = soughtFor(job)
    const free = () => {
      const isOwned = ownershipFor(job)
      return listing.assets.filter((asset) => {
        const taker = takers.get(keyOf(provider, asset))
        return (taker === undefined || taker === job.id) && !isOwned(asset)
      })
    }
    await memory.compare(
      free().filter((asset) => fits(sought, asset)),
      signal,
    )
    // Asked anew: while bytes were compared, other jobs may have come to their end.
    const rivals = rivalsOf(job)
    const candidates = free().map((asset): Candidate => ({
      asset,
      content: memory.contentOf(asset),
      rivals: memory.suspectsOf(asset, rivals).map(soughtFor),
    }))
    const match = matchUpload(sought, candidates)
    const isCertain = match.type === 'found' && memory.contentOf(match.asset) === 'same'
    if (isCertain || match.type === 'ambiguous') return match
    const isClockSound = listing.clockAheadMs !== null && startOf(job) <= nowMs()
    return listing.isComplete && (isClockSound || match.type === 'found') ? match : null
  }

  /** null: the provider could not be reached each time. */
  async function lookOften(job: Job, reach: Reach, memory: LookMemory, signal: AbortSignal) {
    let isReached = true
    let hasSeenAll = true
    let match: Match | null = null
    let passedMs = 0
    for (const atMs of looksAtMs) {
      await sleep(atMs - passedMs, undefined, { signal })
      passedMs = atMs
      try {
        match = await lookOnce(job, reach, memory, signal)
        if (match?.type === 'found') {
          takers.set(keyOf(reach.provider, match.asset), job.id)
          return match
        }
        hasSeenAll &&= match !== null
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof WharfError)) throw error
        const { retry, scope } = ERROR_TRAITS[error.failure.code]
        if (retry !== 'auto' && scope === 'account') return { type: 'cannot-look' } as const
        isReached &&= retry !== 'auto'
        hasSeenAll = false
      }
    }
    if (!isReached) return null
    const isClaimed = job.failure !== null && CLAIMS.has(job.failure.code)
    // Another key may open another library. Asked last: it may have become another between two looks.
    const isAbsent = match?.type === 'absent' && hasSeenAll && !isClaimed && isAccessAsSent(job)
    return { type: isAbsent ? 'absent' : 'ambiguous' } as const
  }

  return async (job, signal) => {
    // What is there is a mixture of the old file and the new.
    if (job.failure?.code === 'file-changed') return { type: 'ambiguous' }
    const reach = reachOf(job.accountId)
    if (!reach || !isListed(job, reach.provider)) return { type: 'cannot-look' }
    let hash: Promise<string | null> | null = null
    const ownHash = () => (hash ??= hashOf(job, signal))
    const memory = createLookMemory(job.facts.sizeBytes, ownHash)
    for (let series = 0; series < MOST_SERIES; series += 1) {
      const outcome = await lookOften(job, reach, memory, signal)
      if (outcome?.type === 'found') return { ...outcome, sha256: await ownHash() }
      if (outcome) return outcome
    }
    return { type: 'cannot-look' }
  }
}

function startOf({ startedAtMs, createdAtMs }: Job): number {
  return startedAtMs ?? createdAtMs
}

function isListed(job: Job, provider: Provider): boolean {
  if (!provider.adapter.listPage) return false
  return provider.manifest.capabilities.list?.scope !== 'container' || containerOf(job, provider) !== null
}

/** The container that the job's upload named, where the list goes by containers. */
function containerOf({ fields }: Job, { manifest }: Provider): string | null {
  if (manifest.capabilities.list?.scope !== 'container') return null
  const field = manifest.uploadFields.find(({ kind }) => kind === 'container')
  return (field && fields[field.name]) || null
}

function keyOf({ manifest }: Provider, { primaryId }: RemoteAsset): string {
  return JSON.stringify([manifest.id, primaryId])
}
