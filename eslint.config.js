// Lints types, hooks, rooms and the few names that only one file may speak.
import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { boundariesRules, boundariesSettings } from './scripts/lint/boundaries.mjs'

const rawIpc = {
  selector: 'Identifier[name=/^ipc(Main|Renderer)$/]',
  message:
    'Raw IPC lives in electron/ipc/register.ts and electron/preload.ts; add a name to the contract instead.',
}
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: one name for one thing, everywhere.',
}

export default defineConfig(
  { ignores: ['dist/', 'release/', 'artifacts/', 'coverage/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: 'error',
      'max-lines': ['error', 300],
      'no-restricted-syntax': ['error', rawIpc, defaultExport],
    },
  },
  {
    plugins: { boundaries },
    settings: boundariesSettings,
    rules: boundariesRules,
  },
  {
    files: ['electron/**', 'renderer/**', 'shared/**'],
    rules: { 'no-console': 'error' },
  },
  { files: ['renderer/**'], extends: [reactHooks.configs.flat['recommended-latest']] },
  {
    files: ['electron/ipc/register.ts', 'electron/preload.ts'],
    rules: { 'no-restricted-syntax': ['error', defaultExport] },
  },
  { files: ['*.config.{ts,js}'], rules: { 'no-restricted-syntax': ['error', rawIpc] } },
  {
    // tsc checks the scripts' types; what they read (JSON, child processes) has none.
    files: ['**/*.{mjs,js}'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
)
