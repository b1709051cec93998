// Shows that the record is searched, filtered, put in order by all that a person knows of an asset.
import { expect, test } from 'vitest'
import { accountIdSchema } from '../../shared/ids.ts'
import type { LibrarySort } from '../../shared/model/library-filter.ts'
import { sampleAsset } from '../../shared/model/sample-asset.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { annotateAsset } from './annotate-asset.ts'
import { createAnnotations, NOTHING_NOTED } from './annotations.ts'
import { type RecordQuery, WHOLE_RECORD } from './record-page.ts'
import type { RecordEntry } from './record-entry.ts'
import { createRecord, type RecordIndex } from './record.ts'
import { ACCOUNT, sampleEntry } from './sample-entry.testkit.ts'
import { marksOf } from './search-marks.ts'

const OTHER = accountIdSchema.parse('account-2')
const DAY_MS = 24 * 3_600_000
const NOW_MS = 1_700_000_000_000
const NAMED = marksOf({
  accounts: [
    { id: ACCOUNT, name: 'KonPro · Übersee' },
    { id: OTHER, name: 'client' },
  ],
  providers: [
    { id: 'konpro', displayName: 'KonPro' },
    { id: 'onemin', displayName: '1min.ai' },
  ],
})

/** Two kinds, with sizes or dates that many of them share, in no order. */
function scattered(index: number): RecordEntry {
  const id = `id-${index}`
  const name = `everywhere ${index % 97}.png`
  return sampleEntry(id, name, {
    asset: sampleAsset(id, { kind: index % 3 === 0 ? 'video' : 'image' }),
    facts: { name, sizeBytes: (index * 7919) % 501, mimeType: null },
    uploadedAtMs: NOW_MS - ((index * 6007) % 401),
  })
}

function fill(record: RecordIndex, count: number): void {
  for (let index = 0; index < count; index += 1) record.add(scattered(index))
}

async function emptyRecord() {
  const { database } = await temporaryDatabase()
  const record = createRecord(database)
  const annotations = createAnnotations(database)
  const names = (query: Partial<RecordQuery>) =>
    record
      .page({ ...WHOLE_RECORD, marksOf: NAMED, nowMs: NOW_MS, limit: 100, ...query })
      .entries.map(({ facts }) => facts.name)
  return { database, record, annotations, names }
}

async function twoAccounts() {
  const parts = await emptyRecord()
  const clip = sampleAsset('v1', {
    kind: 'video',
    containerId: 'box',
    name: 'Provider says Löwe',
    values: [{ name: 'image_key', label: 'Image key', value: 'img/q7x9', note: null }],
  })
  parts.record.add(sampleEntry('p1', 'cat.png'))
  parts.record.add(
    sampleEntry('v1', 'dog.mp4', {
      accountId: OTHER,
      providerId: 'onemin',
      asset: clip,
      uploadedAtMs: NOW_MS - DAY_MS,
    }),
  )
  return parts
}

test.each<[string, string[]]>([
  ['q7x', ['dog.mp4']],
  ['lowe', ['dog.mp4']],
  ['ubers', ['cat.png']],
  ['konpro', ['cat.png']],
  ['client', ['dog.mp4']],
  ['1min', ['dog.mp4']],
  ['videos', ['dog.mp4']],
  ['picture', ['cat.png']],
  ['konpro dog', []],
  ['client clip dog', ['dog.mp4']],
  ['kimage', []],
])('typed: %s', async (search, expected) => {
  const { names } = await twoAccounts()
  expect(names({ search })).toEqual(expected)
})

test('what is noted on an asset finds it, until that is taken away', async () => {
  const { record, annotations, names } = await twoAccounts()
  const noted = { record, annotations }
  annotateAsset(
    ACCOUNT,
    'p1',
    { localName: 'Felix', note: 'for the café', tags: ['Spring 24', 'spring 24', 'keep'] },
    noted,
  )
  expect(annotations.find(ACCOUNT, 'p1').tags).toEqual(['Spring 24', 'keep'])
  for (const search of ['felix', 'cafe', 'spring', 'cat']) expect(names({ search })).toEqual(['cat.png'])
  expect(names({ tag: 'Spring 24' })).toEqual(['cat.png'])
  expect(names({ tag: 'Spring' })).toEqual([])
  annotateAsset(ACCOUNT, 'p1', { tags: [] }, noted)
  expect(names({ tag: 'keep' })).toEqual([])
  expect(names({ search: 'felix' })).toEqual(['cat.png'])
  annotations.set(ACCOUNT, 'p1', NOTHING_NOTED)
  expect(names({ search: 'felix' })).toEqual([])
})

test('what is noted on an asset before it is recorded counts when it is', async () => {
  const { record, annotations, names } = await emptyRecord()
  annotations.set(ACCOUNT, 'late', { localName: 'Aaa', note: null, tags: ['keep'] })
  record.add(sampleEntry('other', 'b.png'))
  record.add(sampleEntry('late', 'z.png'))
  expect(annotations.tags()).toEqual([{ tag: 'keep', count: 1 }])
  expect(names({ tag: 'keep' })).toEqual(['z.png'])
  expect(names({ sort: { by: 'name', direction: 'ascending' } })).toEqual(['z.png', 'b.png'])
})

test('filters narrow down, alone and with words', async () => {
  const { names } = await twoAccounts()
  expect(names({ containerId: 'box' })).toEqual(['dog.mp4'])
  expect(names({ sinceMs: NOW_MS })).toEqual(['cat.png'])
  expect(names({ accountId: OTHER, search: 'dog' })).toEqual(['dog.mp4'])
  expect(names({ accountId: ACCOUNT, search: 'dog' })).toEqual([])
  expect(names({ kind: 'image', search: 'q7x9' })).toEqual([])
})

test('states are told apart; an asset of which nothing is said is ready', async () => {
  const { record, names } = await emptyRecord()
  const add = (name: string, part: Parameters<typeof sampleAsset>[1]) => {
    record.add(sampleEntry(name, name, { asset: sampleAsset(name, part) }))
  }
  add('silent', {})
  add('ready', { readiness: 'ready', expiresAtMs: NOW_MS + 30 * DAY_MS })
  add('working', { readiness: 'processing' })
  add('broken', { readiness: 'failed' })
  add('ending', { expiresAtMs: NOW_MS + DAY_MS })
  add('gone', { expiresAtMs: NOW_MS - DAY_MS })
  expect(names({ state: 'ready' }).toSorted()).toEqual(['ending', 'gone', 'ready', 'silent'])
  expect(names({ state: 'processing' })).toEqual(['working'])
  expect(names({ state: 'failed' })).toEqual(['broken'])
  expect(names({ state: 'expiring' }).toSorted()).toEqual(['ending', 'gone'])
})

test('names are in the order that a person expects', async () => {
  const { record, names } = await emptyRecord()
  for (const name of ['b.png', 'Äpfel.png', 'clip 10.png', 'clip 2.png', 'apfel.png', 'C.png'])
    record.add(sampleEntry(name, name))
  expect(names({ sort: { by: 'name', direction: 'ascending' } })).toEqual([
    'Äpfel.png',
    'apfel.png',
    'b.png',
    'C.png',
    'clip 2.png',
    'clip 10.png',
  ])
})

const SORTS: LibrarySort[] = (['date', 'name', 'size'] as const).flatMap((by) => [
  { by, direction: 'ascending' },
  { by, direction: 'descending' },
])

test.each(SORTS)(
  'all pages by $by, $direction: each asset once, in order, as many as was said',
  async (sort) => {
    const { record } = await emptyRecord()
    const count = 1500
    fill(record, count)
    const query: RecordQuery = {
      ...WHOLE_RECORD,
      marksOf: NAMED,
      search: 'image',
      nowMs: NOW_MS,
      sort,
      limit: 70,
    }
    const seen = []
    let page = record.page(query)
    const { total } = page
    seen.push(...page.entries)
    while (page.nextCursor) {
      page = record.page({ ...query, cursor: page.nextCursor })
      expect(page.total).toBeNull()
      seen.push(...page.entries)
    }
    const expected = Array.from({ length: count }, (_, index) => scattered(index)).filter(
      ({ asset }) => asset.kind === 'image',
    )
    expect(seen).toHaveLength(expected.length)
    expect(total).toBe(expected.length)
    expect(new Set(seen.map(({ asset }) => asset.primaryId)).size).toBe(expected.length)
    const sizes = seen.map(({ facts }) => facts.sizeBytes)
    const dates = seen.map(({ uploadedAtMs }) => uploadedAtMs)
    const places = sort.by === 'size' ? sizes : sort.by === 'date' ? dates : []
    const upwards = places.toSorted((a, b) => a - b)
    expect(places).toEqual(sort.direction === 'ascending' ? upwards : upwards.reverse())
  },
)

test('a cursor of another order is refused', async () => {
  const { record } = await emptyRecord()
  fill(record, 30)
  const { nextCursor } = record.page({ ...WHOLE_RECORD, limit: 10 })
  const sort: LibrarySort = { by: 'size', direction: 'ascending' }
  expect(() => record.page({ ...WHOLE_RECORD, sort, cursor: nextCursor, limit: 10 })).toThrow()
})

test('entries of an older record are put in order by name', async () => {
  const { database } = await emptyRecord()
  const record = createRecord(database)
  record.add(sampleEntry('b', 'b.png'))
  record.add(sampleEntry('a', 'A.png'))
  database.exec('UPDATE assets SET sort_name = NULL')
  const page = createRecord(database).page({
    ...WHOLE_RECORD,
    sort: { by: 'name', direction: 'ascending' },
    limit: 9,
  })
  expect(page.entries.map(({ facts }) => facts.name)).toEqual(['A.png', 'b.png'])
})

test('a record whose every asset has the word is shown whole', async () => {
  const { record } = await emptyRecord()
  fill(record, 600)
  const page = record.page({ ...WHOLE_RECORD, search: 'everywhere', limit: 10 })
  expect(page).toMatchObject({ total: 600 })
  expect(page.entries).toHaveLength(10)
})
