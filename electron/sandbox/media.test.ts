// Checks how stored bytes are served: whole, in ranges, without becoming a page.
import { createHash, randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from './http-client.testkit.ts'
import { samplePng } from './sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from './sandbox.testkit.ts'

const file = Buffer.concat([samplePng(), randomBytes(1_500_000)])
const size = file.length

async function served() {
  const dataFolder = await temporaryFolder()
  const sandbox = await testSandbox({ dataFolder })
  const headers = { 'content-type': 'image/png' }
  const url = `${sandbox.originOf('konpro')}/v1/asset`
  const { json } = await ask(url, { method: 'POST', headers, body: file })
  const mediaUrl = `${sandbox.origin}/media/konpro/${String(json['id'])}`
  const get = (range?: string, method = 'GET') =>
    ask(mediaUrl, { key: null, method, headers: range === undefined ? {} : { range } })
  return { get, dataFolder }
}

test('serves the whole file with its type, without sniffing or scripts', async () => {
  const { get } = await served()
  const { status, headers, bytes } = await get()
  expect(status).toBe(200)
  expect(createHash('md5').update(bytes).digest('hex')).toBe(createHash('md5').update(file).digest('hex'))
  expect(headers).toMatchObject({
    'content-type': 'image/png',
    'content-length': String(size),
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
})

test.each([
  ['bytes=0-0', 0, 0],
  ['bytes=10-1000009', 10, 1_000_009],
  ['bytes=1500000-', 1_500_000, size - 1],
  ['bytes=-5', size - 5, size - 1],
  ['bytes=-99999999', 0, size - 1],
  [`bytes=7-${size + 100}`, 7, size - 1],
])('%s is a 206 of those bytes', async (range, first, last) => {
  const { get } = await served()
  const { status, headers, bytes } = await get(range)
  expect(status).toBe(206)
  expect(headers['content-range']).toBe(`bytes ${first}-${last}/${size}`)
  expect(bytes.equals(file.subarray(first, last + 1))).toBe(true)
})

test.each([[`bytes=${size}-`], [`bytes=${size}-${size + 5}`], ['bytes=-0']])(
  '%s lies outside: 416 with the size',
  async (range) => {
    const { get } = await served()
    const { status, headers } = await get(range)
    expect([status, headers['content-range']]).toEqual([416, `bytes */${size}`])
  },
)

test.each([['bytes=5-2'], ['bytes=-'], ['bytes=0-1,4-5'], ['lines=0-1'], ['bytes=a-b']])(
  '%s is not understood: the whole file',
  async (range) => {
    const { get } = await served()
    const { status, bytes } = await get(range)
    expect([status, bytes.length]).toEqual([200, size])
  },
)

test('HEAD tells the size; other methods are refused; a lost file is a 404', async () => {
  const { get, dataFolder } = await served()
  const head = await get(undefined, 'HEAD')
  expect([head.status, head.headers['content-length'], head.bytes.length]).toEqual([200, String(size), 0])
  expect((await get(undefined, 'PUT')).status).toBe(405)
  await rm(join(dataFolder, 'konpro', 'blobs'), { recursive: true })
  expect((await get()).status).toBe(404)
})
