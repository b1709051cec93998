// Picks the jobs that may start now: fairly over accounts, never more of one account than it may run.
import type { AccountId, JobId } from '../../shared/ids.ts'

/** An account's share of the queue at one moment. */
export type Lane = {
  readonly accountId: AccountId
  /** In queue order. */
  readonly queued: readonly JobId[]
  readonly runningCount: number
  /** Those that run included; none while the account is held. */
  readonly mostAtOnce: number
}

/** Round-robin over the lanes until each is full or `mostAtOnce` jobs run in all. */
export function jobsToStart(lanes: readonly Lane[], mostAtOnce: number): readonly JobId[] {
  let free = mostAtOnce - lanes.reduce((sum, lane) => sum + lane.runningCount, 0)
  const picked: JobId[] = []
  for (let round = 0; free > 0; round += 1) {
    let hasFound = false
    for (const lane of lanes) {
      const next = lane.queued[round]
      if (next === undefined || lane.runningCount + round >= lane.mostAtOnce || free <= 0) continue
      picked.push(next)
      free -= 1
      hasFound = true
    }
    if (!hasFound) break
  }
  return picked
}
