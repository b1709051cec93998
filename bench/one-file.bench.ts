// One big file: the engine in Electron's main process beside curl, as it is and as a form, plain and over TLS.
import { join } from 'node:path'
import { expectArrived, withSink } from './bench-folder.ts'
import type { Cost } from './cost-meter.ts'
import { curlOne, type CurlCost } from './curl.ts'
import { runEngine, type EngineTask } from './engine-run.ts'
import type { FastSink } from './fast-sink.ts'
import { answerInElectron, runInElectron, TASK_VARIABLE } from './in-electron.ts'
import { report } from './results.ts'
import { writeLargeFile } from './sample-files.ts'
import { SCALE } from './scale.ts'

type Way = { readonly framing: 'raw' | 'form'; readonly origin: string; readonly certificate: string | null }
type Round = { readonly curl: CurlCost; readonly plain: Cost; readonly hashed: Cost }

async function measureRound(folder: string, file: string, sink: FastSink, way: Way): Promise<Round> {
  const engine = async (hashing: boolean) => {
    const { framing, origin, certificate } = way
    const task: EngineTask = { files: [file], origin, framing, hashing, connections: 1 }
    const cost = await runInElectron<Cost>({ folder, bundle: import.meta.filename, task, certificate })
    await expectArrived(sink, 1, SCALE.bigFileBytes)
    return cost
  }
  const curl = await curlOne({ file, ...way })
  await expectArrived(sink, 1, SCALE.bigFileBytes)
  return { curl, plain: await engine(false), hashed: await engine(true) }
}

async function compare(folder: string, sink: FastSink): Promise<void> {
  const file = join(folder, 'clip.mp4')
  await writeLargeFile(file, SCALE.bigFileBytes)
  const ways = (['raw', 'form'] as const).flatMap((framing) => [
    { id: framing, way: { framing, origin: sink.origin, certificate: null }, rounds: [] as Round[] },
    ...(sink.secure
      ? [{ id: `${framing}-https` as const, way: { framing, ...sink.secure }, rounds: [] as Round[] }]
      : []),
  ])
  for (let round = 0; round < SCALE.rounds; round += 1)
    for (const { way, rounds } of ways) rounds.push(await measureRound(folder, file, sink, way))

  for (const { id, rounds } of ways) {
    report(
      id,
      rounds.map(({ curl, plain }) => curl.seconds / plain.seconds),
    )
    report(
      `${id}-hashed`,
      rounds.map(({ curl, hashed }) => curl.seconds / hashed.seconds),
    )
  }
  const all = ways.flatMap(({ rounds }) => rounds)
  const secure = ways.filter(({ way }) => way.certificate !== null).flatMap(({ rounds }) => rounds)
  if (secure.length > 0) {
    const cpu = (pick: (round: Round) => Cost) =>
      secure.map((round) => pick(round).cpuSeconds / round.curl.cpuSeconds)
    report(
      'cpu-https',
      cpu(({ plain }) => plain),
    )
    report(
      'cpu-https-hashed',
      cpu(({ hashed }) => hashed),
    )
  }
  report(
    'memory-one',
    all.map(({ hashed }) => hashed.memoryMiB),
  )
  report(
    'loop-p99',
    all.map(({ hashed }) => hashed.loopDelayP99Ms),
  )
  report(
    'loop-max',
    all.map(({ hashed }) => hashed.loopDelayMaxMs),
  )
}

if (process.env[TASK_VARIABLE] === undefined) await withSink(compare)
else answerInElectron((task) => runEngine(task as EngineTask))
