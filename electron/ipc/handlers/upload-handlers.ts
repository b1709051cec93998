// Calls about files on their way: grants, then the queue.
import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { failure, WharfError } from '../../../shared/errors.ts'
import type { AccountId, JobId } from '../../../shared/ids.ts'
import { preflight } from '../../../shared/preflight.ts'
import { checkUploadFields, givenFields, type UploadFields } from '../../../shared/upload-fields.ts'
import { isInside } from '../../files/grants.ts'
import { inspect } from '../../files/inspect.ts'
import { providerOf } from '../../providers/registry.ts'
import { admitFiles } from '../../uploads/admit-files.ts'
import type { JobEvent } from '../../uploads/machine.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

type Names =
  | 'grants.fromPaths'
  | 'grants.fromBytes'
  | `uploads.${'add' | 'pause' | 'resume' | 'cancel' | 'retry' | 'settle' | 'clear'}`

export function uploadHandlers({
  platform,
  grants,
  accounts,
  queue,
  isWritable,
}: Services): Pick<Handlers, Names> {
  /** What was pasted as bytes gets a file here; it is the person's, not the app's. */
  const pastedFolder = join(platform.dataFolder, 'pasted')

  const mintAll = async (paths: readonly string[]) => ({
    grants: await Promise.all(paths.map((path) => grants.mint(path))),
  })

  const checkedFields = (accountId: AccountId, typed: UploadFields) => {
    const fields = givenFields(typed)
    if (checkUploadFields(fields, providerOf(accounts.get(accountId).providerId).manifest).length > 0)
      throw new WharfError(failure('input-invalid', 'not-sent'))
    return fields
  }

  return {
    'grants.fromPaths': ({ paths }) => mintAll(paths),
    'grants.fromBytes': async ({ name, bytes }) => {
      await mkdir(pastedFolder, { recursive: true })
      const stamp = new Date().toISOString().replace(/[:.]/g, '-')
      const folder = await mkdtemp(join(pastedFolder, `${stamp}-`))
      const path = join(folder, safeName(name))
      await writeFile(path, bytes, { flag: 'wx' })
      return mintAll([path])
    },

    'uploads.add': async ({ accountId, grants: tokens, fields: typed }) => {
      if (!isWritable) throw new WharfError(failure('record-unwritable', 'not-sent'))
      const { manifest } = providerOf(accounts.get(accountId).providerId)
      const fields = checkedFields(accountId, typed)
      const dataFolder = await realpath(platform.dataFolder)
      const isPrivate = (path: string) =>
        isInside(dataFolder, path) && !isInside(join(dataFolder, 'pasted'), path)
      const paths = tokens.flatMap((token) => grants.redeem(token) ?? [])
      const { jobs, refused, warned } = await admitFiles(paths, { accountId, manifest, isPrivate })
      // The account may have been removed while a large drop was looked through.
      accounts.get(accountId)
      if (jobs.length > 0) queue.add(jobs.map((job) => ({ ...job, fields })))
      return { acceptedCount: jobs.length, refused, warned }
    },
    'uploads.pause': ({ jobIds }) => applied(jobIds, { type: 'pause' }),
    'uploads.resume': ({ jobIds }) => applied(jobIds, { type: 'resume' }),
    'uploads.cancel': ({ jobIds }) => applied(jobIds, { type: 'cancel' }),
    'uploads.retry': ({ jobIds, fields: typed }) => {
      if (typed === undefined) return again(jobIds, { type: 'retry' })
      const accountIds = new Set(jobIds.flatMap((id) => queue.get(id)?.accountId ?? []))
      accountIds.forEach((accountId) => checkedFields(accountId, typed))
      return again(jobIds, { type: 'retry', fields: givenFields(typed) })
    },
    'uploads.settle': ({ jobIds, as }) => again(jobIds, { type: 'settle', as }),
    'uploads.clear': ({ jobIds }) => {
      queue.clear(jobIds)
      return {}
    },
  }

  /** A file that had changed is looked at once more, and sent as it is now. */
  async function again(jobIds: readonly JobId[], event: Extract<JobEvent, { type: 'retry' | 'settle' }>) {
    const changed = jobIds.filter((id) => queue.get(id)?.failure?.code === 'file-changed')
    for (const id of changed) {
      const file = await fileNow(id)
      queue.apply([id], file ? { ...event, file } : event)
    }
    return applied(
      jobIds.filter((id) => !changed.includes(id)),
      event,
    )
  }

  /** null: it cannot be read, or its provider would refuse it; the attempt then says that it changed. */
  async function fileNow(id: JobId) {
    const job = queue.get(id)
    if (!job) return null
    const found = await inspect(job.path)
    if (!found.ok) return null
    const { manifest } = providerOf(accounts.get(job.accountId).providerId)
    const isBlocked = preflight(found.facts, manifest).some(({ enforce }) => enforce === 'block')
    return isBlocked ? null : { facts: found.facts, identity: found.identity }
  }

  function applied(...[jobIds, event]: Parameters<typeof queue.apply>) {
    queue.apply(jobIds, event)
    return {}
  }
}

/** A name for the disk: no separators, nothing hidden. */
function safeName(name: string): string {
  const clean = basename(name)
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '')
  return clean.slice(-100) || 'pasted'
}
