// Compares what a killed app has in its journal with what the provider's ledger says.
import type { JobStatus } from '../../shared/model/job.ts'

/** One file to one account. No two have the same account and content, nor the same account and name. */
export type Delivery = {
  readonly account: string
  /** The account in words. */
  readonly place: string
  /** Whether its provider can be asked for an upload without an outcome. */
  readonly canBeLookedFor: boolean
  readonly name: string
  readonly sha256: string
  /** Deliveries of one drop are journalled together or not at all. */
  readonly drop: number
}

export type Evidence = {
  readonly deliveries: readonly Delivery[]
  /** The drops of which the app said that they are journalled. */
  readonly acceptedDrops: ReadonlySet<number>
  readonly jobs: readonly {
    readonly account: string
    readonly name: string
    readonly status: JobStatus
    readonly assetId: string | null
  }[]
  /** What the app keeps of finished uploads. */
  readonly record: readonly { readonly account: string; readonly assetId: string; readonly sha256: string }[]
  /** What the provider took into its library, from the ledger. */
  readonly commits: readonly { readonly account: string; readonly assetId: string; readonly sha256: string }[]
  readonly words: ReadonlyMap<Delivery, PersonsWord>
  /** Where jobs stood at the death before this one, of those that nobody touched since. */
  readonly untouched: ReadonlyMap<Delivery, JobStatus>
  /** Everything was seen through to its end, so that whatever was accepted is at the provider. */
  readonly isFinal: boolean
}

/** What a person said of a delivery whose outcome was unknown. */
export type PersonsWord = {
  /** Though it was there. */
  readonly timesSentAgain: number
  /** These were there before, and are no reason why it should not be queued now. */
  readonly knownAssetIds: ReadonlySet<string>
  readonly isSettledAsDone: boolean
}

export const DEFECTS = ['lost', 'twice', 'untrue'] as const
/**
 * `lost`: accepted, or at the provider, with no job that tells of it. `twice`: at the provider more often than anybody
 * asked for. `untrue`: the job is in a state that says something false.
 */
export type Finding = {
  readonly defect: (typeof DEFECTS)[number]
  readonly delivery: Delivery
  readonly facts: string
}

/** Those under which a file may be at the provider without an ID: it is looked for, or asked about. */
export const ADMITS_DOUBT: ReadonlySet<JobStatus> = new Set(['uploading', 'checking', 'unconfirmed'])

export function judge(evidence: Evidence): readonly Finding[] {
  const { deliveries, acceptedDrops, words, untouched, isFinal } = evidence
  const jobs = groupBy(evidence.jobs, ({ account, name }) => `${account} ${name}`)
  const commits = groupBy(evidence.commits, ({ account, sha256 }) => `${account} ${sha256}`)
  const recorded = new Set(evidence.record.map((row) => `${row.account} ${row.assetId} ${row.sha256}`))
  const jobsOf = ({ account, name }: Delivery) => jobs.get(`${account} ${name}`) ?? []
  const begunDrops = new Set(deliveries.flatMap((one) => (jobsOf(one).length > 0 ? [one.drop] : [])))
  const findings: Finding[] = []

  for (const delivery of deliveries) {
    const { account, sha256, drop } = delivery
    const found = commits.get(`${account} ${sha256}`) ?? []
    const word = words.get(delivery)
    const note = (defect: Finding['defect'], what: string) => {
      findings.push({ defect, delivery, facts: `${found.length} at the provider, ${what}` })
    }
    const [job, ...more] = jobsOf(delivery)
    if (more.length > 0) note('untrue', `${more.length + 1} jobs`)
    const isOwed = acceptedDrops.has(drop) || begunDrops.has(drop)
    if (!job && (found.length > 0 || isOwed)) note('lost', 'no job')
    if (isFinal && job && found.length === 0) note('lost', `job ${job.status} in the end`)
    if (found.length > 1 + (word?.timesSentAgain ?? 0))
      note('twice', `sent again on request ${word?.timesSentAgain ?? 0} times`)
    if (!job) continue
    const unknown = found.filter(({ assetId }) => word?.knownAssetIds.has(assetId) !== true)
    if (job.status === 'done') {
      const isTrue =
        job.assetId === null
          ? word?.isSettledAsDone === true
          : found.some(({ assetId }) => assetId === job.assetId) &&
            recorded.has(`${account} ${job.assetId} ${sha256}`)
      if (!isTrue) note('untrue', `job done as ${String(job.assetId)}`)
    } else if (unknown.length > 0 && !ADMITS_DOUBT.has(job.status)) note('untrue', `job ${job.status}`)
    const before = untouched.get(delivery)
    if (before && !isLegalNext(before, job.status, delivery))
      note('untrue', `job ${before} became ${job.status} by itself`)
  }
  return findings
}

/** From one death to the next, without a person. */
function isLegalNext(before: JobStatus, now: JobStatus, { canBeLookedFor }: Delivery): boolean {
  if (before === 'unconfirmed') return now === 'unconfirmed'
  if (before === 'done') return now === 'done'
  if (!ADMITS_DOUBT.has(before) || canBeLookedFor) return true
  // Dead before it could begin to look, it looks as it did.
  return now === 'checking' || now === 'unconfirmed' || now === before
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
