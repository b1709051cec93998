// Runs steps side by side, showing the output of each in one piece.
import { availableParallelism } from 'node:os'
import { projectRoot } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command
 * @property {readonly string[]} args
 * @property {number} timeoutMs
 * @property {NodeJS.ProcessEnv} [env]
 */

const seconds = (/** @type {number} */ sinceMs) => `${((Date.now() - sinceMs) / 1000).toFixed(1)} s`

/** @param {Step} step */
async function runStep({ name, command, args, timeoutMs, env }) {
  const startedAtMs = Date.now()
  const { code, output, timedOut } = await runCommand(command, args, {
    timeoutMs,
    cwd: projectRoot,
    output: 'capture',
    ...(env === undefined ? {} : { env }),
  })
  const verdict = timedOut ? 'took too long' : code === 0 ? 'ok' : 'failed'
  console.log(`${code === 0 ? '✓' : '✗'} ${name}: ${verdict} (${seconds(startedAtMs)})`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}

/**
 * Longest first is for the caller to arrange.
 * @param {readonly Step[]} steps
 * @returns {Promise<boolean>} whether all succeeded
 */
export async function runTogether(steps) {
  const waiting = [...steps]
  let allWell = true
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
      allWell = (await runStep(step)) && allWell
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  return allWell
}
