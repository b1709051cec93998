// Decides which jobs get another position when some are moved: few, however long the queue is.
import type { JobId } from '../../shared/ids.ts'
import type { JobStatus } from '../../shared/model/job.ts'
import type { Job } from './job.ts'

/** `next`: before all that wait for their turn. */
export type MoveTo = 'next' | 'last' | { readonly before: JobId }

/** Between jobs as they are added: room for others to be moved there. */
export const POSITION_STEP = 2 ** 20
/** What stays between jobs that were moved; where there is less, their neighbours give way. */
const LEAST_STEP = 16

const AWAITS_TURN: ReadonlySet<JobStatus> = new Set(['queued', 'waiting', 'paused'])

/** `jobs` in queue order. The jobs whose position changes; those moved keep their order among themselves. */
export function moved(jobs: readonly Job[], ids: ReadonlySet<JobId>, to: MoveTo): readonly Job[] {
  const chosen = jobs.filter(({ id }) => ids.has(id))
  const others = jobs.filter(({ id }) => !ids.has(id))
  const place = placeOf(others, to)
  if (chosen.length === 0 || place === -1) return []
  const order = [...others.slice(0, place), ...chosen, ...others.slice(place)]
  if (order.every((job, index) => job === jobs[index])) return []
  return spread(order, place, place + chosen.length)
}

function placeOf(others: readonly Job[], to: MoveTo): number {
  if (to === 'last') return others.length
  if (to !== 'next') return others.findIndex(({ id }) => id === to.before)
  const first = others.findIndex(({ status }) => AWAITS_TURN.has(status))
  return first === -1 ? others.length : first
}

/** Puts the jobs of that stretch between those around it, widening it until there is room. */
function spread(order: readonly Job[], from: number, until: number): readonly Job[] {
  const count = until - from
  const after = order[until]?.position
  const before = order[from - 1]?.position ?? (after ?? 0) - POSITION_STEP * (count + 1)
  const step = ((after ?? before + POSITION_STEP * (count + 1)) - before) / (count + 1)
  if (step < LEAST_STEP)
    return spread(order, Math.max(0, from - count), Math.min(order.length, until + count))
  return order.slice(from, until).flatMap((job, index) => {
    const position = Math.floor(before + step * (index + 1))
    return position === job.position ? [] : [{ ...job, position }]
  })
}
