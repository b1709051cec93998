// Tells whether dist/ is older than what it was built from.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-paths.mjs'

const sources = ['electron', 'renderer', 'shared', 'package-lock.json']
const configs = ['vite.main.config.ts', 'vite.preload.config.ts', 'vite.renderer.config.ts']
const builtEntries = ['dist/main/main.js', 'dist/preload/preload.cjs', 'dist/renderer/index.html']

/** @param {string} path @returns {number} the newest change in a file or folder, in ms since 1970 */
export function newestChangeMs(path) {
  const own = statSync(path)
  if (!own.isDirectory()) return own.mtimeMs
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestChangeMs(join(path, name))),
    own.mtimeMs,
  )
}

export function isBuildStale(root = projectRoot) {
  const inRoot = (/** @type {string} */ path) => join(root, path)
  const entries = builtEntries.map(inRoot)
  if (!entries.every((entry) => existsSync(entry))) return true
  const oldestBuiltMs = Math.min(...entries.map((entry) => statSync(entry).mtimeMs))
  const newestSourceMs = Math.max(
    ...[...sources, ...configs]
      .map(inRoot)
      .filter((path) => existsSync(path))
      .map(newestChangeMs),
  )
  return newestSourceMs > oldestBuiltMs
}
