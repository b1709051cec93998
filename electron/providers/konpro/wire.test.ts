// Shows that every form KonPro's documents contradict each other on is understood.
import { describe, expect, it } from 'vitest'
import { WharfError, type Failure } from '../../../shared/errors.ts'
import { cursorSchema } from '../../../shared/ids.ts'
import { parseAnswer } from '../../http/parse-answer.ts'
import { konproErrors, toAssetPage, toUploadedAsset } from './wire.ts'

/** The sample of the "Upload asset" page. */
const DOCUMENTED_UPLOAD = {
  id: 'asset_123456',
  name: 'profile_image.jpg',
  file_type: 'image',
  folder_id: 'folder_789',
  meta: { size: 1024000, width: 1920, height: 1080, format: 'JPEG' },
  image_key: 'img_key_abc123',
}

const item = {
  id: 'asset_1',
  name: 'asset_1',
  file_type: 'image',
  folder_id: '',
  created_ts: 1640995200,
  url: null,
}
const sent = cursorSchema.parse('cursor-1')

describe('an upload reply', () => {
  it('is read as documented', () => {
    expect(toUploadedAsset(DOCUMENTED_UPLOAD)).toMatchObject({
      primaryId: 'asset_123456',
      values: [
        { name: 'id', value: 'asset_123456' },
        { name: 'image_key', value: 'img_key_abc123' },
        { name: 'folder_id', value: 'folder_789' },
      ],
      kind: 'image',
      sizeBytes: 1024000,
      width: 1920,
      height: 1080,
      containerId: 'folder_789',
    })
  })

  it.each([
    ['HeyGen envelope', { code: 100, data: { ...DOCUMENTED_UPLOAD, meta: null }, msg: null }],
    ['data and meta', { data: DOCUMENTED_UPLOAD, meta: {} }],
    ['an id that is a number', { ...DOCUMENTED_UPLOAD, id: 123456 }],
    ['meta that is text', { ...DOCUMENTED_UPLOAD, meta: 'large' }],
    ['unknown fields', { ...DOCUMENTED_UPLOAD, colour: 'blue' }],
  ])('is read with %s', (_, json) => {
    expect(toUploadedAsset(json).primaryId).toMatch(/123456$/)
  })

  it.each([[{}], [{ id: '' }], [{ id: null }], [{ data: {} }], [[]], [null], ['asset_1']])(
    'without an ID is not taken for an asset: %j',
    (json) => {
      expect(failureOf(() => toUploadedAsset(json))).toMatchObject({
        code: 'asset-id-missing',
        delivery: 'unknown',
      })
    },
  )
})

describe('a list reply', () => {
  it.each([
    ['bare', { assets: [item], token: 'next', has_more: true }],
    ['in data', { error: null, data: { assets: [item], total: 19, token: 'next' } }],
    ['data as array with meta', { data: [item], token: 'next', meta: { has_next: true } }],
  ])('is read %s', (_, json) => {
    expect(toAssetPage(json, sent)).toMatchObject({
      assets: [{ primaryId: 'asset_1', createdAtMs: 1_640_995_200_000, containerId: null }],
      nextCursor: 'next',
    })
  })

  it.each([
    ['has_more is false', { assets: [item], token: 'next', has_more: false }],
    ['the token is null', { assets: [item], token: null, has_more: true }],
    ['the token is empty', { assets: [item], token: '', has_more: true }],
    ['there is no token', { assets: [item] }],
    ['the token is the one just sent', { assets: [item], token: sent, has_more: true }],
    ['the page is empty', { assets: [], token: 'next', has_more: true }],
  ])('ends when %s', (_, json) => {
    expect(toAssetPage(json, sent).nextCursor).toBeNull()
  })

  it('takes milliseconds for what they are', () => {
    const page = toAssetPage({ assets: [{ ...item, created_ts: 1_640_995_200_000 }] }, null)
    expect(page.assets[0]?.createdAtMs).toBe(1_640_995_200_000)
  })

  it('leaves out what has no ID rather than losing the page', () => {
    expect(toAssetPage({ assets: [{ name: 'x' }, item] }, null).assets).toHaveLength(1)
  })
})

describe('an error reply', () => {
  it.each([
    [
      { error: { code: 'INVALID_REQUEST', message: 'No file' }, request_id: 'req-1' },
      'INVALID_REQUEST',
      'No file',
    ],
    [{ code: 'VALIDATION_ERROR', message: 'No file' }, 'VALIDATION_ERROR', 'No file'],
    [{ detail: [{ loc: ['body'], msg: 'No file', type: 'missing' }] }, null, 'No file'],
    [{ detail: 'No file' }, null, 'No file'],
    [{ code: 400112, message: 'Unauthorized', data: null }, '400112', 'Unauthorized'],
    [{ error: 'No file' }, null, 'No file'],
  ])('is read from %j', (json, providerCode, providerMessage) => {
    expect(failureOfAnswer(400, JSON.stringify(json))).toMatchObject({ providerCode, providerMessage })
  })

  it('finds the request id in both places', () => {
    expect(failureOfAnswer(400, '{"request_id":"req-1"}').requestId).toBe('req-1')
    expect(failureOfAnswer(400, '{"error":{"request_id":"req-2"}}').requestId).toBe('req-2')
  })

  it('quotes text that is no JSON, without its markup', () => {
    const { providerMessage } = failureOfAnswer(404, '<html><b>Not here</b></html>')
    expect(providerMessage).toBe('Not here')
  })

  it.each([
    [{ error: { message: 'quota' } }, 'refused'],
    [{ code: 400112, message: 'Unauthorized', data: null }, 'refused'],
  ])('is noticed in a 200: %j', (json, delivery) => {
    expect(failureOfAnswer(200, JSON.stringify(json)).delivery).toBe(delivery)
  })
})

function failureOfAnswer(status: number, text: string): Failure {
  return failureOf(() =>
    parseAnswer({ status, headers: {}, text }, konproErrors, { apiKey: 'secret', nowMs: () => 0 }),
  )
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
