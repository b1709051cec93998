// Calls about files on their way: grants, then the queue.
import { mkdir, realpath, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { failure, WharfError } from '../../../shared/errors.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { checkUploadFields, givenFields, type UploadFields } from '../../../shared/upload-fields.ts'
import { isInside } from '../../files/grants.ts'
import { providerOf } from '../../providers/registry.ts'
import { admitFiles } from '../../uploads/admit-files.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

type Names =
  | 'grants.fromPaths'
  | 'grants.fromBytes'
  | 'grants.fromClipboard'
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
      const stamp = new Date().toISOString().replace(/[:.]/g, '-')
      const folder = join(pastedFolder, stamp)
      await mkdir(folder, { recursive: true })
      const path = join(folder, safeName(name))
      await writeFile(path, bytes, { flag: 'wx' })
      return mintAll([path])
    },
    'grants.fromClipboard': () => {
      throw new WharfError(failure('clipboard-empty', 'not-sent'))
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
      if (typed === undefined) return applied(jobIds, { type: 'retry' })
      const accountIds = new Set(jobIds.flatMap((id) => queue.get(id)?.accountId ?? []))
      accountIds.forEach((accountId) => checkedFields(accountId, typed))
      return applied(jobIds, { type: 'retry', fields: givenFields(typed) })
    },
    'uploads.settle': ({ jobIds, as }) => applied(jobIds, { type: 'settle', as }),
    'uploads.clear': ({ jobIds }) => {
      queue.clear(jobIds)
      return {}
    },
  }

  function applied(...[jobIds, event]: Parameters<typeof queue.apply>) {
    queue.apply(jobIds, event)
    return {}
  }
}

/** A name for the disk: no separators, nothing hidden, no name that some system reserves. */
function safeName(name: string): string {
  const clean = basename(name)
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '')
  return clean.slice(-100) || 'pasted'
}
