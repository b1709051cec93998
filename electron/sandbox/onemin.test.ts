// Holds the imitation of 1min.ai to its published page.
import { createHash, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { formOf, rawForm, type Form } from './form.testkit.ts'
import { ask } from './http-client.testkit.ts'
import { samplePng } from './sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from './sandbox.testkit.ts'
import type { Sandbox } from './start-sandbox.ts'

const MAX_BYTES = 50 * 1024 * 1024
const picture = { bytes: samplePng() }

function upload(sandbox: Sandbox, { body, headers }: Form, key: string | null = 'sandbox-key') {
  return ask(`${sandbox.originOf('onemin')}/api/assets`, {
    method: 'POST',
    key: null,
    headers: { ...headers, ...(key === null ? {} : { 'API-KEY': key }) },
    body,
  })
}

test('a picture is answered with the documented two blocks', async () => {
  const sandbox = await testSandbox({ now: () => Date.UTC(2024, 8, 30, 13, 38, 59, 100) })
  const bytes = samplePng()
  const { status, json } = await upload(sandbox, await formOf([['asset', { bytes, name: 'example.png' }]]))
  expect(status).toBe(200)
  const key = expect.stringMatching(/^images\/2024_09_30_13_38_59_100_[0-9a-f]{8}_example\.png$/) as string
  const received = {
    fieldname: 'asset',
    originalname: 'example.png',
    encoding: '7bit',
    mimetype: 'image/png',
  }
  expect(json).toEqual({
    asset: {
      ...received,
      size: bytes.length,
      bucket: expect.any(String) as string,
      key,
      acl: 'private',
      contentType: 'application/octet-stream',
      contentDisposition: null,
      contentEncoding: null,
      storageClass: 'STANDARD',
      serverSideEncryption: null,
      metadata: {
        'team-id': expect.any(String) as string,
        'user-id': expect.any(String) as string,
        ...received,
      },
      location: expect.stringContaining(sandbox.origin) as string,
      etag: expect.stringMatching(/^"[0-9a-f]{32}"$/) as string,
    },
    fileContent: {
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      path: (json['asset'] as { key: string }).key,
      type: 'png',
      name: expect.stringContaining('example.png') as string,
      content: '',
      status: 'ACTIVE',
      metadata: { token: 0, character: 0 },
      createdAt: '2024-09-30T13:38:59.100Z',
    },
  })
  const { location } = json['asset'] as { location: string }
  expect((await ask(location, { key: null })).status).toBe(404)
})

test('a text comes back in the answer', async () => {
  const sandbox = await testSandbox()
  const file = { bytes: Buffer.from('a,b\n"é",2'), name: 'table.csv', type: 'text/csv' }
  const { json } = await upload(sandbox, await formOf([['asset', file]]))
  expect(json).toMatchObject({ fileContent: { content: 'a,b\n"é",2', metadata: { character: 9 } } })
})

test('a name beyond ASCII comes back as multer reads it', async () => {
  const sandbox = await testSandbox()
  const { json } = await upload(sandbox, await formOf([['asset', { ...picture, name: 'é.png' }]]))
  expect(json).toMatchObject({ asset: { originalname: 'Ã©.png' } })
})

test('the ledger shows the file, not the form around it', async () => {
  const sandbox = await testSandbox()
  const bytes = randomBytes(500_000)
  const form = await formOf([['asset', { bytes }]])
  const { json } = await upload(sandbox, form)
  expect(sandbox.ledger.entries()).toHaveLength(1)
  expect(sandbox.ledger.committed()[0]).toMatchObject({
    provider: 'onemin',
    bytesReceived: form.body.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    committedAssetId: (json['asset'] as { key: string }).key,
  })
})

const file = (field: string) => [
  '--x',
  `content-disposition: form-data; name="${field}"; filename="a.png"`,
  '',
  'abc',
]
test.each<[string, Form | Promise<Form>]>([
  ['raw bytes', { body: samplePng(), headers: { 'content-type': 'image/png' } }],
  ['a form without a boundary', { body: samplePng(), headers: { 'content-type': 'multipart/form-data' } }],
  ['no part', rawForm(['--x--', ''])],
  ['nothing at all', rawForm([])],
  ['a file of another name', formOf([['file', picture]])],
  ['the file as a text', formOf([['asset', 'abc']])],
  // prettier-ignore
  ['two files', formOf([['asset', picture], ['asset', picture]])],
  // prettier-ignore
  ['a file more', formOf([['asset', picture], ['other', picture]])],
  // prettier-ignore
  ['a field', formOf([['asset', picture], ['name', 'x']])],
  ['a form cut in its file', rawForm([...file('asset'), 'def'])],
  ['a form cut in a header', rawForm([...file('asset'), '--x', 'content-disp'])],
])('%s is a 400 that stores nothing', async (_what, form) => {
  const dataFolder = await temporaryFolder()
  const sandbox = await testSandbox({ dataFolder })
  const { status, json } = await upload(sandbox, await form)
  expect(status).toBe(400)
  expect(json).toEqual({
    success: false,
    error: { code: 'BAD_REQUEST', message: 'No file uploaded or invalid file format' },
  })
  expect(sandbox.ledger.committed()).toEqual([])
  expect(await readdir(join(dataFolder, 'onemin', 'blobs'))).toEqual([])
})

test.each([
  [MAX_BYTES, 200],
  [MAX_BYTES + 1, 413],
])('a file of %i bytes is a %i', async (sizeBytes, status) => {
  const dataFolder = await temporaryFolder()
  const sandbox = await testSandbox({ dataFolder })
  const answer = await upload(sandbox, await formOf([['asset', { bytes: Buffer.alloc(sizeBytes) }]]))
  expect(answer.status).toBe(status)
  if (status === 413) expect(answer.json).toMatchObject({ error: { code: 'PAYLOAD_TOO_LARGE' } })
  const blobs = await readdir(join(dataFolder, 'onemin', 'blobs'))
  expect(blobs).toHaveLength(status === 200 ? 1 : 0)
})

test.each([[null], ['sk-live'], ['sandbox-revoked']])('the key %s is refused', async (key) => {
  const sandbox = await testSandbox()
  const { status, json } = await upload(sandbox, await formOf([['asset', picture]]), key)
  expect([status, json]).toMatchObject([401, { success: false, error: { code: 'UNAUTHORIZED' } }])
})

test('a key has 100 requests in any minute, for itself', async () => {
  let nowMs = 1_000_000
  const sandbox = await testSandbox({ now: () => nowMs })
  const form = await formOf([['asset', picture]])
  for (let count = 0; count < 100; count += 1) expect((await upload(sandbox, form)).status).toBe(200)
  nowMs += 59_999
  const refused = await upload(sandbox, form)
  expect([refused.status, refused.json]).toMatchObject([429, { error: { code: 'TOO_MANY_REQUESTS' } }])
  expect(refused.headers).not.toHaveProperty('retry-after')
  expect((await upload(sandbox, form, 'sandbox-other')).status).toBe(200)
  nowMs += 1
  expect((await upload(sandbox, form)).status).toBe(200)
})

test('a key has 5 uploads at once; the place of one that ended is free again', async () => {
  const sandbox = await testSandbox()
  const form = await formOf([['asset', { bytes: randomBytes(100_000) }]])
  sandbox.faults.add({ times: 6 }, { kind: 'slow-reader', bytesPerSecond: 100_000 })
  const statuses = await Promise.all([1, 2, 3, 4, 5, 6].map(() => upload(sandbox, form)))
  expect(statuses.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 200, 200, 429])
  expect((await upload(sandbox, form)).status).toBe(200)
})

test('a client that leaves in the middle of its file leaves nothing behind', async () => {
  const dataFolder = await temporaryFolder()
  const sandbox = await testSandbox({ dataFolder })
  const { body, headers } = rawForm(file('asset'))
  const cancel = new AbortController()
  const outcome = ask(`${sandbox.originOf('onemin')}/api/assets`, {
    method: 'POST',
    headers: { ...headers, 'api-key': 'sandbox-key', 'content-length': '9000000' },
    body: new Readable({ read: () => null }).wrap(Readable.from([body])),
    signal: cancel.signal,
  })
  await sandbox.ledger.waitFor((entry) => entry.bytesReceived > 0)
  cancel.abort()
  await expect(outcome).rejects.toThrow()
  const entry = await sandbox.ledger.waitFor((seen) => seen.aborted)
  expect(entry).toMatchObject({ status: null, committedAssetId: null })
  await expect.poll(() => readdir(join(dataFolder, 'onemin', 'blobs'))).toEqual([])
})

test.each([
  ['GET', '/api/assets'],
  ['POST', '/api/asset'],
  ['DELETE', '/api/assets/x'],
])('%s %s is a 404 in the documented shape', async (method, path) => {
  const sandbox = await testSandbox()
  const url = sandbox.originOf('onemin') + path
  const { status, json } = await ask(url, { method, headers: { 'api-key': 'sandbox-key' } })
  expect([status, json]).toMatchObject([404, { success: false, error: { code: 'NOT_FOUND' } }])
})
