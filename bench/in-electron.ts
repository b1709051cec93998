// Runs a benchmark's own bundle once more, as the main process of a real Electron.
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { hasDisplay, onOwnDisplay } from '../scripts/display.mjs'

/** Set in the Electron process: the path of a file that holds the task, which may be larger than a variable. */
export const TASK_VARIABLE = 'WHARF_BENCH_TASK'
const ANSWER = 'bench-answer '

type Run = {
  /** For the process's own files; its data folder begins empty. */
  readonly folder: string
  readonly bundle: string
  readonly task: unknown
  /** A certificate to trust beside the usual ones. */
  readonly certificate?: string | null
}

/** Resolves with what the process answered; rejects with its output if it failed. */
export async function runInElectron<T>({ folder, bundle, task, certificate = null }: Run): Promise<T> {
  const executable = process.env['WHARF_ELECTRON'] ?? ''
  const appFolder = join(folder, 'app')
  const dataFolder = join(folder, 'data')
  const taskFile = join(folder, 'task.json')
  writeFileSync(taskFile, JSON.stringify(task))
  rmSync(dataFolder, { recursive: true, force: true })
  mkdirSync(appFolder, { recursive: true })
  const isRoot = process.getuid?.() === 0
  writeFileSync(
    join(appFolder, 'package.json'),
    JSON.stringify({ name: 'wharf-bench', version: '0.0.0', type: 'module', main: 'main.mjs' }),
  )
  writeFileSync(join(appFolder, 'main.mjs'), `import ${JSON.stringify(pathToFileURL(bundle).href)}\n`)
  const args = [appFolder, `--user-data-dir=${dataFolder}`, ...(isRoot ? ['--no-sandbox'] : [])]
  const run = hasDisplay() ? { command: executable, args } : onOwnDisplay(executable, args)
  const { stdout } = await promisify(execFile)(run.command, [...run.args], {
    env: {
      ...process.env,
      [TASK_VARIABLE]: taskFile,
      ...(certificate !== null && { NODE_EXTRA_CA_CERTS: certificate }),
    },
    maxBuffer: 64 * 1024 * 1024,
  })
  const line = stdout.split('\n').find((text) => text.startsWith(ANSWER))
  if (line === undefined) throw new Error(`The benchmark's process gave no answer:\n${stdout}`)
  return JSON.parse(line.slice(ANSWER.length)) as T
}

/** The other side: called in the Electron process, ends it once the work is done. */
export function answerInElectron(work: (task: unknown) => Promise<unknown>): void {
  // Not awaited at the top of the entry: Electron is ready only after its entry has been read to the end.
  void import('electron').then(async ({ app }) => {
    await app.whenReady()
    const task: unknown = JSON.parse(readFileSync(process.env[TASK_VARIABLE] ?? '', 'utf8'))
    const { line, code } = await work(task).then(
      (answer) => ({ line: `${ANSWER}${JSON.stringify(answer)}`, code: 0 }),
      (error: unknown) => ({ line: error instanceof Error ? (error.stack ?? '') : String(error), code: 1 }),
    )
    process.stdout.write(`${line}\n`, () => {
      app.exit(code)
    })
  })
}
