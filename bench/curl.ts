// curl, the peer that the engine is measured beside: one file or many, with its own processor time.
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { promisify } from 'node:util'

export type CurlCost = { readonly seconds: number; readonly cpuSeconds: number }

/** `times` prints what the shell used, then what its children did: minutes and seconds, user before system. */
const CHILD_TIMES = /(\d+)m([\d.]+)s (\d+)m([\d.]+)s\s*$/

async function timed(args: readonly string[]): Promise<CurlCost> {
  const startedAt = performance.now()
  const { stdout } = await promisify(execFile)('sh', ['-c', 'curl "$@" && times', 'curl', ...args])
  const seconds = (performance.now() - startedAt) / 1000
  const [, userMinutes, user, systemMinutes, system] = (CHILD_TIMES.exec(stdout) ?? []).map(Number)
  if (user === undefined || system === undefined || userMinutes === undefined || systemMinutes === undefined)
    throw new Error(`The shell gave no times: ${stdout}`)
  return { seconds, cpuSeconds: (userMinutes + systemMinutes) * 60 + user + system }
}

type One = {
  readonly file: string
  readonly origin: string
  readonly framing: 'raw' | 'form'
  readonly certificate: string | null
}

export function curlOne({ file, origin, framing, certificate }: One): Promise<CurlCost> {
  const trust = certificate === null ? [] : ['--cacert', certificate]
  const body = framing === 'raw' ? ['-T', file] : ['-F', `file=@${file}`]
  return timed(['-sS', '--fail', '-o', '/dev/null', ...trust, ...body, `${origin}/v1/asset`])
}

type Many = {
  readonly folder: string
  readonly files: readonly string[]
  readonly origin: string
  readonly atOnce: number
}

export function curlMany({ folder, files, origin, atOnce }: Many): Promise<CurlCost> {
  const config = join(folder, 'curl.config')
  const one = (file: string) =>
    `url = "${origin}/v1/assets"\nform = "file=@${file}"\noutput = "/dev/null"\nfail\n`
  writeFileSync(config, files.map(one).join('next\n'))
  return timed(['--parallel', '--parallel-max', String(atOnce), '--no-progress-meter', '-K', config])
}
