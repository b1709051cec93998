// Counts deaths, what they left behind, and what was wrong with it.
import type { JobStatus } from '../../shared/model/job.ts'
import { DEFECTS, type Delivery, type Evidence, type Finding } from './verdict.ts'

type Totals = {
  readonly kills: number
  readonly killedMs: number
  readonly deliveries: number
  readonly commits: number
}

export type Tally = {
  readonly died: (how: string) => void
  /** What one death left. */
  readonly found: (statuses: ReadonlyMap<Delivery, JobStatus>, commits: Evidence['commits']) => void
  readonly add: (findings: readonly Finding[]) => void
  readonly fail: (reason: string) => void
  readonly isWell: () => boolean
  readonly report: (totals: Totals) => string
}

export function createTally(): Tally {
  const deaths = new Map<string, number>()
  // A defect is seen again after every death that follows: the first time tells most.
  const byDefect: Record<Finding['defect'], Map<Delivery, string>> = {
    lost: new Map(),
    twice: new Map(),
    untrue: new Map(),
  }
  const failures: string[] = []
  let cutOff = 0
  let unanswered = 0

  return {
    died: (how) => {
      deaths.set(how, (deaths.get(how) ?? 0) + 1)
    },
    found: (statuses, commits) => {
      const arrived = new Set(commits.map(({ account, sha256 }) => `${account} ${sha256}`))
      for (const [{ account, sha256 }, status] of statuses) {
        if (status !== 'uploading') continue
        if (arrived.has(`${account} ${sha256}`)) unanswered += 1
        else cutOff += 1
      }
    },
    add: (findings) => {
      for (const { defect, delivery, facts } of findings)
        if (!byDefect[defect].has(delivery)) byDefect[defect].set(delivery, facts)
    },
    fail: (reason) => {
      failures.push(reason)
    },
    isWell: () => failures.length === 0 && DEFECTS.every((defect) => byDefect[defect].size === 0),
    report: ({ kills, killedMs, deliveries, commits }) =>
      [
        ...DEFECTS.flatMap((defect) =>
          [...byDefect[defect]].map(([{ name, place }, facts]) => `${defect}: ${name} to ${place}, ${facts}`),
        ),
        ...failures,
        `Died: ${[...deaths].map(([how, count]) => `${count} ${how}`).join('; ')}`,
        `Killed in mid-upload: ${cutOff} that never arrived, ${unanswered} that had arrived`,
        `${deliveries} uploads asked for, ${commits} made, ${(killedMs / 1000 / kills).toFixed(2)} s for each kill`,
        [`${kills} kills`, ...DEFECTS.map((defect) => `${byDefect[defect].size} ${defect}`)].join(', '),
      ].join('\n'),
  }
}
