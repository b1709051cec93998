// Finds out what this Linux lacks: shared libraries of the runtime, or Debian packages.
import { existsSync } from 'node:fs'
import { runCommand } from '../run-command.mjs'

const limitMs = 30_000

/**
 * @param {string} lddOutput
 * @returns {string[]} the names of libraries that the loader cannot find
 */
export const parseMissingLibraries = (lddOutput) => [
  ...new Set([...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].flatMap((match) => match[1] ?? [])),
]

/** @param {string} executable */
export async function findMissingLibraries(executable) {
  if (process.platform !== 'linux') return []
  const { output } = await runCommand('ldd', [executable], { timeoutMs: limitMs, output: 'capture' })
  return parseMissingLibraries(output)
}

/**
 * @param {readonly string[]} wanted
 * @param {string} dpkgOutput lines of `name status`
 */
export function parseMissingPackages(wanted, dpkgOutput) {
  const installed = new Set(
    dpkgOutput
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return wanted.filter((name) => !installed.has(name))
}

export const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/dpkg-query')

/** @param {readonly string[]} wanted */
export async function findMissingPackages(wanted) {
  if (!isDebian()) return []
  const { output } = await runCommand(
    'dpkg-query',
    ['--show', '--showformat', '${Package} ${db:Status-Status}\\n', ...wanted],
    { timeoutMs: limitMs, output: 'capture' },
  )
  return parseMissingPackages(wanted, output)
}
