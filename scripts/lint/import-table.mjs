// The import table of the house: which room may import which rooms and packages; the rest is an error.

/**
 * The first room whose `files` (globs from the project root) match owns a file. A room may always import itself,
 * except that in a `perFolder` room each folder keeps to itself. `node` stands for Node's own modules.
 * `workers` are files of its own that are imported by their address alone.
 * @typedef {{ files: readonly string[], rooms?: readonly string[], packages?: readonly string[], workers?: readonly string[], perFolder?: true }} Room
 */

const ground = ['platform', 'copy', 'shared']
const transport = ['http', ...ground]
const middle = ['providers', 'provider-interface', 'files', ...transport]
const domain = ['uploads', 'accounts', 'library', 'settings', 'log', 'store', 'sandbox', ...middle]
const pageParts = ['media', 'ui', 'format', 'stores', 'queries', 'bridge', 'i18n', 'styles', 'copy', 'shared']
const pageFrame = ['react', 'react-dom', 'react-aria-components']

/** @type {Readonly<Record<string, Room>>} */
export const importTable = {
  // electron/, top floor first
  main: {
    files: ['electron/main.ts'],
    rooms: ['shell', 'app', 'ipc', ...domain],
    packages: ['electron', 'electron-store', 'node'],
  },
  preload: { files: ['electron/preload.ts'], rooms: ['shared'], packages: ['electron'] },
  shell: {
    files: ['electron/shell/**'],
    rooms: ['app', 'ipc', 'ipc-register', ...domain],
    packages: ['electron', 'electron-store', 'electron-log', 'zod', 'node'],
  },
  app: { files: ['electron/app/**'], rooms: ['ipc', ...domain], packages: ['zod', 'node'] },
  'ipc-register': {
    files: ['electron/ipc/register.ts'],
    rooms: ['ipc', ...domain],
    packages: ['electron', 'electron-store', 'zod', 'node'],
  },
  ipc: { files: ['electron/ipc/**'], rooms: domain, packages: ['zod', 'node'] },
  uploads: {
    files: ['electron/uploads/**'],
    rooms: ['store', ...middle],
    packages: ['p-queue', 'zod', 'node'],
  },
  accounts: { files: ['electron/accounts/**'], rooms: ['store', ...middle], packages: ['zod', 'node'] },
  library: { files: ['electron/library/**'], rooms: ['store', ...middle], packages: ['zod', 'node'] },
  settings: { files: ['electron/settings/**'], rooms: ['store', ...middle], packages: ['zod', 'node'] },
  log: { files: ['electron/log.ts'], rooms: middle, packages: ['electron-log', 'node'] },
  provider: {
    files: ['electron/providers/*/**/*'],
    perFolder: true,
    rooms: ['provider-interface', ...transport],
    packages: ['zod', 'node'],
  },
  'provider-interface': {
    files: ['electron/providers/provider.ts'],
    rooms: transport,
    packages: ['zod', 'node'],
  },
  providers: {
    files: ['electron/providers/*'],
    rooms: ['provider', 'provider-interface', ...transport],
    packages: ['zod', 'node'],
  },
  files: { files: ['electron/files/**'], rooms: transport, packages: ['file-type', 'mime', 'zod', 'node'] },
  http: {
    files: ['electron/http/**'],
    rooms: ground,
    packages: ['undici', 'mime', 'zod', 'node'],
  },
  store: {
    files: ['electron/store/**'],
    rooms: ['shared'],
    packages: ['@photostructure/sqlite', 'zod', 'node'],
  },
  sandbox: {
    files: ['electron/sandbox/**'],
    rooms: ['shared'],
    packages: ['@fastify/busboy', 'file-type', 'mime', 'zod', 'node'],
  },
  platform: { files: ['electron/platform.ts'], rooms: ['shared'] },
  copy: { files: ['shared/copy/**'], rooms: ['shared'] },
  shared: { files: ['shared/**'], packages: ['zod'] },

  // renderer/
  page: {
    files: ['renderer/*'],
    rooms: ['features', ...pageParts],
    packages: [...pageFrame, '@tanstack/react-query', 'zustand'],
  },
  features: {
    files: ['renderer/features/*/**/*'],
    perFolder: true,
    rooms: pageParts,
    packages: [...pageFrame, '@tanstack/react-query', 'zustand'],
  },
  media: {
    files: ['renderer/media/**'],
    rooms: ['ui', 'format', 'stores', 'queries', 'bridge', 'i18n', 'shared'],
    packages: ['react', 'react-aria-components'],
    workers: ['./picture-worker.ts?worker&url'],
  },
  queries: {
    files: ['renderer/queries/**'],
    rooms: ['bridge', 'shared'],
    packages: ['react', '@tanstack/react-query'],
  },
  stores: {
    files: ['renderer/stores/**'],
    rooms: ['bridge', 'copy', 'shared'],
    packages: ['react', 'zustand'],
  },
  ui: { files: ['renderer/ui/**'], rooms: ['format', 'i18n', 'styles'], packages: pageFrame },
  format: { files: ['renderer/format/**'], rooms: ['i18n', 'copy', 'shared'] },
  i18n: { files: ['renderer/i18n/**'], rooms: ['shared'] },
  bridge: { files: ['renderer/bridge/**'], rooms: ['shared'] },
  styles: { files: ['renderer/styles/**'] },

  // around the house
  torture: {
    files: ['e2e/torture/**'],
    rooms: ['scripts', 'app', ...domain],
    packages: ['*', '@*/*', 'node'],
  },
  e2e: { files: ['e2e/**'], rooms: ['scripts', 'sandbox', 'shared'], packages: ['*', '@*/*', 'node'] },
  bench: {
    files: ['bench/**'],
    rooms: ['scripts', 'app', 'provider', ...domain],
    packages: ['*', '@*/*', 'node'],
  },
  scripts: { files: ['scripts/**'], packages: ['*', '@*/*', 'node'] },
  config: { files: ['*.config.{ts,js}'], rooms: ['scripts'], packages: ['*', '@*/*', 'node'] },
}

/** What a test may import beyond its own room: the imitation of the providers, and the tools of testing. */
export const testExtras = {
  files: ['**/*.test.{ts,tsx,mjs}', '**/*.testkit.{ts,tsx}', 'bench/**/*.bench.ts'],
  rooms: ['sandbox', 'shared', 'test'],
  packages: ['vitest', 'fast-check', '@testing-library/*', '@fastify/busboy', 'undici', 'node'],
}
