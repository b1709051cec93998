// The call that points a job to where its missing file is now.
import { realpath } from 'node:fs/promises'
import { failure, WharfError } from '../../../shared/errors.ts'
import type { GrantToken } from '../../../shared/ids.ts'
import { isInside } from '../../files/grants.ts'
import { providerOf } from '../../providers/registry.ts'
import { isSameContent, lookAtFile } from '../../uploads/file-now.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

export function locateHandlers({
  platform,
  grants,
  accounts,
  queue,
  hashes,
}: Services): Pick<Handlers, 'uploads.locate'> {
  const chosenPath = async (agreed: GrantToken | null, fileName: string) => {
    if (agreed !== null) return grants.redeem(agreed)?.path ?? null
    const path = await platform.chooseOpenFile({ title: `Locate ${fileName}`, kind: null })
    return path === null ? null : realpath(path)
  }
  return {
    'uploads.locate': async ({ jobId, agreed }) => {
      const job = queue.get(jobId)
      if (!job) throw new WharfError(failure('file-missing', 'not-sent'))
      const path = await chosenPath(agreed, job.facts.name)
      if (path === null) return null
      if (isInside(await realpath(platform.dataFolder), path))
        return { isSent: false, problem: { code: 'private' } }
      const look = await lookAtFile(path, providerOf(accounts.get(job.accountId).providerId).manifest)
      if (!look.ok) return { isSent: false, problem: look.problem }
      const { file } = look
      const hashOf = () => hashes.of(file.path, file.identity, new AbortController().signal)
      if (agreed === null && !(await isSameContent(job, file, hashOf)))
        return { isSent: false, other: grants.mintAgain(path, job.fileId), name: file.facts.name }
      queue.apply([jobId], { type: 'retry', file })
      return { isSent: true }
    },
  }
}
