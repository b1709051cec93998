// A record of 100,000 assets goes into a file and comes into an empty one: time, memory, delay of the event loop.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAnnotations } from '../electron/library/annotations.ts'
import { createRecord } from '../electron/library/record.ts'
import { fillRecord, SAMPLE_ACCOUNTS } from '../electron/library/sample-record.testkit.ts'
import type { CarriedAccount } from '../electron/library/transfer/carried-entry.ts'
import { exportRecord } from '../electron/library/transfer/export-record.ts'
import { importRecord } from '../electron/library/transfer/import-record.ts'
import { inspectRecordFile } from '../electron/library/transfer/inspect-record-file.ts'
import { wholeRecord } from '../electron/library/transfer/record-batches.ts'
import { openDatabase } from '../electron/store/open-database.ts'
import { type RecordFormat, recordFormatSchema } from '../shared/model/transfer.ts'
import { type Cost, measureCost } from './cost-meter.ts'
import { answerInElectron, runInElectron, TASK_VARIABLE } from './in-electron.ts'
import { report } from './results.ts'
import { SCALE } from './scale.ts'

type Task = {
  readonly kind: 'fill' | 'export' | 'inspect' | 'import'
  readonly format: RecordFormat
  readonly database: string
  readonly file: string
  readonly count: number
}

const ACCOUNTS: readonly CarriedAccount[] = SAMPLE_ACCOUNTS.map(({ id, name, providerId }) => ({
  id,
  name,
  providerId,
  server: { kind: 'provider' },
}))
const PLACES = new Map(SAMPLE_ACCOUNTS.map(({ id, providerId }) => [id, { accountId: id, providerId }]))

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wharf-bench-'))
  const count = SCALE.finishedJobs
  const full = join(folder, 'full.db')
  try {
    const run = (task: Omit<Task, 'count'>) =>
      runInElectron<Cost>({ folder, bundle: import.meta.filename, task: { ...task, count } satisfies Task })
    const costs: Cost[] = []
    for (const format of recordFormatSchema.options) {
      const file = join(folder, `record.${format}`)
      if (costs.length === 0) await run({ kind: 'fill', format, database: full, file })
      const empty = join(folder, `${format}.db`)
      for (const kind of ['export', 'inspect', 'import'] as const) {
        const cost = await run({ kind, format, database: kind === 'export' ? full : empty, file })
        const { seconds, memoryMiB, loopDelayP99Ms, loopDelayMaxMs } = cost
        console.log(
          `${format} ${kind}, ${count}: ${seconds.toFixed(1)} s, ${memoryMiB.toFixed(0)} MiB, loop p99 ${loopDelayP99Ms.toFixed(0)} max ${loopDelayMaxMs.toFixed(0)} ms`,
        )
        costs.push(cost)
      }
    }
    report(
      'transfer-memory',
      costs.map(({ memoryMiB }) => memoryMiB),
    )
    report(
      'transfer-loop-max',
      costs.map(({ loopDelayMaxMs }) => loopDelayMaxMs),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function work({ kind, format, database: path, file, count }: Task): Promise<Cost> {
  const { database } = openDatabase(path, 0)
  const stores = { database, record: createRecord(database), annotations: createAnnotations(database) }
  const { signal } = new AbortController()
  const onProgress = () => undefined
  const cost = await measureCost(async () => {
    if (kind === 'fill') fillRecord(database, count)
    if (kind === 'export') {
      const batches = wholeRecord(database, stores.annotations)
      const written = await exportRecord(file, batches, {
        format,
        accounts: ACCOUNTS,
        nowMs: 0,
        signal,
        onProgress,
      })
      expectCount(written.count, count)
    }
    if (kind === 'inspect')
      expectCount((await inspectRecordFile(file, { signal, onProgress })).entryCount, count)
    if (kind === 'import') {
      const result = await importRecord(
        file,
        { places: PLACES, preference: 'mine', signal, onProgress },
        stores,
      )
      expectCount(result.addedCount, count)
    }
  })
  database.close()
  return cost
}

/** A fast wrong answer is worth nothing. */
function expectCount(found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${found} entries instead of ${wanted}`)
}

if (process.env[TASK_VARIABLE] === undefined) await measure()
else answerInElectron((task) => work(task as Task))
