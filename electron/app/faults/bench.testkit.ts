// What every row of the fault list begins with: an app at a sandbox, an account to suffer, another that must not notice.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { AccountId, JobId } from '../../../shared/ids.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import type { JobStatus, JobView } from '../../../shared/model/job.ts'
import type { ProviderId } from '../../../shared/providers/index.ts'
import { sha256Of } from '../../files/sample-file.testkit.ts'
import { GENEROUS_LIMITS } from '../../http/quick-limits.testkit.ts'
import type { TimeLimits } from '../../http/time-limits.ts'
import { providerOf } from '../../providers/registry.ts'
import type { Fault, FaultMatch } from '../../sandbox/faults.ts'
import { keyDigest } from '../../sandbox/key-digest.ts'
import type { LedgerEntry } from '../../sandbox/ledger.ts'
import { sampleMp4, samplePng } from '../../sandbox/sample-files.testkit.ts'
import { startSandbox } from '../../sandbox/start-sandbox.ts'
import { openSqlite } from '../../store/sqlite.ts'
import type { Job } from '../../uploads/job.ts'
import { createQueueStore } from '../../uploads/queue-store.ts'
import { runApp, type AppRun } from './app-run.testkit.ts'
import { testClock, type TestDesktop } from './desktop.testkit.ts'
import { startFaultProxy } from './fault-proxy.testkit.ts'

export const KEY = 'sandbox-canary-7f3e9a1c5b'
const BYSTANDER_KEY = 'sandbox-bystander-2d8b4e'
const PATIENCE_MS = 20_000
/** In memory where there is such a place: hundreds of journals at once would wait for one disk. */
const ROOMY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()
/** In every Indream account of the sandbox. */
const PROJECT_ID = '5b2f8c1e-7d34-4c0a-9e6b-1f2a3c4d5e6f'

export type BenchSetup = {
  readonly timeLimits?: Partial<TimeLimits>
  readonly looksAtMs?: readonly number[]
  /** False where nobody could go on, such as without a network. */
  readonly hasBystander?: boolean
}

export type DropOptions = {
  readonly fields?: Readonly<Record<string, string>>
  readonly sendsKnown?: boolean
  readonly accountIds?: readonly AccountId[]
}

export type Bench = Awaited<ReturnType<typeof openBench>>

export async function openBench(providerId: ProviderId, setup: BenchSetup = {}) {
  const root = await mkdtemp(join(ROOMY, 'wharf-faults-'))
  const [dataFolder, filesFolder] = [join(root, 'data'), join(root, 'private files')]
  await mkdir(dataFolder)
  await mkdir(filesFolder)
  const clock = testClock()
  const sandbox = await startSandbox({ dataFolder: join(root, 'sandbox'), now: clock.nowMs })
  const proxy = await startFaultProxy(sandbox.origin)
  const { nowMs, steadyMs } = clock
  const tuning = {
    nowMs,
    steadyMs,
    // Short waits, yet long enough to be seen.
    random: () => 0.05,
    timeLimits: { ...GENEROUS_LIMITS, ...setup.timeLimits },
    looksAtMs: setup.looksAtMs ?? [10, 40, 120, 300],
  }
  const runs: AppRun[] = [await runApp(dataFolder, tuning)]
  let run = runs[0] as AppRun
  const { manifest } = providerOf(providerId)
  const hasContainers = manifest.capabilities.list?.scope === 'container'
  const usualFields = hasContainers ? { projectId: PROJECT_ID } : {}
  const added = new Set<JobId>()
  const askedAgain = new Set<string>()
  const keys = new Set([KEY])
  let fileCount = 0
  let bystanderId: AccountId | null = null

  const snapshot = () => run.call('app.snapshot', {})
  const addAccount = (name: string, apiKey: string, origin = sandbox.origin) => {
    keys.add(apiKey)
    return run.call('accounts.add', { providerId, name, apiKey, serverAddress: `${origin}/${providerId}` })
  }
  const { id: accountId } = await addAccount('Under test', KEY)
  if (setup.hasBystander !== false) bystanderId = (await addAccount('Bystander', BYSTANDER_KEY)).id

  const jobs = async (): Promise<readonly JobView[]> =>
    (await snapshot()).jobs.filter((job) => job.accountId !== bystanderId)
  const account = async (id = accountId): Promise<AccountView> => {
    const found = (await snapshot()).accounts.find((one) => one.id === id)
    if (!found) throw new Error('There is no such account')
    return found
  }

  /** The grants of these paths to the account; the jobs that came of it, in queue order. */
  async function drop(paths: readonly string[], options: DropOptions = {}) {
    const { fields = usualFields, sendsKnown = false, accountIds = [accountId] } = options
    const before = new Set((await snapshot()).jobs.map(({ id }) => id))
    const { grants } = await run.call('grants.fromPaths', { paths })
    const targets = accountIds.map((id) => ({ accountId: id, fields }))
    const intake = await run.call('uploads.add', { targets, grants, sendsKnown, intakeId: null })
    const made = (await jobs()).filter(({ id }) => !before.has(id))
    made.forEach(({ id }) => added.add(id))
    await sendBystander()
    return { intake, ids: made.map(({ id }) => id) }
  }

  /** Once, beside the first drop: while the account under test is in trouble, this one must go on. */
  let isBystanderSent = false
  async function sendBystander() {
    if (bystanderId === null || isBystanderSent) return
    isBystanderSent = true
    const path = join(filesFolder, 'bystander.mp4')
    await writeFile(path, Buffer.concat([sampleMp4(), Buffer.alloc(1000)]))
    const { grants } = await run.call('grants.fromPaths', { paths: [path] })
    const targets = [{ accountId: bystanderId, fields: {} }]
    await run.call('uploads.add', { targets, grants, sendsKnown: false, intakeId: null })
  }

  /** A picture on the disk that no other is like. */
  async function picture({ sizeBytes = 4000, name = '' } = {}) {
    fileCount += 1
    const head = samplePng(fileCount, 7)
    const bytes = Buffer.concat([head, Buffer.alloc(Math.max(0, sizeBytes - head.length), fileCount)])
    const path = join(filesFolder, name || `picture ${String(fileCount)}.png`)
    await writeFile(path, bytes)
    return { path, bytes, sha256: sha256Of(bytes) }
  }
  const pictures = (count: number, sizeBytes?: number) =>
    Promise.all(Array.from({ length: count }, () => picture(sizeBytes === undefined ? {} : { sizeBytes })))

  /** Resolves when all jobs of the account under test, or those named, have that status. */
  async function reach(status: JobStatus, ids?: readonly JobId[], timeout = PATIENCE_MS) {
    const wanted = async () => (await jobs()).filter(({ id }) => !ids || ids.includes(id))
    const isReached = async () => (await wanted()).every((job) => job.status === status)
    await vi.waitUntil(isReached, { timeout, interval: 20 }).catch(() => undefined)
    const reached = await wanted()
    const shown = reached.map((job) => [job.status, job.failure?.code ?? null])
    expect(
      shown.map(([now]) => now),
      JSON.stringify(shown),
    ).toEqual(reached.map(() => status))
    return reached
  }

  /** As it lies on the disk, in queue order. */
  const journal = (): readonly Job[] => {
    const path = join(run.desktop.platform.dataFolder, 'wharf.db')
    const database = openSqlite(path, { isReadOnly: true })
    const journalled = createQueueStore(database).load()
    database.close()
    return journalled.filter((job) => job.accountId !== bystanderId)
  }
  const requests = () => {
    const digests = new Set([...keys].map(keyDigest))
    digests.delete(keyDigest(BYSTANDER_KEY))
    return sandbox.ledger.entries().filter((entry) => digests.has(entry.keyDigest ?? ''))
  }
  const posts = (): readonly LedgerEntry[] => requests().filter(({ method }) => method === 'POST')

  return {
    providerId,
    manifest,
    /** Whether a lost upload can be looked for: the provider lists what it holds. */
    canLook: manifest.capabilities.list !== null,
    /** Where the provider lists by containers, the one that uploads go to. */
    projectId: hasContainers ? PROJECT_ID : null,
    accountId,
    key: KEY,
    keyDigest: keyDigest(KEY),
    bystanderId: () => bystanderId,
    isBystanderSent: () => isBystanderSent,
    sandbox,
    proxy,
    clock,
    dataFolder,
    filesFolder,
    added,
    keys,
    askedAgain,
    runs,
    run: () => run,
    desktop: (): TestDesktop => run.desktop,
    call: ((name, input) => run.call(name, input)) as AppRun['call'],
    failureOf: ((name, input) => run.failureOf(name, input)) as AppRun['failureOf'],
    snapshot,
    jobs,
    account,
    addAccount,
    drop,
    picture,
    pictures,
    reach,
    journal,
    requests,
    posts,
    commits: () => posts().filter(({ committedAssetId }) => committedAssetId !== null),
    /** For the uploads of the account under test, unless `match` says otherwise. */
    misbehave: (fault: Fault, match: FaultMatch = {}) => {
      sandbox.faults.add({ provider: providerId, method: 'POST', apiKey: KEY, ...match }, fault)
    },
    /** Points the account under test elsewhere, with its key. */
    moveTo: (origin: string) =>
      run.call('accounts.update', {
        accountId,
        serverAddress: `${origin}/${providerId}`,
        apiKey: KEY,
      }),
    /** Time passes at once; whatever waits for it looks again. */
    pass: async (ms: number) => {
      clock.pass(ms)
      await run.call('settings.update', {})
    },
    /** Ends the app and starts it anew, on the same folder unless told. */
    restart: async (folder = dataFolder, prepare?: (desktop: TestDesktop) => void) => {
      await run.end()
      run = await runApp(folder, tuning, prepare)
      runs.push(run)
    },
    close: async () => {
      await run.end()
      await proxy.close()
      await sandbox.close()
      await rm(root, { recursive: true, force: true })
    },
  }
}
