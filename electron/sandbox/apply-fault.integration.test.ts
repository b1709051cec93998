// Shows each scripted fault as a client sees it, with what the ledger says of it.
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Fault, ScriptedAnswer } from './faults.ts'
import { ask } from './http-client.testkit.ts'
import type { Question } from './http-client.testkit.ts'
import type { LedgerEntry } from './ledger.ts'
import { samplePng } from './sample-files.testkit.ts'
import { testSandbox } from './sandbox.testkit.ts'
import type { Sandbox } from './start-sandbox.ts'

const picture = Buffer.concat([samplePng(), Buffer.alloc(300_000)])
const megabytes = (count: number) => Buffer.concat([samplePng(), Buffer.alloc(count * 1_000_000)])

async function faulty(fault: Fault): Promise<Sandbox> {
  const sandbox = await testSandbox()
  sandbox.faults.add({ method: 'POST', pathPrefix: '/konpro/v1/asset' }, fault)
  return sandbox
}

function upload(sandbox: Sandbox, question: Question = {}) {
  const headers = { 'content-type': 'image/png' }
  return ask(`${sandbox.originOf('konpro')}/v1/asset`, {
    method: 'POST',
    headers,
    body: picture,
    ...question,
  })
}

async function stored(sandbox: Sandbox): Promise<number> {
  const { json } = await ask(`${sandbox.originOf('konpro')}/v1/asset/list`)
  return (json['assets'] as readonly unknown[]).length
}

const ended = (sandbox: Sandbox): Promise<LedgerEntry> =>
  sandbox.ledger.waitFor((entry) => entry.endedAtMs !== null)

test.each<[string, ScriptedAnswer]>([
  ['HTML', { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Sign in</h1>' }],
  ['JSON', { status: 503, headers: { 'retry-after': '7' }, body: '{"error":null}' }],
  ['nothing', { status: 204 }],
])('answer: %s instead of the real one, with the body read', async (_what, scripted) => {
  const sandbox = await faulty({ kind: 'answer', ...scripted })
  const { status, headers, text } = await upload(sandbox)
  expect({ status, text }).toEqual({ status: scripted.status, text: scripted.body ?? '' })
  expect(headers).toMatchObject(scripted.headers ?? {})
  expect(sandbox.ledger.entries()[0]).toMatchObject({
    bytesReceived: picture.length,
    sha256: createHash('sha256').update(picture).digest('hex'),
    status: scripted.status,
    committedAssetId: null,
  })
  expect(await stored(sandbox)).toBe(0)
  expect((await upload(sandbox)).status).toBe(200)
})

test('answer early: before the body is read', async () => {
  const sandbox = await faulty({ kind: 'answer', when: 'before-body', status: 413, body: 'Too big' })
  expect(await upload(sandbox)).toMatchObject({ status: 413, text: 'Too big' })
  expect(sandbox.ledger.entries()[0]?.bytesReceived).toBe(0)
})

test('redirect: a status with a location', async () => {
  const sandbox = await faulty({ kind: 'redirect', status: 307, location: 'http://elsewhere.test/' })
  const { status, headers } = await upload(sandbox)
  expect([status, headers.location]).toEqual([307, 'http://elsewhere.test/'])
  expect(await stored(sandbox)).toBe(0)
})

test('error in success: a 200 around the error shape', async () => {
  const sandbox = await faulty({ kind: 'error-in-success' })
  const { status, json } = await upload(sandbox)
  expect(status).toBe(200)
  expect(json).toMatchObject({ error: { code: 'PROCESSING_ERROR' } })
  expect(await stored(sandbox)).toBe(0)
})

test('answer without id: committed, all there but the id', async () => {
  const sandbox = await faulty({ kind: 'answer-without-id' })
  const { status, json } = await upload(sandbox)
  expect(status).toBe(200)
  expect(json).toMatchObject({ file_type: 'image' })
  expect(json).not.toHaveProperty('id')
  expect(JSON.stringify(json)).not.toContain(sandbox.ledger.committed()[0]?.committedAssetId)
})

test.each<[string, Fault, number, number]>([
  ['before the body', { kind: 'reset-before-body' }, 0, 0],
  ['in mid-body', { kind: 'reset-after-bytes', afterBytes: 100_000 }, 100_000, 200_000],
  ['after a body shorter than asked', { kind: 'reset-after-bytes', afterBytes: 1e6 }, picture.length, 1e6],
])('reset %s: the connection breaks, nothing is stored', async (_when, fault, fewest, most) => {
  const sandbox = await faulty(fault)
  await expect(upload(sandbox)).rejects.toThrow(/ECONNRESET|EPIPE|socket hang up/)
  const entry = await ended(sandbox)
  expect(entry).toMatchObject({ status: null, aborted: true, committedAssetId: null })
  expect(entry.bytesReceived).toBeGreaterThanOrEqual(fewest)
  expect(entry.bytesReceived).toBeLessThanOrEqual(most)
  expect(await stored(sandbox)).toBe(0)
})

test.each<Fault>([
  { kind: 'reset-after-bytes', afterBytes: 10 },
  { kind: 'stall-after-bytes', afterBytes: 10 },
  { kind: 'slow-reader', bytesPerSecond: 1 },
])('$kind in a body that came in one piece: closing still ends it', async (fault) => {
  const sandbox = await faulty(fault)
  const outcome = expect(upload(sandbox, { body: samplePng() })).rejects.toThrow()
  await sandbox.ledger.waitFor((seen) => seen.bytesReceived > 0)
  await sandbox.close()
  await outcome
  expect(sandbox.ledger.entries()[0]).toMatchObject({ aborted: true, committedAssetId: null })
})

test('stall: reads so far, keeps the connection, never answers', async () => {
  const sandbox = await faulty({ kind: 'stall-after-bytes', afterBytes: 500_000 })
  const cancel = new AbortController()
  const outcome = expect(upload(sandbox, { body: megabytes(30), signal: cancel.signal })).rejects.toThrow(
    'abort',
  )
  const entry = await sandbox.ledger.waitFor((seen) => seen.bytesReceived >= 500_000)
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(entry.bytesReceived).toBeLessThan(1_000_000)
  expect(entry.endedAtMs).toBeNull()
  cancel.abort()
  await outcome
  await sandbox.close()
  expect(entry).toMatchObject({ status: null, aborted: true, endedAtMs: expect.any(Number) as number })
})

test.each([[false], [true]])('silent: reads everything, never answers (commits: %s)', async (commits) => {
  const sandbox = await faulty({ kind: 'silent', commits })
  const cancel = new AbortController()
  const outcome = expect(upload(sandbox, { signal: cancel.signal })).rejects.toThrow('abort')
  const entry = await sandbox.ledger.waitFor((seen) => seen.sha256 !== null)
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(entry).toMatchObject({ bytesReceived: picture.length, endedAtMs: null, status: null })
  cancel.abort()
  await outcome
  await ended(sandbox)
  expect(await stored(sandbox)).toBe(commits ? 1 : 0)
})

test('commit then drop: the reply is lost, the asset is there', async () => {
  const sandbox = await faulty({ kind: 'commit-then-drop' })
  await expect(upload(sandbox)).rejects.toThrow(/socket hang up|ECONNRESET/)
  const entry = await ended(sandbox)
  expect(entry).toMatchObject({ status: null, aborted: true })
  expect(entry.committedAssetId).not.toBeNull()
  expect(await stored(sandbox)).toBe(1)
})

test('commit then answer: a failure that was none', async () => {
  const sandbox = await faulty({ kind: 'commit-then-answer', status: 502, body: 'Bad gateway' })
  expect(await upload(sandbox)).toMatchObject({ status: 502, text: 'Bad gateway' })
  expect(sandbox.ledger.committed()[0]?.status).toBe(502)
  expect(await stored(sandbox)).toBe(1)
})

test('delay: the right answer, late', async () => {
  const sandbox = await faulty({ kind: 'delay-answer', delayMs: 300 })
  const startedMs = performance.now()
  expect((await upload(sandbox)).status).toBe(200)
  expect(performance.now() - startedMs).toBeGreaterThan(290)
})

test.each([[undefined], [0], [10]])('truncate: the answer ends after %s bytes', async (sentBytes) => {
  const sandbox = await faulty({ kind: 'truncate-answer', ...(sentBytes === undefined ? {} : { sentBytes }) })
  await expect(upload(sandbox)).rejects.toThrow('aborted')
  expect(await ended(sandbox)).toMatchObject({ status: 200, aborted: true })
  expect(await stored(sandbox)).toBe(1)
})

test('truncate between chunks: no length was announced, the end never comes', async () => {
  const sandbox = await faulty({ kind: 'truncate-answer', framing: 'chunked' })
  await expect(upload(sandbox)).rejects.toThrow('aborted')
  expect(await ended(sandbox)).toMatchObject({ status: 200, aborted: true })
})

test('compressed: gzip of a valid answer', async () => {
  const sandbox = await faulty({ kind: 'compressed-answer', sizeBytes: 5_000_000 })
  const { bytes, headers } = await upload(sandbox)
  expect(headers['content-encoding']).toBe('gzip')
  expect(bytes.length).toBeLessThan(50_000)
  expect(JSON.parse(gunzipSync(bytes).toString())).toHaveProperty('padding')
})

test('drip of the head: the right answer, once its headers are through', async () => {
  const sandbox = await faulty({ kind: 'drip-head', intervalMs: 2 })
  const startedMs = performance.now()
  expect((await upload(sandbox)).json).toHaveProperty('id')
  expect(performance.now() - startedMs).toBeGreaterThan(100)
})

test.each([
  ['unauthorized', 401, 'INVALID_API_KEY'],
  ['forbidden', 403, 'INSUFFICIENT_PERMISSIONS'],
  ['over-quota', 403, 'QUOTA_EXCEEDED'],
] as const)('refuse (%s): once, in the words of the provider', async (as, status, code) => {
  const sandbox = await faulty({ kind: 'refuse', as })
  expect(await upload(sandbox)).toMatchObject({ status, json: { error: { code } } })
  expect(await stored(sandbox)).toBe(0)
  expect((await upload(sandbox)).status).toBe(200)
})

test('refuse (firewall): a web page', async () => {
  const sandbox = await faulty({ kind: 'refuse', as: 'firewall' })
  const { status, headers, text } = await upload(sandbox)
  expect([status, headers['content-type']]).toEqual([403, 'text/html'])
  expect(text).toContain('<html>')
})

test('oversized: a valid answer of any size', async () => {
  const sandbox = await faulty({ kind: 'oversized-answer', sizeBytes: 5_000_000 })
  const { status, bytes, json } = await upload(sandbox)
  expect(status).toBe(200)
  expect(bytes.length).toBeGreaterThan(5_000_000)
  expect(json).toHaveProperty('padding')
})

test('oversized: ends when the client has had enough', async () => {
  const sandbox = await faulty({ kind: 'oversized-answer', sizeBytes: 1e12 })
  const cancel = new AbortController()
  const outcome = expect(upload(sandbox, { signal: cancel.signal })).rejects.toThrow()
  await sandbox.ledger.waitFor((entry) => entry.status === 200)
  cancel.abort()
  await outcome
  expect(await ended(sandbox)).toMatchObject({ aborted: true })
})

test('drip: the right answer, byte by byte', async () => {
  const sandbox = await faulty({ kind: 'drip-answer', intervalMs: 2 })
  const startedMs = performance.now()
  const { status, json, bytes } = await upload(sandbox)
  expect(status).toBe(200)
  expect(json).toHaveProperty('id')
  expect(performance.now() - startedMs).toBeGreaterThan(bytes.length * 1.5)
})

test('slow reader: the body goes in at the pace given, and counts', async () => {
  const sandbox = await faulty({ kind: 'slow-reader', bytesPerSecond: 600_000 })
  const startedMs = performance.now()
  expect((await upload(sandbox)).status).toBe(200)
  expect(performance.now() - startedMs).toBeGreaterThan(400)
  expect(await stored(sandbox)).toBe(1)
})

test('a list can be spoilt as well', async () => {
  const sandbox = await testSandbox()
  sandbox.faults.add({ method: 'GET', times: 2 }, { kind: 'reset-after-bytes', afterBytes: 0 })
  const list = () => ask(`${sandbox.originOf('konpro')}/v1/asset/list`)
  await expect(list()).rejects.toThrow()
  await expect(list()).rejects.toThrow()
  expect((await list()).status).toBe(200)
})
