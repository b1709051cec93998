// Ten thousand files dropped at once: how long until each is accepted and in the journal.
import { join } from 'node:path'
import { runApp } from './app-run.ts'
import { withSink } from './bench-folder.ts'
import type { Cost } from './cost-meter.ts'
import type { FastSink } from './fast-sink.ts'
import { answerInElectron, runInElectron, TASK_VARIABLE } from './in-electron.ts'
import { report } from './results.ts'
import { writeFiles } from './sample-files.ts'
import { SCALE } from './scale.ts'

type Task = { readonly files: readonly string[]; readonly origin: string }

async function measure(folder: string, { origin }: FastSink): Promise<void> {
  const files = await writeFiles(join(folder, 'files'), SCALE.droppedFiles, SCALE.smallFileBytes)
  const costs: Cost[] = []
  for (let round = 0; round < SCALE.rounds; round += 1)
    costs.push(
      await runInElectron<Cost>({
        folder,
        bundle: import.meta.filename,
        task: { files, origin } satisfies Task,
      }),
    )
  report(
    'drop',
    costs.map(({ seconds }) => seconds),
  )
  report(
    'drop-loop-max',
    costs.map(({ loopDelayMaxMs }) => loopDelayMaxMs),
  )
}

async function work(task: Task): Promise<Cost> {
  const { app } = await import('electron')
  return runApp({ ...task, dataFolder: app.getPath('userData'), until: 'durable' })
}

if (process.env[TASK_VARIABLE] === undefined) await withSink(measure)
else answerInElectron((task) => work(task as Task))
