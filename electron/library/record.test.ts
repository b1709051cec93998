// Shows that the record keeps what was uploaded, and finds it again by what a person remembers.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountIdSchema } from '../../shared/ids.ts'
import { sampleAsset } from '../../shared/model/sample-asset.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { type RecordQuery, WHOLE_RECORD } from './record-page.ts'
import { createRecord, type RecordIndex } from './record.ts'
import { ACCOUNT, sampleEntry } from './sample-entry.testkit.ts'

const ALL: RecordQuery = { ...WHOLE_RECORD, limit: 100 }
const OTHER = accountIdSchema.parse('account-2')

async function recordOf(names: readonly string[]) {
  const { database } = await temporaryDatabase()
  const record = createRecord(database)
  names.forEach((name, index) => {
    record.add(sampleEntry(`asset_${index}`, name))
  })
  return { database, record }
}

const namesIn = (record: RecordIndex, query: Partial<RecordQuery>) =>
  record.page({ ...ALL, ...query }).entries.map(({ facts }) => facts.name)

test('an entry comes back as it was', async () => {
  const { record } = await recordOf([])
  const entry = sampleEntry('asset_1', 'a.png')
  record.add(entry)
  expect(record.find(ACCOUNT, 'asset_1')).toEqual(entry)
  expect(record.find(OTHER, 'asset_1')).toBeNull()
  expect(record.find(ACCOUNT, 'asset_2')).toBeNull()
  expect(record.count()).toBe(1)
})

test('the same asset again replaces what was known of it, and is found by its new name only', async () => {
  const { record } = await recordOf(['old.png'])
  const again = sampleEntry('asset_0', 'new.mp4', {
    asset: sampleAsset('asset_0', { kind: 'video' }),
    facts: { name: 'new.mp4', sizeBytes: 7, mimeType: 'video/mp4' },
  })
  record.add(again)
  expect(record.count()).toBe(1)
  expect(record.find(ACCOUNT, 'asset_0')).toEqual(again)
  expect(namesIn(record, { search: 'old' })).toEqual([])
  expect(namesIn(record, { search: 'new' })).toEqual(['new.mp4'])
  expect(namesIn(record, { kind: 'video' })).toEqual(['new.mp4'])
})

test('the same ID in two accounts is two assets', async () => {
  const { record } = await recordOf(['a.png'])
  record.add(sampleEntry('asset_0', 'b.png', { accountId: OTHER }))
  expect(record.count()).toBe(2)
  expect(namesIn(record, { accountId: OTHER })).toEqual(['b.png'])
})

test('an entry whose file could not be hashed comes back without a hash', async () => {
  const { record } = await recordOf([])
  record.add(sampleEntry('asset_1', 'a.png', { sha256: null }))
  expect(record.find(ACCOUNT, 'asset_1')?.sha256).toBeNull()
})

test('an asset is known at its provider, whichever account has it', async () => {
  const { record } = await recordOf(['a.png'])
  expect(record.isKnown('konpro', 'asset_0')).toBe(true)
  expect(record.isKnown('indream', 'asset_0')).toBe(false)
  expect(record.isKnown('konpro', 'asset_1')).toBe(false)
})

test('an entry of a transaction that failed is not there, nor found', async () => {
  const { database, record } = await recordOf([])
  const broken = () =>
    database.transaction(() => {
      record.add(sampleEntry('asset_1', 'a.png'))
      throw new Error('halfway')
    })
  expect(broken).toThrow('halfway')
  expect(record.count()).toBe(0)
  expect(namesIn(record, { search: 'a' })).toEqual([])
})

const NAMES = [
  'Été à Zürich.png',
  'summer-2024_final.png',
  'ein "Zitat" OR nicht.png',
  '猫の写真.png',
  'Ｆｏｏ.png',
]

test.each<[string, string[]]>([
  ['ete', ['Été à Zürich.png']],
  ['ETE zurich', ['Été à Zürich.png']],
  ['Zu\u0308ri', ['Été à Zürich.png']],
  ['zurich ete', ['Été à Zürich.png']],
  ['summer', ['summer-2024_final.png']],
  ['fin 2024', ['summer-2024_final.png']],
  ['inal', []],
  ['summer winter', []],
  ['"Zitat', ['ein "Zitat" OR nicht.png']],
  ['zitat OR sum', []],
  ['nicht NOT zitat', []],
  ['or nicht', ['ein "Zitat" OR nicht.png']],
  ['猫', ['猫の写真.png']],
  ['asset_3', ['猫の写真.png']],
  ['file_name:summer', []],
  ['NEAR(ein zitat)', []],
  ['summ*', ['summer-2024_final.png']],
  ["'; DROP TABLE assets; --", []],
])('typed: %s', async (search, expected) => {
  const { record } = await recordOf(NAMES)
  expect(namesIn(record, { search })).toEqual(expected)
})

test.each(['', '   '])('typed %j: nothing to look for, so everything', async (search) => {
  const { record } = await recordOf(NAMES)
  expect(namesIn(record, { search })).toHaveLength(NAMES.length)
})

test.each(['***', '"', '-'])('typed %j: no word at all, so nothing', async (search) => {
  const { record } = await recordOf(NAMES)
  expect(namesIn(record, { search })).toEqual([])
})

test('nothing that can be typed is an error', async () => {
  const { record } = await recordOf(NAMES)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (search) => {
      expect(namesIn(record, { search }).length).toBeLessThanOrEqual(NAMES.length)
    }),
    { numRuns: 500 },
  )
})

test('kinds are told apart; one that the provider left open is that of the file', async () => {
  const { record } = await recordOf([])
  const open = sampleAsset('asset_1', { kind: 'other' })
  record.add(
    sampleEntry('asset_1', 'a.mp3', {
      asset: open,
      facts: { name: 'a.mp3', sizeBytes: 1, mimeType: 'audio/mpeg' },
    }),
  )
  record.add(sampleEntry('asset_2', 'b.png'))
  expect(namesIn(record, { kind: 'audio' })).toEqual(['a.mp3'])
  expect(namesIn(record, { kind: 'image', search: 'b' })).toEqual(['b.png'])
  expect(namesIn(record, { kind: 'video' })).toEqual([])
})

test('page after page: newest first, each once, although more arrive in between', async () => {
  const { record } = await recordOf(Array.from({ length: 25 }, (_, index) => `${index}.png`))
  const seen: string[] = []
  let cursor: RecordQuery['cursor'] = null
  do {
    const page = record.page({ ...ALL, cursor, limit: 10 })
    seen.push(...page.entries.map(({ facts }) => facts.name))
    record.add(sampleEntry(`late_${seen.length}`, 'late.png'))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => `${24 - index}.png`))
})

test('a page that is exactly full is the last one', async () => {
  const { record } = await recordOf(['a.png', 'b.png'])
  expect(record.page({ ...ALL, limit: 2 }).nextCursor).toBeNull()
})
