// The moments to die at: at a random time, at a commit of the journal, or by what the provider has seen so far.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Fault } from '../../electron/sandbox/faults.ts'
import type { LedgerEntry } from '../../electron/sandbox/ledger.ts'
import type { Sandbox } from '../../electron/sandbox/start-sandbox.ts'
import type { Random } from './seeded-random.ts'
import type { Victim } from './victim.ts'

type Moment = {
  readonly name: string
  /** Slows the provider down there, so that the moment is not missed. */
  readonly fault: Fault | null
  /** For a request that began after the moment was chosen; null: by the clock alone. */
  readonly isCome: ((entry: LedgerEntry) => boolean) | null
}

const MB = 1024 * 1024
const ON_THE_WIRE: readonly [Moment, ...Moment[]] = [
  { name: 'the head has arrived', fault: null, isCome: () => true },
  {
    name: 'in mid-body',
    fault: { kind: 'slow-reader', bytesPerSecond: 8 * MB },
    isCome: ({ bytesReceived }) => bytesReceived > 0,
  },
  {
    name: 'committed, unanswered',
    fault: { kind: 'delay-answer', delayMs: 250 },
    isCome: ({ committedAssetId }) => committedAssetId !== null,
  },
  {
    name: 'committed, about to be answered',
    fault: null,
    isCome: ({ committedAssetId }) => committedAssetId !== null,
  },
  { name: 'answered', fault: null, isCome: ({ status }) => status !== null },
]

const TROUBLES: readonly [Fault, ...Fault[]] = [
  { kind: 'commit-then-drop' },
  { kind: 'reset-after-bytes', afterBytes: 2000 },
  { kind: 'commit-then-answer', status: 500 },
  { kind: 'answer', status: 503, body: 'busy' },
  { kind: 'answer-without-id' },
]

export type Death = {
  readonly name: string
  /** Resolves when the time has come; a victim that kills itself may be dead by then. */
  readonly come: Promise<void>
}

type Options = {
  readonly victim: Victim
  readonly sandbox: Sandbox
  readonly random: Random
  /** How long a life lasts at most from here, whatever is waited for. */
  readonly longestMs: number
}

/** Chooses the death of this victim, and prepares the provider for it. */
export async function chooseDeath({ victim, sandbox, random, longestMs }: Options): Promise<Death> {
  sandbox.faults.clear()
  if (random.isLucky(0.3)) sandbox.faults.add({ method: 'POST', times: 2 }, random.pick(TROUBLES))
  const kind = random.pick(
    victim.dieAtCommit ? ['commit', 'commit', 'wire', 'wire', 'time'] : ['wire', 'wire', 'time'],
  )
  if (kind === 'commit' && victim.dieAtCommit) {
    const side = random.pick(['before', 'after'] as const)
    await victim.dieAtCommit(random.whole(1, 14), side)
    return { name: `${side} a commit`, come: sleep(longestMs) }
  }
  if (kind === 'time') return { name: 'at any time', come: sleep(random.next() * longestMs) }
  const { name, fault, isCome } = random.pick(ON_THE_WIRE)
  if (fault) sandbox.faults.add({ method: 'POST', times: 2 }, fault)
  const nth = random.whole(1, 3)
  const lastSeq = sandbox.ledger.entries().at(-1)?.seq ?? 0
  const seen = new Set<number>()
  const come = sandbox.ledger
    .waitFor((entry) => {
      if (entry.seq > lastSeq && entry.method === 'POST' && isCome?.(entry)) seen.add(entry.seq)
      return seen.size >= nth
    }, longestMs)
    .then(
      () => undefined,
      () => undefined,
    )
  return { name, come }
}
