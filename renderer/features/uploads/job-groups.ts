// Brings jobs together that send the same file to several accounts.
import type { FileId, JobId } from '../../../shared/ids.ts'
import type { JobView } from '../../../shared/model/job.ts'

/** Never empty; most have one job. A group stands where its first job is. */
export type JobGroup = readonly [JobId, ...JobId[]]

export function groupsOf(order: readonly JobId[], jobs: ReadonlyMap<JobId, JobView>): readonly JobGroup[] {
  const byFile = new Map<FileId, [JobId, ...JobId[]]>()
  const groups: JobGroup[] = []
  for (const id of order) {
    const fileId = jobs.get(id)?.fileId
    const begun = fileId === undefined ? undefined : byFile.get(fileId)
    if (begun) begun.push(id)
    else {
      const group: [JobId, ...JobId[]] = [id]
      groups.push(group)
      if (fileId !== undefined) byFile.set(fileId, group)
    }
  }
  return groups
}
