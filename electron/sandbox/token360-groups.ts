// The asset groups that the imitation of Token360 knows, with their listing in both of its documented shapes.
import type { JsonValue } from './reply.ts'

export type Group = {
  readonly groupId: string
  readonly name: string
  readonly groupKind: 'LIBRARY' | 'VIRTUAL_PORTRAIT' | 'REAL_FACE'
  readonly status: 'active' | 'pending_validation'
  readonly createdBy: string
  /** The number that groups of the older kind have; null for the rest. */
  readonly legacyId: number | null
}

const OWNER = 'sandbox-user'
const MANY_GROUPS = 250
/** "Default 20, maximum 100" on the page of the list. */
const DEFAULT_SIZE = 20
const MAX_SIZE = 100

const ALWAYS: readonly Group[] = [
  group('library', 'Library', 'LIBRARY'),
  group('vp_sandbox', 'Virtual portraits', 'VIRTUAL_PORTRAIT'),
  { ...group('rf_sandbox', 'Real face, not validated yet', 'REAL_FACE'), status: 'pending_validation' },
  { ...group('shared_sandbox', 'A colleague’s library', 'LIBRARY'), createdBy: 'colleague' },
  { ...group('legacy_rf_9032', 'Older real face', 'REAL_FACE'), legacyId: 9032 },
  group('legacy_rf_9033', 'Older real face without a provider', 'REAL_FACE'),
]
const NUMBERED: readonly Group[] = Array.from({ length: MANY_GROUPS }, (_, index) =>
  group(`ag_${String(index + 1).padStart(3, '0')}`, `Campaign ${String(index + 1)}`, 'LIBRARY'),
)

/** Keys with `many-groups` in them see 250 more. */
export function groupsOf(apiKey: string): readonly Group[] {
  return apiKey.includes('many-groups') ? [...ALWAYS, ...NUMBERED] : ALWAYS
}

export function isOwn(group: Group): boolean {
  return group.createdBy === OWNER
}

/**
 * The `data` of a list answer; null if the query is not valid. The page contradicts itself: its table has `list` with
 * `pagination`, its sample `records` with `total`. Keys that start with `sandbox-records` see the sample's shape.
 */
export function groupPage(query: URLSearchParams, apiKey: string): JsonValue {
  const current = wholeNumber(query.get('current') ?? '1')
  const size = wholeNumber(query.get('size') ?? String(DEFAULT_SIZE))
  if (current < 1 || size < 1 || size > MAX_SIZE) return null
  const matching = groupsOf(apiKey).filter((group) => matches(group, query))
  const page = matching.slice((current - 1) * size, current * size)
  if (apiKey.startsWith('sandbox-records')) {
    const records = page.map(({ groupId, name, groupKind }) => ({ groupId, name, groupKind }))
    return { records, total: matching.length }
  }
  const list = page.map(({ legacyId, ...shown }) => ({ ...shown, assetGroupId: legacyId }))
  return { list, pagination: { current, size, total: matching.length } }
}

function matches(group: Group, query: URLSearchParams): boolean {
  const has = (name: string, value: string) => [null, '', value].includes(query.get(name))
  return (
    group.name.toLowerCase().includes((query.get('keyword') ?? '').toLowerCase()) &&
    has('groupKind', group.groupKind) &&
    has('status', group.status) &&
    has('createdBy', group.createdBy) &&
    (query.get('ownedOnly') !== 'true' || isOwn(group))
  )
}

function group(groupId: string, name: string, groupKind: Group['groupKind']): Group {
  return { groupId, name, groupKind, status: 'active', createdBy: OWNER, legacyId: null }
}

/** 0 for anything else. */
function wholeNumber(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0
}
