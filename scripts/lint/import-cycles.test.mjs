// Holds the house to "no two files import each other".
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { projectRoot } from '../project-paths.mjs'
import { findImportCycles } from './import-cycles.mjs'

it('finds a cycle around a corner, types included', () => {
  const root = mkdtempSync(join(tmpdir(), 'wharf-cycle-'))
  mkdirSync(join(root, 'src'))
  writeFileSync(join(root, 'src', 'a.ts'), "import { b } from './b.ts'\nexport const a = b\n")
  writeFileSync(join(root, 'src', 'b.ts'), "import type { C } from './c'\nexport const b: C = 1\n")
  writeFileSync(join(root, 'src', 'c.tsx'), "export * from './a.ts'\nexport type C = number\n")
  expect(findImportCycles(root, ['src'])).toEqual(['src/a.ts → src/b.ts → src/c.tsx → src/a.ts'])
  rmSync(root, { recursive: true })
})

it('there is none in this house', () => {
  expect(findImportCycles(projectRoot, ['electron', 'renderer', 'shared', 'scripts'])).toEqual([])
})
