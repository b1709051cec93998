// Builds main, preload and page into dist/.
import { join } from 'node:path'
import { isEntry } from './is-entry.mjs'
import { projectRoot } from './project-paths.mjs'
import { runTogether } from './run-together.mjs'

export const viteConfigs = /** @type {const} */ ({
  main: 'vite.main.config.ts',
  preload: 'vite.preload.config.ts',
  page: 'vite.renderer.config.ts',
})

const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js')

/** @returns {Promise<boolean>} whether all three were built */
export function buildApp() {
  return runTogether(
    Object.entries(viteConfigs).map(([name, config]) => ({
      name: `build ${name}`,
      command: process.execPath,
      args: [vite, 'build', '--config', config, '--logLevel', 'warn'],
      timeoutMs: 3 * 60_000,
    })),
  )
}

if (isEntry(import.meta.url)) process.exitCode = (await buildApp()) ? 0 : 1
