// Finds files that import each other, directly or around a corner.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, extname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

const extensions = ['.ts', '.tsx', '.mjs']

/** @param {string} folder @returns {string[]} */
const sourcesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => extensions.includes(extname(name)))
    .map((name) => join(folder, name))

/** @param {string} from @param {string} specifier @returns {string | null} */
function resolveLocal(from, specifier) {
  if (!specifier.startsWith('.')) return null
  const path = resolve(dirname(from), specifier)
  return (
    [path, ...extensions.map((extension) => path + extension)].find(
      (one) => extname(one) && existsSync(one),
    ) ?? null
  )
}

/** @param {string} file */
const importsOf = (file) =>
  ts
    .preProcessFile(readFileSync(file, 'utf8'))
    .importedFiles.flatMap(({ fileName }) => resolveLocal(file, fileName) ?? [])

/**
 * @param {string} root @param {readonly string[]} folders below the root
 * @returns {string[]} one line for each cycle: `a.ts → b.ts → a.ts`
 */
export function findImportCycles(root, folders) {
  /** @type {Set<string>} */
  const finished = new Set()
  /** @type {string[]} */
  const cycles = []

  /** @param {string} file @param {readonly string[]} trail */
  const visit = (file, trail) => {
    const seenAt = trail.indexOf(file)
    if (seenAt >= 0) {
      cycles.push([...trail.slice(seenAt), file].map((one) => relative(root, one)).join(' → '))
      return
    }
    if (finished.has(file)) return
    for (const imported of importsOf(file)) visit(imported, [...trail, file])
    finished.add(file)
  }

  for (const folder of folders) for (const file of sourcesIn(join(root, folder))) visit(file, [])
  return cycles
}
