// Proves that a record arrives on another computer as it was, and that what is there already is safe.
import { readFile, writeFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recordFormatSchema } from '../../../shared/model/transfer.ts'
import { sampleAsset } from '../../../shared/model/sample-asset.testkit.ts'
import { ACCOUNT, sampleEntry } from '../sample-entry.testkit.ts'
import { sampleUpload } from '../sample-record.testkit.ts'
import { aComputer, CARRIED_ACCOUNT, PLACES } from './transfer.testkit.ts'

const FORMATS = recordFormatSchema.options

const text = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength }),
    fc.string({
      unit: fc.constantFrom('"', "'", '\n', '\r', ',', '=', '@', '+', '-', '\t', ' ', '🐈', 'é', '\\'),
      minLength: 1,
      maxLength,
    }),
  )
const trimmed = (maxLength: number) =>
  text(maxLength)
    .map((value) => value.trim())
    .filter((value) => value !== '')
const time = fc.nat(4_000_000_000_000)
const entries = fc.uniqueArray(
  fc.record({
    id: text(20),
    name: text(40),
    value: text(40),
    sha256: fc.option(fc.stringMatching(/^[0-9a-f]{64}$/)),
    sizeBytes: fc.maxSafeNat(),
    mimeType: fc.option(fc.constantFrom('image/png', 'video/mp4')),
    width: fc.option(fc.nat()),
    createdAtMs: fc.option(time),
    uploadedAtMs: time,
    container: fc.option(text(20)),
    localName: fc.option(trimmed(20)),
    note: fc.option(trimmed(60)),
    tags: fc.uniqueArray(
      trimmed(10).filter((tag) => !/[\r\n]/.test(tag)),
      { maxLength: 3, selector: (tag) => tag.toLowerCase() },
    ),
  }),
  { minLength: 1, maxLength: 5, selector: ({ id }) => id },
)

test.each(FORMATS)(
  '%s: any name, value, tag or note arrives as it was',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(entries, async (samples) => {
        const [here, there] = [await aComputer(), await aComputer()]
        for (const { id, name, value, sha256, sizeBytes, mimeType, ...sample } of samples) {
          const { width, createdAtMs, container: containerId, uploadedAtMs, ...noted } = sample
          const values = [
            { name: 'id', label: 'ID', value: id, note: null },
            { name: 'v', label: value, value: `v${value}`, note: value },
          ]
          here.add(
            sampleEntry(id, name, {
              asset: sampleAsset(id, { values, width, createdAtMs, containerId }),
              facts: { name, sizeBytes, mimeType },
              sha256,
              uploadedAtMs,
            }),
            { localName: noted.localName, note: noted.note, tags: noted.tags },
          )
        }
        const result = await there.read(await here.write(format))
        expect(result).toMatchObject({ addedCount: samples.length, conflictCount: 0, problems: { count: 0 } })
        expect(there.all()).toEqual(here.all())
      }),
      { numRuns: 25 },
    )
  },
  60_000,
)

test.each(FORMATS)('%s: thousands arrive; the same file again changes nothing', async (format) => {
  const [here, there] = [await aComputer(), await aComputer()]
  here.database.transaction(() => {
    for (let index = 0; index < 3000; index += 1)
      here.add({ ...sampleUpload(index, 3000), accountId: ACCOUNT, providerId: 'konpro' })
  })
  const path = await here.write(format)
  const shares: number[] = []
  const onProgress = (_: number, share: number) => shares.push(share)
  expect(await there.read(path, 'mine', { onProgress })).toMatchObject({ addedCount: 3000, sameCount: 0 })
  expect(shares.length).toBeGreaterThan(10)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
  const before = there.all()
  expect(await there.read(path, 'theirs')).toMatchObject({ addedCount: 0, sameCount: 3000, conflictCount: 0 })
  expect(there.all()).toEqual(before)
  expect(before).toEqual(here.all())
  // Into the record that it comes from as well.
  expect(await here.read(path)).toMatchObject({ sameCount: 3000 })
})

test('neither paths nor addresses that may be signed leave the computer', async () => {
  const here = await aComputer()
  const url = 'https://cdn.example/a.png?X-Signature=secret'
  const value = (name: string, content: string) => ({ name, label: name, value: content, note: null })
  const values = [
    value('id', 'a'),
    value('url', url),
    value('public', 'https://cdn.example/a.png'),
    value('local', 'http://127.0.0.1:1/a'),
  ]
  here.add(sampleEntry('a', 'a.png', { asset: sampleAsset('a', { values, url }) }))
  for (const format of FORMATS) {
    const path = await here.write(format)
    const written = await readFile(path, 'utf8')
    expect(written).not.toMatch(/secret|127\.0\.0\.1|somewhere/)
    expect(written).toContain('https://cdn.example/a.png')
    // What stayed here is not lost here.
    expect(await here.read(path, 'theirs')).toMatchObject({ sameCount: 1 })
    expect(here.record.find(ACCOUNT, 'a')?.asset).toMatchObject({ url, values })
  }
})

test('CSV is for spreadsheets: letters of every country, no formula', async () => {
  const here = await aComputer()
  here.add(sampleEntry('-1', '=cmd|"x".png'))
  const written = await readFile(await here.write('csv'), 'utf8')
  expect(written.startsWith('\uFEFFname,account,provider,id,')).toBe(true)
  expect(written).toContain('"\'=cmd|""x"".png","KonPro · ""main"", =1+1",KonPro,\'-1,')
})

test('what differs is kept as it is here, told, and replaced only on demand', async () => {
  const [here, there] = [await aComputer(), await aComputer()]
  const asset = (key: string) =>
    sampleAsset('a', { values: [{ name: 'key', label: 'Key', value: key, note: null }] })
  here.add(sampleEntry('a', 'theirs.png', { asset: asset('theirs'), sha256: 'cd'.repeat(32) }), {
    note: 'theirs',
    tags: ['Café', 'two'],
  })
  there.add(sampleEntry('a', 'mine.png', { asset: asset('mine') }), { note: 'mine', tags: ['one', 'cafe'] })
  const path = await here.write('json')
  const fields = ['name', 'sha256', 'note', 'values']
  const conflicts = [{ name: 'mine.png', primaryId: 'a', accountId: ACCOUNT, fields }]
  expect(await there.read(path)).toMatchObject({ conflictCount: 1, addedCount: 0, conflicts })
  expect(there.all()).toMatchObject([
    {
      name: 'mine.png',
      sha256: 'ab'.repeat(32),
      note: 'mine',
      tags: ['one', 'cafe', 'two'],
      values: [{ value: 'mine' }],
    },
  ])
  expect(await there.read(path, 'theirs')).toMatchObject({ conflictCount: 1 })
  expect(there.all()).toMatchObject([
    {
      name: 'theirs.png',
      sha256: 'cd'.repeat(32),
      note: 'theirs',
      tags: ['one', 'cafe', 'two'],
      values: [{ value: 'theirs' }],
    },
  ])
  expect(there.record.find(ACCOUNT, 'a')?.sourcePath).toBe('/somewhere/mine.png')
  expect(await there.read(path)).toMatchObject({ conflictCount: 0, sameCount: 1 })
})

test('gaps are filled without a question', async () => {
  const [here, there] = [await aComputer(), await aComputer()]
  here.add(sampleEntry('a', 'a.png', { asset: sampleAsset('a', { width: 7 }) }), { note: 'new' })
  there.add(sampleEntry('a', 'a.png', { sha256: null }))
  expect(await there.read(await here.write('json'))).toMatchObject({ completedCount: 1, conflictCount: 0 })
  expect(there.all()).toEqual(here.all())
})

test('given up, what was read stays and the rest comes with the next run', async () => {
  const [here, there] = [await aComputer(), await aComputer()]
  for (let index = 0; index < 1000; index += 1) here.add(sampleEntry(`a${String(index)}`, 'a.png'))
  const path = await here.write('json')
  const abort = new AbortController()
  const result = await there.read(path, 'mine', {
    signal: abort.signal,
    onProgress: () => {
      abort.abort()
    },
  })
  expect(result.isStopped).toBe(true)
  expect(result.addedCount).toBeGreaterThan(0)
  expect(there.record.count()).toBe(result.addedCount)
  const rest = 1000 - result.addedCount
  expect(rest).toBeGreaterThan(0)
  expect(await there.read(path)).toMatchObject({
    addedCount: rest,
    sameCount: result.addedCount,
    isStopped: false,
  })
})

test('an account without a place is left out', async () => {
  const [here, there] = [await aComputer(), await aComputer()]
  here.add(sampleEntry('a', 'a.png'))
  const path = await here.write('csv', [
    { ...CARRIED_ACCOUNT, name: null, server: { kind: 'custom', address: 'https://x.example' } },
  ])
  expect(await there.read(path, 'mine', { places: new Map() })).toMatchObject({
    skippedCount: 1,
    addedCount: 0,
  })
  // A spreadsheet may have been told to leave columns out.
  const lines = 'id,provider,account,name,size,uploaded\r\nx,KonPro,Mine,x.png,5,2026-01-02T03:04:05.000Z\r\n'
  await writeFile(path, lines)
  const key = JSON.stringify(['konpro', 'Mine', { kind: 'provider' }])
  const places = new Map([[key, { accountId: ACCOUNT, providerId: 'konpro' as const }]])
  expect(await there.read(path, 'mine', { places })).toMatchObject({ addedCount: 1 })
  expect(PLACES.has(key)).toBe(false)
})
