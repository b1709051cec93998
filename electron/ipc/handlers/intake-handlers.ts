// Calls about files on their way into the queue: grants, then admission to one or more accounts.
import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, realpath, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { failure, WharfError } from '../../../shared/errors.ts'
import {
  fileIdSchema,
  type AccountId,
  type FileId,
  type GrantToken,
  type IntakeId,
} from '../../../shared/ids.ts'
import type { AccountIntake } from '../../../shared/model/intake.ts'
import { FINISHED_STATUSES } from '../../../shared/model/job.ts'
import type { UploadFields } from '../../../shared/upload-fields.ts'
import { isInside } from '../../files/grants.ts'
import { providerOf } from '../../providers/registry.ts'
import { admitFiles, type AccountAdmission, type DroppedFile } from '../../uploads/admit-files.ts'
import { sortByContent, type SortedFiles } from '../../uploads/known-content.ts'
import { checkFields } from '../check-fields.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

type Names = 'grants.fromPaths' | 'grants.fromBytes' | 'uploads.add' | 'uploads.giveUp'

export function intakeHandlers(services: Services): Pick<Handlers, Names> {
  const { platform, grants, accounts, queue, hashes, knownAssets, events, isWritable } = services
  /** What was pasted as bytes gets a file here; it is the person's, not the app's. */
  const pastedFolder = join(platform.dataFolder, 'pasted')
  const running = new Map<IntakeId, AbortController>()

  const mintAll = async (paths: readonly string[]) => ({
    grants: await Promise.all(paths.map((path) => grants.mint(path))),
  })

  async function admit(
    tokens: readonly GrantToken[],
    targets: readonly { readonly accountId: AccountId; readonly fields: UploadFields }[],
    options: {
      readonly sendsKnown: boolean
      readonly intakeId: IntakeId | null
      readonly signal: AbortSignal
    },
  ) {
    const fields = new Map(
      targets.map(({ accountId, fields: typed }) => [accountId, checkFields(services, accountId, typed)]),
    )
    const files = tokens.flatMap((token) => grants.redeem(token) ?? [])
    const dataFolder = await realpath(platform.dataFolder)
    const admission = await admitFiles(
      files.map(({ path }) => path),
      {
        targets: [...fields.keys()].map((accountId) => ({ accountId, manifest: manifestOf(accountId) })),
        isPrivate: (path) => isInside(dataFolder, path) && !isInside(join(dataFolder, 'pasted'), path),
        fileIdOf: fileIds(files),
        sortByContent: options.sendsKnown ? allFresh : sort(options.signal),
        signal: options.signal,
        onProgress: (progress) => {
          if (options.intakeId !== null)
            events.push({ type: 'intake.progressed', intakeId: options.intakeId, ...progress })
        },
      },
    )
    options.signal.throwIfAborted()
    const jobs = admission.accounts.flatMap((account) => {
      // The account may have been removed while a large drop was looked through.
      accounts.get(account.accountId)
      return account.jobs.map((job) => ({ ...job, fields: fields.get(job.accountId) ?? {} }))
    })
    if (jobs.length > 0) queue.add(jobs)
    return {
      refused: admission.refused,
      leftOut: admission.leftOut,
      linkedCount: files.filter(({ isLinked }) => isLinked).length,
      accounts: admission.accounts.map(toIntake),
    }
  }

  const manifestOf = (accountId: AccountId) => providerOf(accounts.get(accountId).providerId).manifest

  const sort = (signal: AbortSignal) => (accountId: AccountId, files: readonly DroppedFile[]) =>
    sortByContent({
      accountId,
      files,
      unfinished: queue
        .jobs()
        .filter((job) => job.accountId === accountId && !FINISHED_STATUSES.has(job.status)),
      recorded: knownAssets,
      hashes,
      signal,
    })

  const allFresh = (_: AccountId, files: readonly DroppedFile[]): Promise<SortedFiles<DroppedFile>> =>
    Promise.resolve({
      fresh: files.map((file) => ({ ...file, sha256: file.sha256 ?? hashes.known(file.identity) })),
      known: [],
    })

  const toIntake = ({ accountId, jobs, refused, warned, known }: AccountAdmission): AccountIntake => ({
    accountId,
    acceptedCount: jobs.length,
    refused,
    warned,
    known: known.map(({ file, earlier }) => ({
      name: file.facts.name,
      grant: grants.mintAgain(file.path, file.fileId),
      earlier,
    })),
  })

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
    'uploads.add': async ({ targets, grants: tokens, sendsKnown, intakeId }) => {
      if (!isWritable) throw new WharfError(failure('database-newer', 'not-sent'))
      const abort = new AbortController()
      if (intakeId !== null) running.set(intakeId, abort)
      try {
        return await admit(tokens, targets, { sendsKnown, intakeId, signal: abort.signal })
      } finally {
        if (intakeId !== null) running.delete(intakeId)
      }
    },
    'uploads.giveUp': ({ intakeId }) => {
      running.get(intakeId)?.abort(new WharfError(failure('cancelled', 'not-sent')))
      return {}
    },
  }
}

/** One ID for each path of a drop: what a file had before, or a new one. */
function fileIds(files: readonly { readonly path: string; readonly fileId: FileId | null }[]) {
  const ids = new Map(files.flatMap(({ path, fileId }) => (fileId === null ? [] : [[path, fileId] as const])))
  return (path: string) => ids.get(path) ?? fileIdSchema.parse(randomUUID())
}

/** A name for the disk: no separators, nothing hidden. */
function safeName(name: string): string {
  const clean = basename(name)
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '')
  return clean.slice(-100) || 'pasted'
}
