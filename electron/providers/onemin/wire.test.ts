// Shows that 1min.ai's replies are understood as documented, or in the forms that its clients guard against.
import { describe, expect, it } from 'vitest'
import { WharfError, type Failure } from '../../../shared/errors.ts'
import { parseAnswer } from '../../http/parse-answer.ts'
import { largestAnswerBytes, oneminErrors, toUploadedAsset } from './wire.ts'

const KEY = 'images/2024_09_30_13_38_59_100_example.png'
const UUID = '26f30dfd-1d61-4b5b-889c-d7ab2d60d1ee'
const facts = { name: 'example.png', sizeBytes: 1, modifiedAtMs: 0, mimeType: 'image/png' }

/** The sample of the page "Asset API". */
const asset = {
  fieldname: 'asset',
  originalname: 'example.png',
  mimetype: 'image/png',
  size: 1024,
  key: KEY,
  acl: 'private',
  contentType: 'application/octet-stream',
  contentDisposition: null,
  metadata: { 'team-id': 'team-1', 'user-id': 'user-1' },
  location: `https://asset.1min.ai.s3.us-east-1.amazonaws.com/${KEY}`,
  etag: '"0123456789abcdef"',
}
const fileContent = {
  uuid: UUID,
  path: KEY,
  type: 'png',
  name: '2024_09_30_13_38_59_100_example.png',
  content: '',
  status: 'ACTIVE',
  metadata: { token: 0, character: 0 },
  createdAt: '2024-09-30T13:38:59.100Z',
}

describe('an upload reply', () => {
  it('is read as documented', () => {
    const read = toUploadedAsset({ asset, fileContent }, facts)
    expect(read).toEqual({
      primaryId: KEY,
      values: [
        { name: 'key', label: 'Asset key', value: KEY, note: null },
        { name: 'uuid', label: 'UUID', value: UUID, note: null },
        { name: 'location', label: 'Location', value: asset.location, note: expect.any(String) as string },
        { name: 'etag', label: 'ETag', value: '"0123456789abcdef"', note: null },
        { name: 'name', label: 'Generated name', value: fileContent.name, note: null },
      ],
      kind: 'image',
      name: 'example.png',
      createdAtMs: Date.UTC(2024, 8, 30, 13, 38, 59, 100),
      sizeBytes: 1024,
      width: null,
      height: null,
      containerId: null,
      readiness: 'ready',
      readinessNote: null,
      expiresAtMs: null,
      url: null,
    })
    expect(read.values[2]?.note).toMatch(/private/i)
    expect(JSON.stringify(read)).not.toMatch(/team-1|user-1/)
  })

  it.each<[string, unknown, string]>([
    ['the record alone', { fileContent }, KEY],
    ['the stored file alone', { asset }, KEY],
    ['a record without a path', { asset, fileContent: { ...fileContent, path: null } }, KEY],
    ['an empty path', { asset: null, fileContent: { ...fileContent, path: '' } }, UUID],
    ['the uuid alone', { fileContent: { uuid: UUID } }, UUID],
    ['an ID that is a number', { fileContent: { uuid: 17 } }, '17'],
    ['blocks of another shape', { asset: 'stored', fileContent: [KEY], key: KEY }, ''],
    ['paths that disagree', { asset: { key: 'other' }, fileContent: { path: KEY } }, KEY],
  ])('is read with %s', (_, json, primaryId) => {
    if (primaryId === '') {
      expect(failureOf(() => toUploadedAsset(json, facts)).code).toBe('asset-id-missing')
      return
    }
    const read = toUploadedAsset(json, facts)
    expect(read.primaryId).toBe(primaryId)
    expect(read.values[0]?.value).toBe(primaryId)
    expect(read.kind).toBe('image')
  })

  it.each([[{}], [null], [[]], ['ok'], [{ asset: { location: 'x' }, fileContent: { status: 'ACTIVE' } }]])(
    'without an ID is not taken for an asset: %j',
    (json) => {
      expect(failureOf(() => toUploadedAsset(json, facts))).toMatchObject({
        code: 'asset-id-missing',
        delivery: 'unknown',
      })
    },
  )

  it.each([
    ['ACTIVE', 'ready', null],
    ['active', 'ready', null],
    ['INACTIVE', 'failed', 'INACTIVE'],
    ['SCANNING', null, 'SCANNING'],
    [null, null, null],
  ])('with status %s is %s', (status, readiness, readinessNote) => {
    const read = toUploadedAsset({ fileContent: { ...fileContent, status } }, facts)
    expect(read).toMatchObject({ readiness, readinessNote })
  })

  it('with a date of no meaning has none', () => {
    expect(
      toUploadedAsset({ fileContent: { ...fileContent, createdAt: 'soon' } }, facts).createdAtMs,
    ).toBeNull()
  })

  it('may be as long as the text of the file in it, up to a bound', () => {
    const limitOf = (mimeType: string | null, sizeBytes: number) =>
      largestAnswerBytes({ ...facts, mimeType, sizeBytes })
    const usual = limitOf('image/png', 5_000_000)
    for (const type of ['text/csv', 'application/json', 'application/xml', 'image/svg+xml'])
      expect(limitOf(type, 5_000_000)).toBe(usual + 30_000_000)
    expect(limitOf(null, 5_000_000)).toBe(usual)
    expect(limitOf('text/plain', 50_000_000)).toBeLessThan(100_000_000)
  })
})

describe('an error reply', () => {
  it.each([
    [400, 'BAD_REQUEST', 'request-invalid'],
    [401, 'UNAUTHORIZED', 'key-refused'],
    [413, 'PAYLOAD_TOO_LARGE', 'too-large'],
    [429, 'TOO_MANY_REQUESTS', 'rate-limited'],
  ])('of %i %s means %s, also with HTTP 200', (status, providerCode, code) => {
    const body = { success: false, error: { code: providerCode, message: 'No' } }
    for (const httpStatus of [status, 200])
      expect(failureOfAnswer(httpStatus, JSON.stringify(body))).toMatchObject({
        code,
        delivery: 'refused',
        httpStatus,
        providerCode,
        providerMessage: 'No',
      })
  })

  it.each<[unknown, string | null]>([
    [{ error: 'No file' }, 'No file'],
    [{ message: 'No file' }, 'No file'],
    [{ message: ['No file', 'no key'], error: null }, 'No file; no key'],
    [{ detail: 'No file' }, 'No file'],
    [{ error: { message: ['No file'] } }, 'No file'],
    ['No file', 'No file'],
    [{ success: false }, null],
    [[], null],
  ])('is quoted from %j', (json, providerMessage) => {
    expect(failureOfAnswer(400, JSON.stringify(json))).toMatchObject({
      code: 'request-invalid',
      providerMessage,
    })
  })

  it.each([
    [{ success: false }],
    [{ success: false, fileContent }],
    [{ error: 'quota', fileContent }],
    [{ error: { message: 'quota' } }],
  ])('is noticed in a 200: %j', (json) => {
    expect(failureOfAnswer(200, JSON.stringify(json)).delivery).toBe('refused')
  })

  it.each([[{ success: true }], [{ error: null }], [{ error: '' }]])('is not seen in %j', (extra) => {
    const text = JSON.stringify({ ...extra, asset, fileContent })
    expect(toUploadedAsset(parse(200, text), facts).primaryId).toBe(KEY)
  })
})

function parse(status: number, text: string): unknown {
  return parseAnswer({ status, headers: {}, text }, oneminErrors, { apiKey: 'secret', nowMs: () => 0 })
}

function failureOfAnswer(status: number, text: string): Failure {
  return failureOf(() => parse(status, text))
}

function failureOf(work: () => unknown): Failure {
  try {
    work()
  } catch (error) {
    if (error instanceof WharfError) return error.failure
    throw error
  }
  throw new Error('It should have failed')
}
