// Turns the import table into the settings that eslint-plugin-boundaries reads.
import { importTable, testExtras } from './import-table.mjs'

/**
 * Few selectors with long lists: the plugin tries every one of them on every import.
 * @param {{ rooms?: readonly string[], packages?: readonly string[], workers?: readonly string[] }} permitted
 */
const allowances = ({ rooms = [], packages = [], workers = [] }) => [
  { to: { file: { categories: [...rooms] } } },
  { to: { module: { origin: 'external', source: packages.filter((name) => name !== 'node') } } },
  ...(workers.length > 0
    ? [{ to: { module: { origin: 'local' } }, dependency: { source: [...workers] } }]
    : []),
  ...(packages.includes('node') ? [{ to: { module: { origin: 'core' } } }] : []),
]

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
  'boundaries/legacy-templates': false,
  'import/resolver': { node: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'] } },
}

const roomPolicies = Object.entries(importTable).map(
  ([name, { perFolder, rooms = [], packages = [], workers = [] }]) => ({
    from: { file: { categories: name } },
    allow: perFolder
      ? [ownFolder(name), ...allowances({ rooms, packages, workers })]
      : allowances({ rooms: [name, ...rooms], packages, workers }),
  }),
)

const testPolicies = [
  {
    disallow: { to: { file: { categories: 'test' } } },
    message: 'Only tests may import a test or a test kit.',
  },
  { from: { file: { categories: 'test' } }, allow: allowances(testExtras) },
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
