// Writes the README's table of providers out of their manifests.
import type { ProviderManifest } from '../../shared/providers/manifest.ts'

const MIB = 1024 * 1024

/** Types that people know by an extension rather than by their name. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/msword': 'DOC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'text/plain': 'TXT',
}

const COLUMNS: readonly (readonly [title: string, cell: (manifest: ProviderManifest) => string])[] = [
  ['Provider', ({ displayName }) => displayName],
  ['Takes', ({ limits }) => typesIn(limits.types)],
  ['Largest file', ({ limits }) => largestIn(limits.maxFileBytes)],
  ['At once', ({ limits }) => String(limits.parallelUploads)],
  ['Requests', ({ limits }) => ratesIn(limits.requests)],
  ['Library', ({ capabilities }) => libraryOf(capabilities)],
  [
    'Type filter',
    ({ capabilities }) => (capabilities.list?.typeFilter === 'server' ? 'by the provider' : 'by Wharf'),
  ],
  ['Delete', ({ capabilities }) => (capabilities.remove ? 'yes' : 'no')],
]

export function capabilityTable(manifests: readonly ProviderManifest[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    row(COLUMNS.map(([title]) => title)),
    row(COLUMNS.map(() => '---')),
    ...manifests.map((manifest) => row(COLUMNS.map(([, cell]) => cell(manifest)))),
  ].join('\n')
}

function typesIn(types: ProviderManifest['limits']['types']): string {
  if (!types) return 'anything'
  const names = types.accepted.map((type) =>
    type.endsWith('/*')
      ? `any ${type.slice(0, -2)}`
      : (EXTENSIONS[type] ?? type.replace(/^.*\//, '').replace(/\+.*$/, '').toUpperCase()),
  )
  return types.enforce === 'block' ? names.join(', ') : `${names.join(', ')}; others with a warning`
}

function largestIn(limit: ProviderManifest['limits']['maxFileBytes']): string {
  const said = [
    ...(limit?.blockAbove ? [sizeIn(limit.blockAbove)] : []),
    ...(limit?.warnAbove ? [`a warning above ${sizeIn(limit.warnAbove)}`] : []),
  ]
  return said.join(', ') || 'not stated'
}

function sizeIn(bytes: number): string {
  return bytes % MIB === 0 ? `${String(bytes / MIB)} MiB` : `${String(bytes / 1_000_000)} MB`
}

function ratesIn(requests: ProviderManifest['limits']['requests']): string {
  return requests
    ? `${String(requests.count)} per ${String(requests.perMs / 1000)} s`
    : 'as the provider asks'
}

function libraryOf({ list, container }: ProviderManifest['capabilities']): string {
  if (!list) return 'what was uploaded from here'
  return list.scope === 'account' ? 'the whole account' : `one ${container?.noun ?? 'container'} at a time`
}
