// Many files, five at once: the engine alone, then the whole app with its journal, beside `curl --parallel`.
import { join } from 'node:path'
import { runApp, type AppTask } from './app-run.ts'
import { expectArrived, withSink } from './bench-folder.ts'
import type { Cost } from './cost-meter.ts'
import { curlMany } from './curl.ts'
import { runEngine, type EngineTask } from './engine-run.ts'
import type { FastSink } from './fast-sink.ts'
import { answerInElectron, runInElectron, TASK_VARIABLE } from './in-electron.ts'
import { report } from './results.ts'
import { writeFiles } from './sample-files.ts'
import { CONNECTIONS, SCALE } from './scale.ts'

type Task =
  | ({ readonly kind: 'engine' } & EngineTask)
  | ({ readonly kind: 'app' } & Omit<AppTask, 'dataFolder' | 'until'>)

type Figures = { readonly ratio: number; readonly cost: Cost; readonly connections: number }
type Round = { readonly plain: Figures; readonly hashed: Figures; readonly app: Figures }

async function compare(folder: string, sink: FastSink): Promise<void> {
  const { origin } = sink
  const sizes = [
    { id: 'medium', count: SCALE.mediumFiles, fileBytes: SCALE.mediumFileBytes },
    { id: 'small', count: SCALE.smallFiles, fileBytes: SCALE.smallFileBytes },
  ] as const
  const everyRound: Round[] = []
  for (const { id, count, fileBytes } of sizes) {
    const files = await writeFiles(join(folder, id), count, fileBytes)
    const engine = { kind: 'engine', files, origin, framing: 'form', connections: CONNECTIONS } as const
    const rounds: Round[] = []
    for (let round = 0; round < SCALE.rounds; round += 1) {
      const curl = await curlMany({ folder, files, origin, atOnce: CONNECTIONS })
      await expectArrived(sink, count, fileBytes)
      const run = async (task: Task): Promise<Figures> => {
        const cost = await runInElectron<Cost>({ folder, bundle: import.meta.filename, task })
        const connections = await expectArrived(sink, count, fileBytes)
        return { ratio: curl.seconds / cost.seconds, cost, connections }
      }
      rounds.push({
        plain: await run({ ...engine, hashing: false }),
        hashed: await run({ ...engine, hashing: true }),
        app: await run({ kind: 'app', files, origin }),
      })
    }
    report(
      id,
      rounds.map(({ plain }) => plain.ratio),
    )
    report(
      `${id}-hashed`,
      rounds.map(({ hashed }) => hashed.ratio),
    )
    report(
      `${id}-app`,
      rounds.map(({ app }) => app.ratio),
    )
    if (id === 'medium')
      report(
        'memory-five',
        rounds.map(({ hashed }) => hashed.cost.memoryMiB),
      )
    everyRound.push(...rounds)
  }
  report(
    'connections',
    everyRound.flatMap(({ plain, hashed }) => [plain.connections, hashed.connections]),
  )
}

async function work(task: Task): Promise<Cost> {
  if (task.kind === 'engine') return runEngine(task)
  const { app } = await import('electron')
  return runApp({ ...task, dataFolder: app.getPath('userData'), until: 'done' })
}

if (process.env[TASK_VARIABLE] === undefined) await withSink(compare)
else answerInElectron((task) => work(task as Task))
