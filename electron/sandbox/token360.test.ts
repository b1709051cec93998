// Holds the imitation of Token360 to its published pages.
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formOf, rawForm, type Form, type Part } from './form.testkit.ts'
import { ask, type Answer, type Question } from './http-client.testkit.ts'
import { sampleMp4, samplePng } from './sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from './sandbox.testkit.ts'
import type { Sandbox } from './start-sandbox.ts'

type Json = Readonly<Record<string, unknown>>
const picture = { bytes: samplePng(800, 600) }

function call(sandbox: Sandbox, path: string, question: Question = {}, key: string | null = 'sandbox-key') {
  const authorization: Json = key === null ? {} : { authorization: `Bearer ${key}` }
  const headers = { ...question.headers, ...(authorization as Record<string, string>) }
  return ask(`${sandbox.originOf('token360')}${path}`, { ...question, key: null, headers })
}
async function upload(sandbox: Sandbox, parts: readonly Part[], key = 'sandbox-key'): Promise<Answer> {
  return call(sandbox, '/v1/assets', { method: 'POST', ...(await formOf(parts)) }, key)
}
const dataOf = ({ json }: Answer) => json['data'] as Json

test('a picture is answered with the documented envelope', async () => {
  const sandbox = await testSandbox({ now: () => Date.UTC(2026, 0, 2) })
  const answer = await upload(sandbox, [['file', { ...picture, name: 'wave 🌊.png' }]])
  expect(answer.status).toBe(200)
  const assetId = expect.stringMatching(/^ua_[0-9a-f]{16}$/) as string
  expect(answer.json).toMatchObject({ code: 0, msg: 'Asset uploaded successfully', serviceCode: null })
  expect(dataOf(answer)).toMatchObject({
    id: expect.any(Number) as number,
    assetId,
    token360AssetId: dataOf(answer)['assetId'],
    assetGroupId: 'library',
    mediaType: 'image/png',
    status: 'active',
    name: 'wave 🌊.png',
    filename: 'wave 🌊.png',
    mimeType: 'image/png',
    fileType: 'image',
    sizeBytes: 33,
    width: 800,
    height: 600,
    providerLastError: null,
    expiresAt: null,
    createdAt: '2026-01-02T00:00:00.000Z',
  })
  expect((await ask(String(dataOf(answer)['url']), { key: null })).bytes).toEqual(picture.bytes)
})

test('fields go along; a portrait is known to its provider', async () => {
  const sandbox = await testSandbox()
  // prettier-ignore
  const answer = await upload(sandbox, [['name', 'Me'], ['groupId', 'vp_sandbox'], ['model', 'm-1'], ['file', picture]])
  expect(dataOf(answer)).toMatchObject({
    assetId: expect.stringMatching(/^ta_[0-9a-f]{32}$/) as string,
    name: 'Me',
    assetGroupId: 'vp_sandbox',
    modelName: 'm-1',
    status: 'processing',
    byteplusAssetId: expect.any(String) as string,
    providerRefs: { byteplus: { assetId: dataOf(answer)['byteplusAssetId'] } },
  })
})

test('a portrait is active from its third look-up on', async () => {
  const sandbox = await testSandbox()
  const id = String(
    dataOf(
      await upload(sandbox, [
        ['groupId', 'vp_sandbox'],
        ['file', picture],
      ]),
    )['assetId'],
  )
  const statuses: unknown[] = []
  for (let i = 0; i < 4; i += 1) statuses.push(dataOf(await call(sandbox, `/v1/assets/${id}`))['status'])
  expect(statuses).toEqual(['processing', 'processing', 'active', 'active'])
})

test('the ledger shows the file, not the form around it, nor the key', async () => {
  const sandbox = await testSandbox()
  const bytes = randomBytes(500_000)
  const answer = await upload(sandbox, [
    ['name', 'x'],
    ['file', { bytes }],
  ])
  expect(sandbox.ledger.committed()).toMatchObject([
    { sha256: createHash('sha256').update(bytes).digest('hex'), committedAssetId: dataOf(answer)['assetId'] },
  ])
  expect(JSON.stringify(sandbox.ledger.entries())).not.toContain('sandbox-key')
})

const film = { bytes: sampleMp4(), type: 'video/mp4', name: 'a.mp4' }
test.each<[string, readonly Part[], number, string, string?]>([
  ['no file', [['name', 'x']], 400, 'UNIFIED_ASSET_FILE_REQUIRED'],
  ['an empty file', [['file', { bytes: Buffer.alloc(0) }]], 400, 'ASSET_FILE_REQUIRED'],
  ['a document', [['file', { ...film, type: 'application/pdf' }]], 415, 'ASSET_FILE_TYPE_UNSUPPORTED'],
  ['no group', [['file', film]], 400, 'UNIFIED_ASSET_GROUP_REQUIRED', 'sandbox-group-required-1'],
  [
    'no such group',
    [
      ['groupId', 'x'],
      ['file', film],
    ],
    404,
    'UNIFIED_ASSET_GROUP_NOT_FOUND',
  ],
  [
    'no such number',
    [
      ['assetGroupId', '7'],
      ['file', film],
    ],
    404,
    'ASSET_GROUP_NOT_FOUND',
  ],
  [
    'another’s group',
    [
      ['groupId', 'shared_sandbox'],
      ['file', film],
    ],
    403,
    'ASSET_GROUP_ACCESS_DENIED',
  ],
  [
    'a new group',
    [
      ['groupId', 'rf_sandbox'],
      ['file', film],
    ],
    409,
    'ASSET_GROUP_NOT_ACTIVE',
  ],
  [
    'a film as portrait',
    [
      ['groupId', 'vp_sandbox'],
      ['file', film],
    ],
    400,
    'ASSET_GROUP_TYPE_UNSUPPORTED',
  ],
  [
    'an old group',
    [
      ['groupId', 'legacy_rf_9033'],
      ['file', film],
    ],
    400,
    'ASSET_GROUP_PROVIDER_REF_MISSING',
  ],
])('%s is refused with a service code', async (_what, parts, status, serviceCode, key = 'sandbox-key') => {
  const dataFolder = await temporaryFolder()
  const sandbox = await testSandbox({ dataFolder })
  const answer = await upload(sandbox, parts, key)
  expect([answer.status, answer.json]).toEqual([
    status,
    { code: status, data: null, msg: expect.any(String) as string, serviceCode },
  ])
  expect(await readdir(join(dataFolder, 'token360', 'blobs'))).toEqual([])
  expect(sandbox.ledger.committed()).toEqual([])
})

test('a key that needs a group may name one', async () => {
  const parts: readonly Part[] = [
    ['groupId', 'library'],
    ['file', film],
  ]
  expect((await upload(await testSandbox(), parts, 'sandbox-group-required')).status).toBe(200)
})

test.each<[string, Form | Promise<Form>]>([
  ['raw bytes', { body: samplePng(), headers: { 'content-type': 'image/png' } }],
  [
    'two files',
    formOf([
      ['file', picture],
      ['file', picture],
    ]),
  ],
  ['a file of another name', formOf([['asset', picture]])],
  [
    'an unknown field',
    formOf([
      ['file', picture],
      ['folder', 'x'],
    ]),
  ],
  [
    'a field twice',
    formOf([
      ['name', 'x'],
      ['name', 'y'],
      ['file', picture],
    ]),
  ],
  [
    'both groups',
    formOf([
      ['groupId', 'library'],
      ['assetGroupId', '9032'],
      ['file', picture],
    ]),
  ],
  [
    'a number that is none',
    formOf([
      ['assetGroupId', 'library'],
      ['file', picture],
    ]),
  ],
  [
    'a form cut in its file',
    rawForm(['--x', 'content-disposition: form-data; name="file"; filename="a"', '', 'a']),
  ],
])('%s is a 400 in the shape of the gateway', async (_what, form) => {
  const dataFolder = await temporaryFolder()
  const sandbox = await testSandbox({ dataFolder })
  const { status, json } = await call(sandbox, '/v1/assets', { method: 'POST', ...(await form) })
  expect([status, json]).toMatchObject([400, { error: { type: 'invalid_request_error', code: '400' } }])
  expect(await readdir(join(dataFolder, 'token360', 'blobs'))).toEqual([])
})

test('a disk error in the middle of a form is a 500, after which the next one is taken', async () => {
  const dataFolder = await temporaryFolder()
  const sandbox = await testSandbox({ dataFolder })
  const blobs = join(dataFolder, 'token360', 'blobs')
  await rm(blobs, { recursive: true })
  const large: readonly Part[] = [['file', { bytes: Buffer.alloc(3_000_000) }]]
  const { status, json } = await upload(sandbox, large)
  expect([status, json]).toMatchObject([500, { error: { type: 'api_error' } }])
  await mkdir(blobs)
  expect((await upload(sandbox, large)).status).toBe(200)
})

test.each([[null], ['sk-live'], ['sandbox-revoked']])('the key %s is refused', async (key) => {
  const { status, json } = await call(await testSandbox(), '/v1/asset-groups', {}, key)
  expect([status, json]).toEqual([
    401,
    {
      error: {
        message: 'Invalid API key or token provided',
        type: 'invalid_api_key',
        param: null,
        code: '401',
      },
    },
  ])
})

test('a key in another header is none', async () => {
  const sandbox = await testSandbox()
  expect((await ask(`${sandbox.originOf('token360')}/v1/asset-groups`)).status).toBe(401)
})

test('a limited key is told so without a time', async () => {
  const sandbox = await testSandbox()
  const groups = () => call(sandbox, '/v1/asset-groups', {}, 'sandbox-limited')
  for (let i = 0; i < 5; i += 1) expect((await groups()).status).toBe(200)
  const { status, json, headers } = await groups()
  expect([status, json]).toMatchObject([429, { error: { type: 'rate_limit_error' } }])
  expect(headers).not.toHaveProperty('retry-after')
})

test.each([
  ['GET', '/v1/asset-groups?size=101', 400],
  ['GET', '/v1/asset-groups?current=0', 400],
  ['GET', '/v1/asset-groups?size=ten', 400],
  ['GET', '/v1/assets', 404],
  ['GET', '/v1/assets/ua_0', 404],
  ['DELETE', '/v1/assets/ua_0', 404],
  ['DELETE', '/v1/asset-groups/library', 404],
])('%s %s is a %i in the shape of the gateway', async (method, path, status) => {
  const answer = await call(await testSandbox(), path, { method })
  expect(answer.status).toBe(status)
  expect(answer.json).toMatchObject({
    error: { code: String(status), message: expect.any(String) as string },
  })
})
