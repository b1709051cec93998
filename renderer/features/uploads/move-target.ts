// Says where in the queue jobs land when a person moves them: only what waits for its turn has a place to be moved to.
import type { JobId } from '../../../shared/ids.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { JobView } from '../../../shared/model/job.ts'
import { can } from './job-verbs.ts'

export type MoveTo = CallInput<'uploads.move'>['to']
type Queue = { readonly order: readonly JobId[]; readonly jobs: ReadonlyMap<JobId, JobView> }

/** Of these jobs, those that can be moved. */
export function movable({ jobs }: Queue, ids: readonly JobId[]): readonly JobId[] {
  return ids.filter((id) => {
    const job = jobs.get(id)
    return job !== undefined && can('move', job)
  })
}

/** `gap` counts the gaps between rows, from 0 above the first. */
export function targetOfGap(queue: Queue, moved: readonly JobId[], gap: number): MoveTo {
  const chosen = new Set(moved)
  const before = movable(queue, queue.order.slice(gap)).find((id) => !chosen.has(id))
  return before === undefined ? 'last' : { before }
}

/** One place up or down among those that wait; null: there is none. `moved` in queue order. */
export function targetOfStep(queue: Queue, moved: readonly JobId[], by: -1 | 1): MoveTo | null {
  const chosen = new Set(moved)
  const line = movable(queue, queue.order)
  const edge = by === -1 ? moved[0] : moved.at(-1)
  const at = edge === undefined ? -1 : line.indexOf(edge)
  if (at === -1) return null
  if (by === -1) {
    const before = line.slice(0, at).findLast((id) => !chosen.has(id))
    return before === undefined ? null : { before }
  }
  const [passed, before] = line.slice(at + 1).filter((id) => !chosen.has(id))
  if (passed === undefined) return null
  return before === undefined ? 'last' : { before }
}
