// One large file, raw body: the app's engine in Electron's main process beside `curl -T`, round by round.
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'
import { runEngine, type EngineFigures, type EngineTask } from './engine-run.ts'
import { startFastSink } from './fast-sink.ts'
import { answerInElectron, runInElectron, TASK_VARIABLE } from './in-electron.ts'
import { writeLargeFile } from './large-file.ts'
import { median } from './median.ts'

const SIZE_MIB = Number(process.env['WHARF_BENCH_MIB'] ?? 2048)
const ROUNDS = Number(process.env['WHARF_BENCH_ROUNDS'] ?? 5)

async function curlSeconds(file: string, origin: string): Promise<number> {
  const startedAt = performance.now()
  const { stdout } = await promisify(execFile)('curl', ['-sS', '-T', file, `${origin}/v1/asset`])
  const seconds = (performance.now() - startedAt) / 1000
  const { meta } = JSON.parse(stdout) as { meta: { size: number } }
  if (meta.size !== SIZE_MIB * 1024 * 1024) throw new Error(`curl sent ${String(meta.size)} bytes`)
  return seconds
}

function report(title: string, aim: string, curl: readonly number[], runs: readonly EngineFigures[]) {
  const ratio = median(runs.map(({ seconds }, round) => (curl[round] ?? NaN) / seconds))
  const of = (pick: (figures: EngineFigures) => number) => median(runs.map(pick)).toFixed(1)
  const most = (pick: (figures: EngineFigures) => number) => Math.max(...runs.map(pick)).toFixed(1)
  console.log(
    `${title}: ${ratio.toFixed(2)} of curl (aim ${aim}); ${of(({ seconds }) => SIZE_MIB / seconds)} MiB/s, ` +
      `${of(({ cpuSeconds }) => cpuSeconds)} s CPU, memory above idle at most ${most(({ memoryMiB }) => memoryMiB)} MiB, ` +
      `main loop p99 ${of(({ loopDelayP99Ms }) => loopDelayP99Ms)} ms, max ${most(({ loopDelayMaxMs }) => loopDelayMaxMs)} ms`,
  )
}

async function compare(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wharf-bench-'))
  const sink = await startFastSink(folder)
  if (!sink) {
    console.log(
      'Not measured: this needs a C compiler for the sink (on Debian: apt-get install gcc libc6-dev).',
    )
    return
  }
  try {
    const file = join(folder, 'large.mp4')
    await writeLargeFile(file, SIZE_MIB * 1024 * 1024)
    const { origin } = sink
    const engine = (hashing: boolean) =>
      runInElectron<EngineFigures>(folder, import.meta.filename, {
        file,
        origin,
        hashing,
      } satisfies EngineTask)
    const curl: number[] = []
    const plain: EngineFigures[] = []
    const hashed: EngineFigures[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      curl.push(await curlSeconds(file, origin))
      plain.push(await engine(false))
      hashed.push(await engine(true))
    }
    console.log(`One file of ${String(SIZE_MIB)} MiB over loopback, ${String(ROUNDS)} rounds, medians:`)
    console.log(`curl -T: ${(SIZE_MIB / median(curl)).toFixed(1)} MiB/s`)
    report('engine without hashing', '>= 1.0', curl, plain)
    report('engine with sha256, as the app runs', '>= 0.3', curl, hashed)
  } finally {
    sink.close()
    await rm(folder, { recursive: true, force: true })
  }
}

if (process.env[TASK_VARIABLE] === undefined) await compare()
else answerInElectron((task) => runEngine(task as EngineTask))
