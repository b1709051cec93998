// Holds the imitation of KonPro's upload, removal, keys to its published pages.
import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from './http-client.testkit.ts'
import { keyDigest } from './key-digest.ts'
import { sampleClip } from './sample-media.testkit.ts'
import { sampleJpeg, sampleMp3, sampleMp4, samplePng } from './sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from './sandbox.testkit.ts'
import type { Sandbox } from './start-sandbox.ts'

function upload(sandbox: Sandbox, body: Buffer, contentType: string, key: string | null = 'sandbox-key') {
  const headers = { 'content-type': contentType }
  return ask(`${sandbox.originOf('konpro')}/v1/asset`, { method: 'POST', key, headers, body })
}

test('a picture is answered with the documented bare object', async () => {
  const sandbox = await testSandbox()
  const { status, headers, json } = await upload(sandbox, samplePng(800, 600), 'image/png')
  expect(status).toBe(200)
  expect(headers['content-type']).toContain('application/json')
  expect(json).toEqual({
    id: expect.stringMatching(/^asset_[0-9a-f]{24}$/) as string,
    name: json['id'],
    file_type: 'image',
    folder_id: '',
    meta: { size: 33, width: 800, height: 600, format: 'PNG' },
    image_key: expect.stringMatching(/^img_key_[0-9a-f]{24}$/) as string,
  })
})

test.each([
  ['image/jpeg', sampleJpeg(30, 20), 'image', { width: 30, height: 20, format: 'JPEG' }],
  ['video/mp4', sampleMp4(), 'video', { width: null, height: null, format: 'MP4' }],
  ['video/webm', sampleClip(), 'video', { width: null, height: null, format: 'WEBM' }],
  ['audio/mpeg', sampleMp3, 'audio', { width: null, height: null, format: 'MPEG' }],
])('%s is taken; only pictures have an image key', async (contentType, bytes, fileType, meta) => {
  const sandbox = await testSandbox()
  const { status, json } = await upload(sandbox, bytes, contentType)
  expect(status).toBe(200)
  expect(json).toMatchObject({ file_type: fileType, meta: { size: bytes.length, ...meta } })
  expect('image_key' in json).toBe(fileType === 'image')
})

test('the ledger shows what was received and committed, without the key', async () => {
  const sandbox = await testSandbox()
  const bytes = Buffer.concat([samplePng(), randomBytes(500_000)])
  const { json } = await upload(sandbox, bytes, 'image/png')
  expect(sandbox.ledger.committed()).toHaveLength(1)
  expect(sandbox.ledger.entries()[0]).toMatchObject({
    provider: 'konpro',
    method: 'POST',
    path: '/konpro/v1/asset',
    headers: { 'content-type': 'image/png', 'content-length': String(bytes.length) },
    keyDigest: keyDigest('sandbox-key'),
    bytesReceived: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    status: 200,
    committedAssetId: json['id'],
    aborted: false,
    concurrent: 1,
  })
  expect(JSON.stringify(sandbox.ledger.entries())).not.toContain('sandbox-key')
})

test.each([
  ['an empty body', Buffer.alloc(0), 'image/png', 'asset data must be provided', 'body'],
  ['a JPEG called PNG', sampleJpeg(), 'image/png', 'match', 'Content-Type'],
  ['text called MP4', Buffer.from('hello'), 'video/mp4', 'match', 'Content-Type'],
  ['a type off the list', Buffer.from('GIF89a'), 'image/gif', 'content type', 'Content-Type'],
  ['a form', Buffer.from('--x\r\n'), 'multipart/form-data; boundary=x', 'content type', 'Content-Type'],
  ['no type', samplePng(), '', 'content type', 'Content-Type'],
])('%s is a 400 that stores nothing', async (_what, body, contentType, message, field) => {
  const dataFolder = await temporaryFolder()
  const sandbox = await testSandbox({ dataFolder })
  const { status, json } = await upload(sandbox, body, contentType)
  expect(status).toBe(400)
  expect(json).toEqual({
    error: {
      code: 'INVALID_REQUEST',
      message: expect.stringContaining(message) as string,
      details: { field, reason: expect.any(String) as string },
    },
    request_id: expect.stringMatching(/^req-/) as string,
  })
  expect(sandbox.ledger.committed()).toEqual([])
  expect(await readdir(join(dataFolder, 'konpro', 'blobs'))).toEqual([])
  expect((await ask(`${sandbox.originOf('konpro')}/v1/asset/list`)).json).toMatchObject({ assets: [] })
})

test.each([[null], ['sk-live-123'], ['sandbox'], ['sandbox-revoked'], ['sandbox-revoked-2']])(
  'the key %s is refused',
  async (key) => {
    const sandbox = await testSandbox()
    const answers = [
      await upload(sandbox, samplePng(), 'image/png', key),
      await ask(`${sandbox.originOf('konpro')}/v1/asset/list`, { key }),
    ]
    for (const { status, json } of answers) {
      expect(status).toBe(401)
      expect(json).toMatchObject({
        error: { code: 'INVALID_API_KEY' },
        request_id: expect.any(String) as string,
      })
    }
    expect(sandbox.ledger.committed()).toEqual([])
  },
)

test('a limited key has 5 requests in 10 seconds, each such key for itself', async () => {
  let nowMs = 1_000_000
  const sandbox = await testSandbox({ now: () => nowMs })
  const list = (key: string) => ask(`${sandbox.originOf('konpro')}/v1/asset/list`, { key })
  for (let count = 0; count < 5; count += 1) expect((await list('sandbox-limited')).status).toBe(200)
  const limited = await list('sandbox-limited')
  expect(limited.status).toBe(429)
  expect(limited.headers['retry-after']).toBe('2')
  expect(limited.json).toMatchObject({ error: { code: 'RATE_LIMIT_EXCEEDED' } })
  expect((await list('sandbox-limited-too')).status).toBe(200)
  nowMs += 10_000
  expect((await list('sandbox-limited')).status).toBe(200)
})

test('a removed asset is gone from list and media; removing it again is a 404', async () => {
  const sandbox = await testSandbox({ now: () => Date.UTC(2026, 0, 2) })
  const base = `${sandbox.originOf('konpro')}/v1/asset`
  const id = String((await upload(sandbox, samplePng(), 'image/png')).json['id'])
  const removed = await ask(`${base}/${id}`, { method: 'DELETE' })
  expect(removed.status).toBe(200)
  expect(removed.json).toEqual({
    asset_id: id,
    status: 'deleted',
    message: expect.any(String) as string,
    deleted_at: '2026-01-02T00:00:00.000Z',
  })
  expect((await ask(`${base}/list`)).json).toMatchObject({ assets: [] })
  expect((await ask(`${sandbox.origin}/media/konpro/${id}`)).status).toBe(404)
  expect((await ask(`${base}/${id}`, { method: 'DELETE' })).status).toBe(404)
})

test.each([
  ['GET', '/v1/asset'],
  ['POST', '/v1/asset/list'],
  ['GET', '/v1/asset/asset_1'],
  ['POST', '/v2/asset'],
  ['GET', ''],
])('%s %s is a 404 in the documented shape', async (method, path) => {
  const sandbox = await testSandbox()
  const { status, json } = await ask(sandbox.originOf('konpro') + path, { method })
  expect(status).toBe(404)
  expect(json).toMatchObject({
    error: { code: 'RESOURCE_NOT_FOUND' },
    request_id: expect.any(String) as string,
  })
})
