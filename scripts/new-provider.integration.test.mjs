// Lets the compiler judge what a new provider needs: one line in each of three tables, no other file.
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { projectRoot } from './project-paths.mjs'

const at = (/** @type {string} */ path) => join(projectRoot, path)
const toy = (/** @type {string} */ name) => at(`electron/providers/toy/${name}.testkit.ts`)

/** The line of each table, with what it imports. */
const LINES = {
  'shared/providers/manifests.ts': {
    after: '  token360,\n',
    line: '  toy,\n',
    name: 'toy',
    from: toy('manifest'),
  },
  'electron/providers/registry.ts': {
    after: '  token360: token360Provider,\n',
    line: '  toy: toyProvider,\n',
    name: 'toyProvider',
    from: toy('adapter'),
  },
  'electron/sandbox/imitations.ts': {
    after: '    token360: createToken360(),\n',
    line: '    toy: toyImitation,\n',
    name: 'toyImitation',
    from: toy('imitation'),
  },
}

/** @param {readonly string[]} tables those that have the new line */
function overlay(tables) {
  const texts = new Map()
  for (const [table, { after, line, name, from }] of Object.entries(LINES)) {
    if (!tables.includes(table)) continue
    const path = at(table)
    const text = ts.sys.readFile(path) ?? ''
    expect(text.split(after)).toHaveLength(2)
    texts.set(path, `import { ${name} } from '${from}'\n${text.replace(after, after + line)}`)
  }
  return texts
}

/** Whatever the app is made of hangs on these. */
const ENTRIES = ['electron/main.ts', 'electron/preload.ts', 'renderer/main.tsx'].map(at)
const base = ts.readConfigFile(at('tsconfig.json'), (path) => ts.sys.readFile(path)).config
const { options } = ts.parseJsonConfigFileContent({ ...base, include: [] }, ts.sys, projectRoot)
options.types = ['node', 'vite/client']

/** @param {readonly string[]} tables */
function programWith(tables) {
  const texts = overlay(tables)
  const host = ts.createCompilerHost(options)
  host.readFile = (file) => texts.get(file) ?? ts.sys.readFile(file)
  return ts.createProgram(ENTRIES, options, host)
}

/** @param {ts.Program} program @param {string} [path] the only file to look at */
function complaints(program, path) {
  const found = program.getSemanticDiagnostics(path === undefined ? path : program.getSourceFile(at(path)))
  return found.map(
    ({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  )
}

const LIMIT_MS = 120_000

describe('a fifth provider', () => {
  it(
    'is asked for by the compiler in the other two tables, once its manifest is in the first',
    () => {
      const [manifests = '', ...others] = Object.keys(LINES)
      const program = programWith([manifests])
      for (const table of others)
        expect(complaints(program, table)).toEqual([expect.stringContaining("Property 'toy' is missing")])
    },
    LIMIT_MS,
  )

  it('needs no other file', () => expect(complaints(programWith(Object.keys(LINES)))).toEqual([]), LIMIT_MS)
})
