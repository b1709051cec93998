// Calls about jobs in the queue.
import type { JobId } from '../../../shared/ids.ts'
import { givenFields } from '../../../shared/upload-fields.ts'
import { providerOf } from '../../providers/registry.ts'
import { lookAtFile } from '../../uploads/file-now.ts'
import type { JobEvent } from '../../uploads/job-event.ts'
import { checkFields } from '../check-fields.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

type Names = `uploads.${'pause' | 'resume' | 'cancel' | 'retry' | 'check' | 'settle' | 'clear' | 'move'}`

export function uploadHandlers(services: Services): Pick<Handlers, Names> {
  const { accounts, queue } = services
  return {
    'uploads.pause': ({ jobIds }) => applied(jobIds, { type: 'pause' }),
    'uploads.resume': ({ jobIds }) => applied(jobIds, { type: 'resume' }),
    'uploads.cancel': ({ jobIds }) => applied(jobIds, { type: 'cancel' }),
    'uploads.retry': ({ jobIds, fields: typed }) => {
      if (typed === undefined) return again(jobIds, { type: 'retry' })
      const accountIds = new Set(jobIds.flatMap((id) => queue.get(id)?.accountId ?? []))
      accountIds.forEach((accountId) => checkFields(services, accountId, typed))
      return again(jobIds, { type: 'retry', fields: givenFields(typed) })
    },
    'uploads.check': ({ jobIds }) => applied(jobIds, { type: 'check' }),
    'uploads.settle': ({ jobIds, as }) => again(jobIds, { type: 'settle', as }),
    'uploads.move': ({ jobIds, to }) => {
      queue.move(jobIds, to)
      return {}
    },
    'uploads.clear': ({ jobIds }) => {
      queue.clear(jobIds)
      return {}
    },
  }

  /** A file that something had happened to is looked at once more, and sent as it is now. */
  async function again(jobIds: readonly JobId[], event: Extract<JobEvent, { type: 'retry' | 'settle' }>) {
    const troubled = jobIds.filter((id) => queue.get(id)?.failure?.code.startsWith('file-'))
    for (const id of troubled) {
      const file = await fileNow(id)
      queue.apply([id], file ? { ...event, file } : event)
    }
    return applied(
      jobIds.filter((id) => !troubled.includes(id)),
      event,
    )
  }

  /** null: it cannot be read, or its provider would refuse it; the attempt then says what is wrong. */
  async function fileNow(id: JobId) {
    const job = queue.get(id)
    if (!job) return null
    const look = await lookAtFile(job.path, providerOf(accounts.get(job.accountId).providerId).manifest)
    return look.ok ? look.file : null
  }

  function applied(...[jobIds, event]: Parameters<typeof queue.apply>) {
    queue.apply(jobIds, event)
    return {}
  }
}
