// Shows what becomes of a request for each way in which a server or a network can fail it.
import { EventEmitter, once } from 'node:events'
import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { WharfError, type Delivery, type ErrorCode } from '../../shared/errors.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import type { Fault } from '../sandbox/faults.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { testSandbox } from '../sandbox/sandbox.testkit.ts'
import { createFileBody } from './file-body.ts'
import { closedOrigin, httpServer, tcpServer } from './loopback.testkit.ts'
import { GENEROUS_LIMITS } from './quick-limits.testkit.ts'
import { createScribblingPool } from './scribbling-pool.testkit.ts'
import { createSender, type HttpRequest, type Send } from './send.ts'
import type { TimeLimits } from './time-limits.ts'
import type { UploadBody } from './upload-body.ts'

const MIB = 1024 * 1024

function sender(change: Partial<TimeLimits> = {}) {
  const made = createSender({ ...GENEROUS_LIMITS, ...change })
  onTestFinished(() => made.close())
  return made
}

function bodyOf(bytes: Buffer): UploadBody {
  let isHandedOver = false
  return {
    lengthBytes: bytes.byteLength,
    isHandedOver: () => isHandedOver,
    async *chunks() {
      for (let at = 0; at < bytes.byteLength; at += MIB)
        yield await Promise.resolve(bytes.subarray(at, at + MIB))
      isHandedOver = true
    },
  }
}

const never = () => new AbortController().signal
const get = (url: string): HttpRequest => ({ method: 'GET', url, headers: {}, signal: never() })
const post = (url: string, bytes = samplePng(), signal = never()): HttpRequest => ({
  method: 'POST',
  url,
  headers: { 'x-api-key': 'sandbox-key', 'content-type': 'image/png' },
  body: bodyOf(bytes),
  signal,
})

async function failureOf(sending: Promise<unknown>) {
  const error: unknown = await sending.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof WharfError)) throw new Error(`Not a WharfError: ${String(error)}`)
  return error.failure
}

const failing = (code: ErrorCode, delivery: Delivery) =>
  expect.objectContaining({ code, delivery }) as unknown

test('a length is announced, nothing is chunked', async () => {
  const heard: Record<string, unknown>[] = []
  const { origin } = await httpServer((request, response) => {
    heard.push(request.headers)
    request.resume().on('end', () => response.end('ok'))
  })
  const { send } = sender()
  expect(await send(post(`${origin}/a?b=c`, Buffer.alloc(3 * MIB)))).toMatchObject({
    status: 200,
    text: 'ok',
  })
  await send(post(origin, Buffer.alloc(0)))
  expect(heard.map((headers) => headers['content-length'])).toEqual([String(3 * MIB), '0'])
  expect(heard.map((headers) => headers['transfer-encoding'])).toEqual([undefined, undefined])
  expect(heard[0]?.['accept-encoding']).toBe('identity')
})

test.each([301, 302, 303, 307, 308])('a %i is an answer like others: nobody follows it', async (status) => {
  const other = await httpServer((_, response) => response.end('stolen'))
  const { origin } = await httpServer((request, response) => {
    request.resume().on('end', () => response.writeHead(status, { location: other.origin }).end())
  })
  const { send } = sender()
  expect(await send(post(origin))).toMatchObject({ status })
  expect(await send(get(origin))).toMatchObject({ status })
  expect(other.connectionCount()).toBe(0)
})

test('any status resolves, with headers in lower case', async () => {
  const { origin } = await httpServer((_, response) =>
    response.writeHead(503, { 'Retry-After': '7', 'Set-Cookie': ['a=1', 'b=2'] }).end('busy'),
  )
  const answer = await sender().send(get(origin))
  expect(answer).toMatchObject({ status: 503, text: 'busy', headers: { 'retry-after': '7' } })
  expect(answer.headers['set-cookie']).toBe('a=1, b=2')
})

test('a refused connection and an unknown host: nothing was sent', async () => {
  const { send } = sender()
  expect(await failureOf(send(post(await closedOrigin())))).toEqual(failing('connection-refused', 'not-sent'))
  expect(await failureOf(send(post('http://no-such-host.invalid')))).toEqual(
    failing('host-not-found', 'not-sent'),
  )
})

test('TLS that cannot be trusted stops before the first byte', async () => {
  const received: Buffer[] = []
  const { origin } = await tcpServer((socket) => {
    socket.on('data', (bytes) => received.push(bytes))
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\n\r\n'))
  })
  const failed = await failureOf(sender().send(post(origin.replace('http:', 'https:'))))
  expect(failed).toEqual(failing('tls-failed', 'not-sent'))
  expect(Buffer.concat(received).includes('sandbox-key')).toBe(false)
})

test('a server that closes each connection at once: unknown only if bytes had left', async () => {
  const { origin } = await tcpServer((socket) => socket.resetAndDestroy())
  const failed = await failureOf(sender().send(post(origin)))
  expect(failed.code).toBe('connection-lost')
})

test('a broken connection in a GET leaves nothing undone at the server', async () => {
  const { origin } = await tcpServer((socket) => socket.once('data', () => socket.destroy()))
  expect(await failureOf(sender().send(get(origin)))).toEqual(failing('connection-lost', 'not-sent'))
})

test.each<[string, Fault, Partial<TimeLimits>, ErrorCode]>([
  ['reset before the body', { kind: 'reset-before-body' }, {}, 'connection-lost'],
  ['reset in mid-body', { kind: 'reset-after-bytes', afterBytes: 200_000 }, {}, 'connection-lost'],
  ['lost reply', { kind: 'commit-then-drop' }, {}, 'connection-lost'],
  ['stall', { kind: 'stall-after-bytes', afterBytes: 100_000 }, { uploadIdleMs: 100 }, 'upload-stalled'],
  ['silence', { kind: 'silent' }, { answerHeadMs: 60 }, 'answer-timed-out'],
  ['truncated answer', { kind: 'truncate-answer' }, {}, 'connection-lost'],
  ['slow drip', { kind: 'drip-answer', intervalMs: 20 }, { answerTotalMs: 100 }, 'answer-timed-out'],
  ['slower drip', { kind: 'drip-answer', intervalMs: 3000 }, { answerIdleMs: 60 }, 'answer-timed-out'],
  ['1 GB of JSON', { kind: 'oversized-answer', sizeBytes: 1024 * MIB }, {}, 'answer-too-large'],
])('%s: the outcome is unknown', async (_, fault, limits, code) => {
  const sandbox = await testSandbox()
  sandbox.faults.add({}, fault)
  const bytes = Buffer.concat([samplePng(), Buffer.alloc(8 * MIB)])
  const failed = await failureOf(sender(limits).send(post(`${sandbox.originOf('konpro')}/v1/asset`, bytes)))
  expect(failed).toEqual(failing(code, 'unknown'))
})

test('a lost reply to an empty upload is unknown too', async () => {
  const { origin } = await httpServer((request) => request.socket.destroy())
  expect(await failureOf(sender().send(post(origin, Buffer.alloc(0))))).toEqual(
    failing('connection-lost', 'unknown'),
  )
})

test('a steady reader slower than a chunk per idle time is no stall', async () => {
  const { origin } = await httpServer((request, response) => {
    let taken = 0
    request.on('data', (chunk: Buffer) => {
      taken += chunk.byteLength
      request.pause()
      setTimeout(() => request.resume(), 2)
    })
    request.on('end', () => response.end(String(taken)))
  })
  const { send } = sender({ uploadIdleMs: 5, slowestBytesPerMs: 500 })
  expect(await send(post(origin, Buffer.alloc(24 * MIB)))).toMatchObject({ text: String(24 * MIB) })
})

test('HTML is handed on as it is: to judge it is the adapter’s business', async () => {
  const { origin } = await httpServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in</html>'),
  )
  expect(await sender().send(get(origin))).toMatchObject({ status: 200, text: '<html>Sign in</html>' })
})

test('what is not HTTP at all', async () => {
  const { origin } = await tcpServer((socket) => socket.once('data', () => socket.end('SSH-2.0-OpenSSH\r\n')))
  expect(await failureOf(sender().send(get(origin)))).toEqual(failing('connection-lost', 'not-sent'))
})

test('an abort before the start sends nothing', async () => {
  const server = await httpServer((_, response) => response.end())
  const failed = await failureOf(sender().send(post(server.origin, samplePng(), AbortSignal.abort())))
  expect(failed).toEqual(failing('cancelled', 'not-sent'))
  expect(server.connectionCount()).toBe(0)
})

test('an abort while the connection comes about is heard at once, and nothing is sent', async () => {
  const server = await tcpServer(() => undefined)
  const abort = new AbortController()
  const origin = server.origin.replace('http:', 'https:')
  const sending = failureOf(sender().send(post(origin, samplePng(), abort.signal)))
  await expect.poll(server.connectionCount).toBe(1)
  const abortedAtMs = performance.now()
  abort.abort()
  expect(await sending).toEqual(failing('cancelled', 'not-sent'))
  expect(performance.now() - abortedAtMs).toBeLessThan(1000)
})

test('an abort in mid-body reaches the socket', async () => {
  const requests = new EventEmitter()
  const { origin } = await httpServer((request) => requests.emit('begun', request))
  const begun = once(requests, 'begun') as Promise<[IncomingMessage]>
  const abort = new AbortController()
  const sending = failureOf(sender().send(post(origin, Buffer.alloc(32 * MIB), abort.signal)))
  const [request] = await begun
  abort.abort()
  expect(await sending).toEqual(failing('cancelled', 'unknown'))
  await expect(once(request.resume(), 'end')).rejects.toThrow('aborted')
})

test('an abort while the answer is awaited reaches the socket', async () => {
  const requests = new EventEmitter()
  const { origin } = await httpServer((request) => {
    request.resume().on('end', () => requests.emit('read', request.socket))
  })
  const reached = once(requests, 'read') as Promise<[Socket]>
  const abort = new AbortController()
  const sending = failureOf(sender().send(post(origin, samplePng(), abort.signal)))
  const [socket] = await reached
  const closed = once(socket, 'close')
  abort.abort()
  expect(await sending).toEqual(failing('cancelled', 'unknown'))
  await closed
})

test('a caller’s own time-out is told apart from a wish to cancel', async () => {
  const { origin } = await httpServer(() => undefined)
  const request = { ...get(origin), signal: AbortSignal.timeout(40) }
  expect(await failureOf(sender().send(request))).toEqual(failing('answer-timed-out', 'not-sent'))
})

async function sendFile(send: Send, url: string, sizeBytes: number) {
  const file = await sampleFile(sizeBytes)
  const handle = await open(file.path)
  const pool = createScribblingPool()
  const body = createFileBody({ handle, lengthBytes: sizeBytes, pool })
  try {
    const answer = await send({ method: 'POST', url, headers: {}, body, signal: never() })
    return { answer, pool }
  } finally {
    await handle.close()
  }
}

test('an early refusal of a large body ends the upload, with every buffer back', async () => {
  const sandbox = await testSandbox()
  sandbox.faults.add({}, { kind: 'answer', when: 'before-body', status: 413, body: '{}' })
  const { send, close } = sender()
  const { answer, pool } = await sendFile(send, sandbox.originOf('konpro'), 16 * MIB)
  expect(answer.status).toBe(413)
  await close()
  await expect.poll(() => pool.outCount()).toBe(0)
})

test('uploads one after the other share one connection', async () => {
  const server = await httpServer((request, response) => {
    request.resume().on('end', () => response.end('{}'))
  })
  const { send } = sender()
  for (let index = 0; index < 12; index += 1) await sendFile(send, server.origin, index * 40_000)
  expect(server.connectionCount()).toBe(1)
})

test('a connection that the server closed while idle is not used again', async () => {
  const server = await httpServer((request, response) => {
    request.resume().on('end', () => {
      response.end('ok', () => request.socket.end())
    })
  })
  const { send } = sender()
  for (let index = 0; index < 3; index += 1) {
    expect(await send(post(server.origin))).toMatchObject({ text: 'ok' })
    await new Promise((resolve) => setImmediate(resolve))
  }
})
