// Turns the import table into the settings that eslint-plugin-boundaries reads.
import { importTable, testExtras } from './import-table.mjs'

/** @param {readonly string[]} names */
const nodeModules = (names) => (names.includes('node') ? [{ to: { module: { origin: 'core' } } }] : [])

/** @param {readonly string[]} names */
const packages = (names) =>
  names
    .filter((name) => name !== 'node')
    .map((name) => ({ to: { module: { origin: 'external', source: name } } }))

/** @param {readonly string[]} names */
const rooms = (names) => names.map((name) => ({ to: { file: { categories: name } } }))

const ownFolder = (/** @type {string} */ name) => ({
  to: { file: { categories: name, captured: { folder: '{{ from.file.captured.folder }}' } } },
})

export const boundariesSettings = {
  'boundaries/files': [
    { category: 'test', pattern: [...testExtras.files] },
    ...Object.entries(importTable).map(([category, { files, perFolder }]) =>
      perFolder
        ? {
            category,
            pattern: files.map((glob) => glob.replace('/*/', '/(*)/')),
            capture: ['folder'],
            stopMatching: true,
          }
        : { category, pattern: [...files], stopMatching: true },
    ),
  ],
  'import/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] } },
}

const roomPolicies = Object.entries(importTable).map(([name, room]) => ({
  from: { file: { categories: name } },
  allow: [
    room.perFolder ? ownFolder(name) : rooms([name])[0],
    ...rooms(room.rooms ?? []),
    ...packages(room.packages ?? []),
    ...nodeModules(room.packages ?? []),
  ],
}))

const testPolicies = [
  {
    disallow: { to: { file: { categories: 'test' } } },
    message: 'Only tests may import a test or a test kit.',
  },
  {
    from: { file: { categories: 'test' } },
    allow: [
      ...rooms(testExtras.rooms),
      ...packages(testExtras.packages),
      ...nodeModules(testExtras.packages),
    ],
  },
]

/** @type {import('eslint').Linter.RulesRecord} */
export const boundariesRules = {
  'boundaries/no-unknown-files': 'error',
  'boundaries/no-ignored-dependencies': 'error',
  'boundaries/dependencies': [
    'error',
    {
      default: 'disallow',
      checkAllOrigins: true,
      checkUnknownLocals: true,
      checkInternals: true,
      policies: [...roomPolicies, ...testPolicies],
    },
  ],
}
