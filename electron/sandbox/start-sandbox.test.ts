// Checks the server itself: who may talk to it, what survives it, what it does when the disk or the client fails.
import { once } from 'node:events'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { PROVIDER_IDS } from '../../shared/providers/index.ts'
import { ask } from './http-client.testkit.ts'
import { samplePng } from './sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from './sandbox.testkit.ts'
import type { Sandbox } from './start-sandbox.ts'
import { startSandbox } from './start-sandbox.ts'

const headers = { 'content-type': 'image/png' }
const upload = (sandbox: Sandbox, body: Buffer | Readable = samplePng(), agent?: Agent) =>
  ask(`${sandbox.originOf('konpro')}/v1/asset`, {
    method: 'POST',
    headers,
    body,
    ...(agent === undefined ? {} : { agent }),
  })
const list = (sandbox: Sandbox) => ask(`${sandbox.originOf('konpro')}/v1/asset/list`)

test.each([['evil.test'], ['127.0.0.1'], ['127.0.0.1:1'], ['localhost.evil.test']])(
  'the host %j is refused',
  async (host) => {
    const sandbox = await testSandbox()
    const url = `${sandbox.originOf('konpro')}/v1/asset/list`
    expect((await ask(url, { headers: { host } })).status).toBe(403)
    expect((await ask(`${sandbox.origin}/media/konpro/x`, { headers: { host } })).status).toBe(403)
  },
)

test('a request without a host is refused', async () => {
  const sandbox = await testSandbox()
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(sandbox.origin).port) })
  socket.write('GET /konpro/v1/asset/list HTTP/1.0\r\nx-api-key: sandbox-key\r\n\r\n')
  const [head] = (await once(socket, 'data')) as [Buffer]
  expect(head.toString()).toMatch(/^HTTP\/1.1 403 /)
})

test('localhost with the right port is as good as the number', async () => {
  const sandbox = await testSandbox()
  const host = sandbox.origin.replace('http://127.0.0.1', 'LocalHost')
  expect((await ask(`${sandbox.originOf('konpro')}/v1/asset/list`, { headers: { host } })).status).toBe(200)
})

test.each([['https://evil.test'], ['null'], ['http://127.0.0.1']])(
  'a page of %s is refused',
  async (origin) => {
    const sandbox = await testSandbox()
    const url = `${sandbox.originOf('konpro')}/v1/asset`
    const { status } = await ask(url, { method: 'POST', headers: { ...headers, origin }, body: samplePng() })
    expect(status).toBe(403)
    expect((await ask(url, { method: 'OPTIONS', headers: { origin } })).status).toBe(403)
    expect(sandbox.ledger.committed()).toEqual([])
  },
)

test('listens on the loopback address only', async () => {
  const sandbox = await testSandbox()
  const { port } = new URL(sandbox.origin)
  const elsewhere = connect({ host: '127.0.0.2', port: Number(port) })
  await expect(
    new Promise((resolve, reject) => elsewhere.on('connect', resolve).on('error', reject)),
  ).rejects.toThrow('ECONNREFUSED')
})

test('headers beyond 16 KiB are refused', async () => {
  const sandbox = await testSandbox()
  const url = `${sandbox.originOf('konpro')}/v1/asset/list`
  expect((await ask(url, { headers: { 'x-long': 'a'.repeat(17_000) } })).status).toBe(431)
})

test.each([
  ['/'],
  ['/konprox/v1/asset/list'],
  ['/media/konpro/../assets.jsonl'],
  ['/media/konpro/..%2fassets.jsonl'],
  ['/konpro/../media/konpro/x'],
  ['//evil.test/konpro/v1/asset/list'],
])('nothing is served at %s', async (path) => {
  const sandbox = await testSandbox()
  const { port } = new URL(sandbox.origin)
  const status = await new Promise((resolve, reject) => {
    const sent = request({ port, path, headers: { 'x-api-key': 'sandbox-key' }, agent: false }, (response) =>
      resolve(response.resume().statusCode),
    )
    sent.on('error', reject).end()
  })
  expect(status).toBe(404)
})

test('assets survive a restart, on another port, in their order', async () => {
  const dataFolder = await temporaryFolder()
  const first = await startSandbox({ dataFolder })
  const ids = [(await upload(first)).json['id'], (await upload(first)).json['id']]
  const removedId = String((await upload(first)).json['id'])
  await ask(`${first.originOf('konpro')}/v1/asset/${removedId}`, { method: 'DELETE' })
  await first.close()

  const second = await testSandbox({ dataFolder })
  ids.push((await upload(second)).json['id'])
  const assets = (await list(second)).json['assets'] as readonly { id: string; url: string }[]
  expect(assets.map((asset) => asset.id)).toEqual(ids.toReversed())
  for (const { url } of assets) expect((await ask(url)).bytes).toEqual(samplePng())
  expect((await readdir(dataFolder)).toSorted()).toEqual(PROVIDER_IDS.toSorted())
})

test('what a crash left half written is cleared away', async () => {
  const dataFolder = await temporaryFolder()
  const blobs = join(dataFolder, 'konpro', 'blobs')
  await mkdir(blobs, { recursive: true })
  await writeFile(join(blobs, '0123456789abcdef0123456789abcdef.part'), 'half')
  await testSandbox({ dataFolder })
  expect(await readdir(blobs)).toEqual([])
})

test('a taken port is an error; a closed sandbox frees its own', async () => {
  const dataFolder = await temporaryFolder()
  const first = await startSandbox({ dataFolder })
  const port = Number(new URL(first.origin).port)
  await expect(startSandbox({ dataFolder: await temporaryFolder(), port })).rejects.toThrow('EADDRINUSE')
  await first.close()
  expect((await testSandbox({ dataFolder, port })).origin).toBe(`http://127.0.0.1:${port}`)
})

test('closes at once, also with requests under way', async () => {
  const sandbox = await startSandbox({ dataFolder: await temporaryFolder() })
  sandbox.faults.add({ times: 2 }, { kind: 'silent' })
  const outcomes = [upload(sandbox), list(sandbox)].map((asked) => expect(asked).rejects.toThrow())
  await sandbox.ledger.waitFor((entry) => entry.seq === 2)
  await sandbox.close()
  await Promise.all(outcomes)
})

test('a client that leaves in mid-body leaves nothing behind', async () => {
  const dataFolder = await temporaryFolder()
  const sandbox = await testSandbox({ dataFolder })
  const cancel = new AbortController()
  const outcome = ask(`${sandbox.originOf('konpro')}/v1/asset`, {
    method: 'POST',
    headers: { ...headers, 'content-length': '9000000' },
    body: new Readable({ read: () => null }).wrap(Readable.from([samplePng()])),
    signal: cancel.signal,
  })
  await sandbox.ledger.waitFor((entry) => entry.bytesReceived > 0)
  cancel.abort()
  await expect(outcome).rejects.toThrow()
  const entry = await sandbox.ledger.waitFor((seen) => seen.aborted)
  expect(entry).toMatchObject({ status: null, committedAssetId: null })
  await expect.poll(() => readdir(join(dataFolder, 'konpro', 'blobs'))).toEqual([])
})

test('clients that leave at once, over and over, do no harm', async () => {
  const sandbox = await testSandbox()
  const { host, port } = new URL(sandbox.origin)
  const head = `POST /konpro/v1/asset HTTP/1.1\r\nhost: ${host}\r\nx-api-key: sandbox-key\r\n`
  for (let count = 0; count < 100; count += 1) {
    const socket = connect(Number(port), '127.0.0.1')
    socket.write(`${head}content-type: image/png\r\ncontent-length: 500\r\n\r\nabc`)
    await sandbox.ledger.waitFor((entry) => entry.seq === count + 1)
    socket.resetAndDestroy()
  }
  await sandbox.ledger.waitFor(() => sandbox.ledger.entries().every((entry) => entry.aborted))
  expect((await upload(sandbox)).status).toBe(200)
})

test('a disk error is a 500, after which the same connection goes on', async () => {
  const dataFolder = await temporaryFolder()
  const sandbox = await testSandbox({ dataFolder })
  const blobs = join(dataFolder, 'konpro', 'blobs')
  await rm(blobs, { recursive: true })
  await writeFile(blobs, '')
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const { status, json } = await upload(sandbox, Buffer.concat([samplePng(), Buffer.alloc(3_000_000)]), agent)
  expect(status).toBe(500)
  expect(json).toMatchObject({ error: { code: 'PROCESSING_ERROR' } })
  await rm(blobs)
  await mkdir(blobs)
  expect((await upload(sandbox, samplePng(), agent)).status).toBe(200)
  agent.destroy()
})

test('an early refusal does not cut a connection that is still sending', async () => {
  const sandbox = await testSandbox()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const url = `${sandbox.originOf('konpro')}/v1/asset`
  const body = Buffer.alloc(8_000_000)
  expect((await ask(url, { method: 'POST', key: 'wrong', headers, body, agent })).status).toBe(401)
  expect((await upload(sandbox, samplePng(), agent)).status).toBe(200)
  agent.destroy()
})

test('counts what is open at once', async () => {
  const sandbox = await testSandbox()
  sandbox.faults.add({ times: 4 }, { kind: 'delay-answer', delayMs: 150 })
  await Promise.all([1, 2, 3, 4].map(() => list(sandbox)))
  await list(sandbox)
  expect(sandbox.ledger.maxConcurrent()).toBe(4)
  expect(sandbox.ledger.entries().at(-1)?.concurrent).toBe(1)
})
