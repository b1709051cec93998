// Proves that the import table is enforced, on a small house with one file a room.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { ESLint } from 'eslint'
import boundaries from 'eslint-plugin-boundaries'
import tseslint from 'typescript-eslint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boundariesRules, boundariesSettings } from './boundaries.mjs'

/** @type {string} */
let house
/** @type {ESLint} */
let eslint

const files = [
  'electron/main.ts',
  'electron/shell/window.ts',
  'electron/app/start-app.ts',
  'electron/ipc/dispatch.ts',
  'electron/ipc/register.ts',
  'electron/uploads/machine.ts',
  'electron/accounts/vault.ts',
  'electron/providers/registry.ts',
  'electron/providers/provider.ts',
  'electron/providers/contract.testkit.ts',
  'electron/providers/konpro/adapter.ts',
  'electron/providers/konpro/wire.ts',
  'electron/providers/onemin/adapter.ts',
  'electron/http/send.ts',
  'electron/store/sqlite.ts',
  'electron/sandbox/server.ts',
  'electron/stray.ts',
  'shared/ids.ts',
  'renderer/features/drop/zone.tsx',
  'renderer/features/drop/overlay.tsx',
  'renderer/features/uploads/row.tsx',
  'renderer/ui/button.tsx',
  'renderer/ui/button.css',
  'renderer/stores/queue.ts',
]

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'wharf-house-'))
  for (const file of files) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    writeFileSync(join(house, file), '')
  }
  symlinkSync(resolve('node_modules'), join(house, 'node_modules'))
  eslint = new ESLint({
    cwd: house,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.{ts,tsx}'],
        languageOptions: { parser: /** @type {import('eslint').Linter.Parser} */ (tseslint.parser) },
        plugins: { boundaries },
        settings: { ...boundariesSettings, 'boundaries/root-path': house },
        rules: boundariesRules,
      },
    ],
  })
})

afterAll(() => {
  rmSync(house, { recursive: true, force: true })
})

/** @param {string} file @param {string} source */
const complaints = async (file, source) => {
  const [result] = await eslint.lintText(`import ${JSON.stringify(source)}\n`, {
    filePath: join(house, file),
  })
  return result?.messages.map((message) => message.ruleId) ?? []
}

describe('allowed', () => {
  it.each([
    ['electron/main.ts', './shell/window.ts'],
    ['electron/main.ts', 'electron'],
    ['electron/shell/window.ts', '../app/start-app.ts'],
    ['electron/shell/window.ts', 'electron-store'],
    ['electron/app/start-app.ts', '../uploads/machine'],
    ['electron/app/start-app.ts', '../sandbox/server.ts'],
    ['electron/ipc/register.ts', 'electron'],
    ['electron/ipc/register.ts', './dispatch.ts'],
    ['electron/uploads/machine.ts', '../store/sqlite.ts'],
    ['electron/uploads/machine.ts', '../../shared/ids.ts'],
    ['electron/providers/registry.ts', './konpro/adapter.ts'],
    ['electron/providers/konpro/adapter.ts', './wire.ts'],
    ['electron/providers/konpro/adapter.ts', '../provider.ts'],
    ['electron/providers/konpro/adapter.ts', '../../http/send.ts'],
    ['electron/providers/konpro/adapter.test.ts', '../contract.testkit.ts'],
    ['electron/providers/konpro/adapter.test.ts', '../../sandbox/server.ts'],
    ['electron/providers/konpro/adapter.test.ts', 'vitest'],
    ['electron/http/send.ts', 'undici'],
    ['electron/http/send.ts', 'node:stream/promises'],
    ['electron/store/sqlite.ts', '@photostructure/sqlite'],
    ['shared/ids.ts', 'zod'],
    ['renderer/features/drop/zone.tsx', './overlay.tsx'],
    ['renderer/features/drop/zone.tsx', '../../ui/button.tsx'],
    ['renderer/features/drop/zone.tsx', '../../stores/queue.ts'],
    ['renderer/features/drop/zone.tsx', 'react-aria-components'],
    ['renderer/features/drop/zone.test.tsx', '@testing-library/react'],
    ['renderer/ui/button.tsx', './button.css'],
    ['renderer/stores/queue.ts', 'zustand/react'],
  ])('%s imports %s', async (file, source) => {
    expect(await complaints(file, source)).toEqual([])
  })
})

describe('refused', () => {
  it.each([
    ['electron/shell/window.ts', '../main.ts'],
    ['electron/ipc/dispatch.ts', './register.ts'],
    ['electron/ipc/dispatch.ts', 'electron'],
    ['electron/app/start-app.ts', 'electron'],
    ['electron/uploads/machine.ts', '../accounts/vault.ts'],
    ['electron/uploads/machine.ts', '../app/start-app.ts'],
    ['electron/uploads/machine.ts', '../sandbox/server.ts'],
    ['electron/uploads/machine.ts', 'undici'],
    ['electron/uploads/machine.ts', 'vitest'],
    ['electron/providers/konpro/adapter.ts', '../onemin/adapter.ts'],
    ['electron/providers/konpro/adapter.ts', '../registry.ts'],
    ['electron/providers/konpro/adapter.ts', '../contract.testkit.ts'],
    ['electron/providers/konpro/adapter.ts', '../../store/sqlite.ts'],
    ['electron/http/send.ts', '../store/sqlite.ts'],
    ['electron/sandbox/server.ts', '../providers/konpro/wire.ts'],
    ['shared/ids.ts', 'node:fs'],
    ['shared/ids.ts', '../electron/http/send.ts'],
    ['renderer/features/drop/zone.tsx', '../uploads/row.tsx'],
    ['renderer/features/drop/zone.tsx', '../../../electron/http/send.ts'],
    ['renderer/features/drop/zone.tsx', 'electron'],
    ['renderer/features/drop/zone.tsx', 'node:fs'],
    ['renderer/ui/button.tsx', '../stores/queue.ts'],
    ['renderer/stores/queue.ts', '@tanstack/react-query'],
    ['electron/uploads/machine.ts', '../stray.ts'],
  ])('%s imports %s', async (file, source) => {
    expect(await complaints(file, source)).toContain('boundaries/dependencies')
  })

  it('a file without a room', async () => {
    expect(await complaints('electron/stray.ts', 'zod')).toContain('boundaries/no-unknown-files')
  })
})
