// Shows that every form Token360's pages contradict each other on is understood.
import { describe, expect, it } from 'vitest'
import { WharfError, type Failure } from '../../../shared/errors.ts'
import { isLastContainerPage, toAsset, toContainerPage } from './wire.ts'

/** The sample of the page "Upload asset", shortened. */
const data = {
  id: 123,
  assetId: 'ua_123',
  token360AssetId: 'ua_123',
  tenantId: 7,
  userId: 8,
  userName: 'somebody',
  assetGroupId: 'library',
  groupName: 'Library',
  mediaType: 'image/png',
  status: 'active',
  name: 'Portrait',
  filename: 'a.png',
  originalFilename: 'portrait.png',
  mimeType: 'image/png',
  sizeBytes: 2048,
  width: 640,
  height: 480,
  url: 'https://cdn.token360.test/a.png',
  thumbnailUrl: 'https://cdn.token360.test/a-small.png',
  byteplusAssetId: null,
  providerRefs: null,
  providerLastError: null,
  requestId: 'req-1',
  expiresAt: null,
  createdAt: '2026-01-02T03:04:05.000Z',
}
const envelope = (change: object) => ({ code: 0, data: { ...data, ...change }, msg: 'ok', serviceCode: null })
const read = (change: object) => toAsset(envelope(change))
const values = (change: object) =>
  Object.fromEntries(read(change).values.map(({ name, value }) => [name, value]))

describe('an asset', () => {
  it('is read as documented', () => {
    expect(read({})).toMatchObject({
      primaryId: 'ua_123',
      kind: 'image',
      name: 'Portrait',
      createdAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
      sizeBytes: 2048,
      width: 640,
      height: 480,
      containerId: 'library',
      readiness: 'ready',
      readinessNote: null,
      expiresAtMs: null,
      url: data.url,
    })
    expect(read({}).values.map(({ name, value }) => [name, value])).toEqual([
      ['assetId', 'ua_123'],
      ['token360AssetId', 'ua_123'],
      ['id', '123'],
      ['assetUri', 'asset://ua_123'],
      ['url', data.url],
      ['thumbnailUrl', data.thumbnailUrl],
      ['assetGroupId', 'library'],
      ['requestId', 'req-1'],
    ])
  })

  it('never shows whose account it is', () => {
    const refs = { byteplus: { tenantId: 't-1', user_id: 'u-1', accessToken: 'a-1', assetId: 'x' } }
    const text = JSON.stringify(read({ providerRefs: refs, tenantId: 't-1', userName: 'u-1' }))
    expect(text).not.toMatch(/t-1|u-1|a-1|somebody/)
  })

  it.each([
    [{ assetId: null }, 'ua_123', 'token360AssetId', 'asset://ua_123'],
    [{ assetId: '', token360AssetId: undefined }, '123', 'id', undefined],
    [{ assetId: 'ta_1', token360AssetId: 'ua_9' }, 'ta_1', 'assetId', 'asset://ta_1'],
    [{ assetId: 77 }, '77', 'assetId', 'asset://77'],
  ])('of %j has the ID %s', (change, primaryId, name, assetUri) => {
    const { values: all, primaryId: found } = read(change)
    expect(found).toBe(primaryId)
    expect(all[0]).toMatchObject({ name, value: primaryId })
    expect(all.find((value) => value.name === 'assetUri')?.value).toBe(assetUri)
  })

  it('is read without an envelope, with as little as an ID', () => {
    expect(toAsset({ assetId: 'ua_1' })).toMatchObject({
      primaryId: 'ua_1',
      kind: 'other',
      readiness: null,
      sizeBytes: null,
      createdAtMs: null,
      url: null,
    })
  })

  it.each([
    [{}],
    [null],
    [[]],
    ['ua_1'],
    [{ code: 0, data: null }],
    [{ code: 0, data: 'ua_1' }],
    [{ data: { id: null, assetId: {}, url: 'https://x.test' } }],
  ])('without an ID is none: %j', (json) => {
    expect(failureOf(() => toAsset(json))).toMatchObject({ code: 'asset-id-missing', delivery: 'unknown' })
  })

  it.each([
    ['active', 'ready'],
    ['ACTIVE', 'ready'],
    ['Ready', 'ready'],
    ['success', 'ready'],
    ['completed', 'ready'],
    ['PROCESSING', 'processing'],
    ['pending', 'processing'],
    ['queued', 'processing'],
    ['failed', 'failed'],
    ['Error', 'failed'],
    ['rejected', 'failed'],
    ['inactive', 'failed'],
    ['something', null],
    [null, null],
    [3, null],
  ])('with the status %j is %s', (status, readiness) => {
    expect(read({ status }).readiness).toBe(readiness)
  })

  it.each([
    ['Face not found', 'Face not found'],
    [{ message: 'Face not found', code: 4 }, 'Face not found'],
    [{ reason: 4 }, '{"reason":4}'],
    ['', null],
    [null, null],
    ['see https://x.test/log?sig=abc', 'see https://x.test/log'],
  ])('that failed for %j says %s', (providerLastError, note) => {
    expect(read({ status: 'failed', providerLastError }).readinessNote).toBe(note)
  })

  it.each([
    [{}, 'image'],
    [{ mimeType: 'VIDEO/MP4' }, 'video'],
    [{ mimeType: null, mediaType: 'audio/mpeg' }, 'audio'],
    [{ mimeType: null, mediaType: 'VIDEO' }, 'video'],
    [{ mimeType: 'application/octet-stream', mediaType: 'image' }, 'image'],
    [{ mimeType: null, mediaType: null, fileType: 'audio' }, 'audio'],
    [{ mimeType: null, mediaType: null, fileType: 'pdf' }, 'other'],
  ])('of %j is of kind %s', (change, kind) => {
    expect(read(change).kind).toBe(kind)
  })

  it.each([
    [1_767_322_800, 1_767_322_800_000],
    [1_767_322_800_000, 1_767_322_800_000],
    ['2026-01-02T03:00:00Z', 1_767_322_800_000],
    ['soon', null],
    [0, null],
    [null, null],
  ])('that ends at %j ends at %j ms', (expiresAt, expiresAtMs) => {
    expect(read({ expiresAt }).expiresAtMs).toBe(expiresAtMs)
  })

  it('takes sizes that come as text', () => {
    expect(read({ sizeBytes: '2048', width: '640px' })).toMatchObject({ sizeBytes: 2048, width: null })
  })

  it('shows the references to other providers, whatever their shape', () => {
    const nested = { byteplus: { assetId: 'x-1', region: 'eu' }, list: ['p', 9] }
    expect(values({ providerRefs: nested, byteplusAssetId: 'bp-1' })).toMatchObject({
      byteplusAssetId: 'bp-1',
      'providerRefs.byteplus.assetId': 'x-1',
      'providerRefs.byteplus.region': 'eu',
      'providerRefs.list.0': 'p',
      'providerRefs.list.1': '9',
    })
    expect(values({ providerRefs: 'x-1' })).toMatchObject({ providerRefs: 'x-1' })
    expect(read({ providerRefs: Array.from({ length: 1000 }, String) }).values.length).toBeLessThan(40)
    const endless: Record<string, unknown> = { id: 'x' }
    endless['self'] = endless
    expect(values({ providerRefs: endless })).toMatchObject({ 'providerRefs.id': 'x' })
  })
})

describe('a page of groups', () => {
  const rows = [{ groupId: 'library', name: 'Library' }, { assetGroupId: 9 }, { id: 'g', groupName: 'G' }]
  const containers = [
    { id: 'library', name: 'Library' },
    { id: '9', name: '9' },
    { id: 'g', name: 'G' },
  ]

  it.each<[string, unknown, number | null]>([
    ['the table', { code: 0, data: { list: rows, pagination: { current: 1, size: 20, total: 3 } } }, 3],
    ['the sample', { code: 0, data: { records: rows, total: 3 } }, 3],
    ['items', { data: { items: rows, total: '3' } }, 3],
    ['a list of its own', { data: rows }, null],
    ['a bare list', rows, null],
    ['one null beside the other', { data: { list: null, records: rows } }, null],
  ])('is read in the shape of %s', (_, json, total) => {
    expect(toContainerPage(json)).toEqual({ containers, rowCount: 3, total })
  })

  it('leaves out what has no ID rather than losing the page', () => {
    expect(toContainerPage([{ name: 'x' }, 'y', ...rows])).toMatchObject({ containers, rowCount: 5 })
  })

  it.each([[{}], [null], [{ data: 'Deleted successfully' }], [{ data: { list: 'none' } }], [{ data: null }]])(
    'is not made up from %j',
    (json) => {
      expect(failureOf(() => toContainerPage(json)).code).toBe('answer-unreadable')
    },
  )

  it.each([
    ['all of a known total came', 5, 45, 45, true],
    ['a short page of a known total', 20, 45, 20, false],
    ['a full page of an unknown total', 100, null, 100, false],
    ['a short page of an unknown total', 99, null, 199, true],
    ['a total that is too small', 100, 0, 100, false],
    ['a total that is too small for a short page', 50, 0, 50, true],
    ['an empty page', 0, 45, 20, true],
  ])('is the last one or not: %s', (_, rowCount, total, seenRows, isLast) => {
    const page = { containers: [], rowCount, total }
    expect(isLastContainerPage(page, seenRows, 100)).toBe(isLast)
  })
})

function failureOf(work: () => unknown): Failure {
  try {
    work()
  } catch (error) {
    if (error instanceof WharfError) return error.failure
    throw error
  }
  throw new Error('It should have failed')
}
