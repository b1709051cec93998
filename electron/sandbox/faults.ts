// The script of misbehaviours that a test gives to the sandbox: which requests, which faults.
import type { ProviderId } from '../../shared/providers/index.ts'
import { keyDigest } from './key-digest.ts'
import type { Lateness } from './late-listing.ts'
import type { FailureKind } from './provider-imitation.ts'
import type { Quirk } from './quirks.ts'

/** An answer in the test's own words: HTML, JSON or, without `body`, nothing at all. */
export type ScriptedAnswer = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/**
 * One way to misbehave. Nothing is committed unless the name or the comment says so. Kernel buffers take some
 * megabytes more from the client than `afterBytes` or `bytesPerSecond` let the sandbox read.
 */
export type Fault = Misbehaviour & {
  /** Where it commits: when the asset is first listed, or found by its ID. At once unless told. */
  readonly listedAfter?: Lateness
}

type Misbehaviour =
  /** Nothing but `listedAfter`. */
  | { readonly kind: 'late-listing' }
  /** Reads the body, then refuses in the provider's own shape or, for `firewall`, with a 403 web page. */
  | { readonly kind: 'refuse'; readonly as: FailureKind | 'firewall' }
  /** Reads the body first, unless told to answer early. */
  | ({ readonly kind: 'answer'; readonly when?: 'before-body' | 'after-body' } & ScriptedAnswer)
  | { readonly kind: 'redirect'; readonly status: number; readonly location: string }
  /** A status of success around the provider's own error shape. */
  | { readonly kind: 'error-in-success' }
  | { readonly kind: 'reset-before-body' }
  /** Resets the connection at that byte of the body, or at its end if it is shorter. */
  | { readonly kind: 'reset-after-bytes'; readonly afterBytes: number }
  /**
   * Stops reading at that byte of the body, keeping the connection; never answers. Who does not read does not see
   * the other leave: the ledger shows the request as open until the sandbox is closed.
   */
  | { readonly kind: 'stall-after-bytes'; readonly afterBytes: number }
  /** Reads everything, never answers. */
  | { readonly kind: 'silent'; readonly commits?: boolean }
  /** The lost reply: does what was asked, then closes the connection without a word. */
  | { readonly kind: 'commit-then-drop' }
  | ({ readonly kind: 'commit-then-answer' } & ScriptedAnswer)
  /** Commits; the answer is right but for every ID in it. */
  | { readonly kind: 'answer-without-id' }
  /** Commits; the answer is right but late. */
  | { readonly kind: 'delay-answer'; readonly delayMs: number }
  /**
   * Commits; sends that much of the answer (half unless told), closes the connection. By `length` (unless told) the
   * whole was announced; `chunked`, the last chunk never comes.
   */
  | {
      readonly kind: 'truncate-answer'
      readonly sentBytes?: number
      readonly framing?: 'length' | 'chunked'
    }
  /** Commits; the answer is a valid JSON object of at least that size. */
  | { readonly kind: 'oversized-answer'; readonly sizeBytes: number }
  /** Commits; the answer is gzip, asked for or not, of a valid JSON object of at least that size. */
  | { readonly kind: 'compressed-answer'; readonly sizeBytes: number }
  /** Commits; status line with headers come one byte at a time. */
  | { readonly kind: 'drip-head'; readonly intervalMs: number }
  /** Commits; the answer comes one byte at a time. */
  | { readonly kind: 'drip-answer'; readonly intervalMs: number }
  /** Commits; reads the body no faster than that. */
  | { readonly kind: 'slow-reader'; readonly bytesPerSecond: number }
  | Quirk

export type FaultMatch = {
  readonly provider?: ProviderId
  readonly method?: string
  /** Compared with the whole path, the provider's prefix included. */
  readonly pathPrefix?: string
  /** Only requests made with this key. */
  readonly apiKey?: string
  /** How many matching requests are left alone first; 0 unless told. */
  readonly skip?: number
  /** How many matching requests get the fault; 1 unless told, Infinity for all. */
  readonly times?: number
}

export type FaultTarget = {
  readonly provider: ProviderId | null
  readonly method: string
  readonly path: string
  readonly keyDigest: string | null
}

export type FaultScript = {
  /** Adds to the end of the queue; of several that match a request, the oldest is used. */
  readonly add: (match: FaultMatch, fault: Fault) => void
  /** How many entries have not been used up. */
  readonly pending: () => number
  readonly clear: () => void
}

export type FaultQueue = FaultScript & {
  /** The fault for this request, which is thereby used once; null = behave. */
  readonly take: (target: FaultTarget) => Fault | null
}

type Scripted = { readonly match: FaultMatch; readonly fault: Fault; skipsLeft: number; timesLeft: number }

/** An empty script: the sandbox behaves. */
export function createFaultQueue(): FaultQueue {
  let queue: Scripted[] = []
  return {
    add: (match, fault) => {
      queue.push({ match, fault, skipsLeft: match.skip ?? 0, timesLeft: match.times ?? 1 })
    },
    pending: () => queue.length,
    clear: () => {
      queue = []
    },
    take: (target) => {
      const scripted = queue.find((candidate) => matches(candidate.match, target))
      if (scripted === undefined) return null
      if (scripted.skipsLeft > 0) {
        scripted.skipsLeft -= 1
        return null
      }
      scripted.timesLeft -= 1
      if (scripted.timesLeft <= 0) queue = queue.filter((other) => other !== scripted)
      return scripted.fault
    },
  }
}

function matches(match: FaultMatch, target: FaultTarget): boolean {
  return (
    (match.provider === undefined || match.provider === target.provider) &&
    (match.method === undefined || match.method === target.method) &&
    (match.pathPrefix === undefined || target.path.startsWith(match.pathPrefix)) &&
    (match.apiKey === undefined || keyDigest(match.apiKey) === target.keyDigest)
  )
}
