// What may be done with jobs, by the state they are in.
import type { JobStatus, JobView } from '../../../shared/model/job.ts'

export type JobVerb = 'move' | 'pause' | 'resume' | 'cancel' | 'retry' | 'remove' | 'copy'

const CAN: Readonly<Record<Exclude<JobVerb, 'copy'>, ReadonlySet<JobStatus>>> = {
  move: new Set(['queued', 'waiting', 'paused']),
  pause: new Set(['queued', 'uploading', 'waiting']),
  resume: new Set(['paused']),
  cancel: new Set(['queued', 'uploading', 'waiting', 'checking', 'paused']),
  retry: new Set(['failed', 'cancelled']),
  remove: new Set(['done', 'failed', 'cancelled']),
}

export function can(verb: JobVerb, job: Pick<JobView, 'status' | 'assetId'>): boolean {
  return verb === 'copy' ? job.assetId !== null : CAN[verb].has(job.status)
}
