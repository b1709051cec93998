// Tells whether a script was started by itself or imported by another.
import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** @param {string} moduleUrl the `import.meta.url` of the asking script */
export function isEntry(moduleUrl) {
  const started = process.argv[1]
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl))
}
