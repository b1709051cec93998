// Builds a real queue for tests: real database, files, HTTP; only the accounts are made up.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { failure, WharfError } from '../../shared/errors.ts'
import { fileIdSchema, type AccountId, type JobId } from '../../shared/ids.ts'
import type { JobStatus } from '../../shared/model/job.ts'
import { inspect } from '../files/inspect.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { createBufferPool } from '../http/buffer-pool.ts'
import { createSender } from '../http/send.ts'
import type { Network } from '../platform.ts'
import { providerOf } from '../providers/registry.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import type { Database } from '../store/sqlite.ts'
import { createQueueStore } from './queue-store.ts'
import type { NewJob } from './journalled-jobs.ts'
import type { Look } from './looks.ts'
import { ACCOUNT } from './sample-job.testkit.ts'
import type { AccountLane } from './queue-options.ts'
import { createUploadQueue } from './upload-queue.ts'

type Setup = {
  /** Where uploads go. */
  readonly base: string
  /** An earlier queue's, to begin anew over. */
  readonly database?: Database
  readonly keyOf?: (accountId: AccountId) => string | null
  /** Instead of the adapter. */
  readonly via?: AccountLane['via']
  /** Throws what keeps the request from being sent. */
  readonly beforeSending?: () => void
  readonly look?: Look
  readonly network?: Network
  readonly isKeyGood?: (accountId: AccountId) => Promise<boolean>
  readonly parallelUploads?: (accountId: AccountId) => number
  readonly recordAsset?: (assetId: string) => void
}

export async function testQueue(setup: Setup) {
  const database = setup.database ?? (await temporaryDatabase()).database
  const { send, close } = createSender()
  const clock = { aheadMs: 0 }
  const seen: [JobId, JobStatus][] = []
  const unwritable: unknown[] = []
  const watchers = new Set<() => void>()
  const nowMs = () => Date.now() + clock.aheadMs
  const { adapter } = providerOf('konpro')

  const laneOf = (accountId: AccountId): AccountLane | null => {
    const apiKey = setup.keyOf ? setup.keyOf(accountId) : 'sandbox-key'
    if (apiKey === null) return null
    const base = { api: setup.base, upload: setup.base }
    const via: AccountLane['via'] = async (request, signal) => {
      setup.beforeSending?.()
      return adapter.upload({ base, apiKey, send, signal, nowMs }, request)
    }
    return { parallelUploads: setup.parallelUploads?.(accountId) ?? 2, via: setup.via ?? via }
  }
  const queue = createUploadQueue({
    store: createQueueStore(database),
    pool: createBufferPool(),
    nowMs,
    steadyMs: nowMs,
    random: () => 0.5,
    mostAtOnce: () => 8,
    laneOf,
    look: setup.look ?? (() => Promise.resolve({ type: 'cannot-look' })),
    recordAsset: (_, asset) => setup.recordAsset?.(asset.primaryId),
    onChanged: (jobs) => {
      jobs.forEach(({ id, status }) => seen.push([id, status]))
      watchers.forEach((look) => {
        look()
      })
    },
    onRemoved: () => undefined,
    network: setup.network ?? { isOnline: () => true, onChanged: () => () => undefined },
    isKeyGood: setup.isKeyGood ?? (() => Promise.resolve(false)),
    onBlockChanged: () => undefined,
    onWaitChanged: () => undefined,
    onUnwritable: (error) => unwritable.push(error),
    onWritable: () => unwritable.splice(0),
  })
  onTestFinished(async () => {
    await queue.stop()
    await close()
  })

  /** Resolves as soon as all of these jobs have that status. */
  const reach = (ids: readonly JobId[], status: JobStatus) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (ids.some((id) => queue.get(id)?.status !== status)) return
        watchers.delete(look)
        resolve()
      }
      watchers.add(look)
      look()
    })
  const add = (jobs: readonly NewJob[]): JobId[] => {
    const before = new Set(queue.jobs().map(({ id }) => id))
    queue.add(jobs)
    return queue.jobs().flatMap(({ id }) => (before.has(id) ? [] : [id]))
  }
  return { queue, database, clock, seen, unwritable, reach, add }
}

/** Pictures on the disk, as jobs to add; all of different content. */
export async function pictures(
  count: number,
  { accountId = ACCOUNT, sizeBytes = 5000 } = {},
): Promise<NewJob[]> {
  const folder = await temporaryFolder()
  const jobs: NewJob[] = []
  for (let index = 0; index < count; index += 1) {
    const content = Buffer.concat([samplePng(index + 1), Buffer.alloc(sizeBytes, index)])
    await sampleFile(content, { folder, name: `${index}.png` })
    const path = join(folder, `${index}.png`)
    const found = await inspect(path)
    if (!found.ok) throw new WharfError(failure('file-missing', 'not-sent'))
    const { facts, identity } = found
    const fileId = fileIdSchema.parse(path)
    jobs.push({ accountId, fileId, path, facts, identity, sha256: null, fields: {} })
  }
  return jobs
}

/** A queue whose accounts are at a sandbox of its own. */
export async function sandboxQueue(setup: Partial<Setup> = {}) {
  const sandbox = await testSandbox()
  const made = await testQueue({ base: sandbox.originOf('konpro'), ...setup })
  return { sandbox, ...made }
}

/** As the journal has them, in queue order. */
export function journalled(database: Database): JobStatus[] {
  return createQueueStore(database)
    .load()
    .map(({ status }) => status)
}
