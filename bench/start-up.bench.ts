// The start of the main process, up to the page's first snapshot: with a long history of finished jobs, and with none.
import { copyFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { startApp } from '../electron/app/start-app.ts'
import { openDatabase } from '../electron/store/open-database.ts'
import { createQueueStore } from '../electron/uploads/queue-store.ts'
import { finishedJob } from './finished-job.ts'
import { benchPlatform } from './bench-platform.ts'
import { answerInElectron, runInElectron, TASK_VARIABLE } from './in-electron.ts'
import { report } from './results.ts'
import { SCALE } from './scale.ts'

type Task = { readonly history: string }

function writeHistory(path: string, count: number): void {
  const { database } = openDatabase(path, 0)
  createQueueStore(database).save(Array.from({ length: count }, (_, index) => finishedJob(index)))
  database.close()
}

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wharf-bench-'))
  try {
    const histories = { none: join(folder, 'none.db'), long: join(folder, 'long.db') }
    writeHistory(histories.none, 0)
    writeHistory(histories.long, SCALE.finishedJobs)
    const start = (history: string) =>
      runInElectron<number>({ folder, bundle: import.meta.filename, task: { history } satisfies Task })
    const ratios: number[] = []
    for (let round = 0; round < SCALE.rounds; round += 1) {
      const noneMs = await start(histories.none)
      const longMs = await start(histories.long)
      console.log(`none: ${noneMs.toFixed(0)} ms, ${SCALE.finishedJobs}: ${longMs.toFixed(0)} ms`)
      ratios.push(longMs / noneMs)
    }
    report('start-up', ratios)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Milliseconds since the process began. */
async function work({ history }: Task): Promise<number> {
  const { app: electron } = await import('electron')
  const dataFolder = electron.getPath('userData')
  copyFileSync(history, join(dataFolder, 'wharf.db'))
  const silence = () => undefined
  const app = await startApp({
    platform: benchPlatform(dataFolder),
    log: { info: silence, error: silence },
    sendEvents: silence,
  })
  await app.dispatch('app.snapshot', {})
  const tookMs = performance.now()
  await app.dispose()
  return tookMs
}

if (process.env[TASK_VARIABLE] === undefined) await measure()
else answerInElectron((task) => work(task as Task))
