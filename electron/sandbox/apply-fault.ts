// Answers one request, spoiling it as the fault for it says.
import { compressedAnswer } from './compressed-answer.ts'
import type { Exchange } from './exchange.ts'
import type { Fault, ScriptedAnswer } from './faults.ts'
import type { ProviderImitation } from './provider-imitation.ts'
import { bytesReply } from './reply.ts'
import type { Reply } from './reply.ts'
import { begin, bodyBytes, finish, headersWithLength, sendReply } from './send-reply.ts'

const FIREWALL = bytesReply(403, '<html><h1>Request blocked</h1><p>Incident 4711</p></html>', {
  'content-type': 'text/html',
})
const FILLER = Buffer.alloc(64 * 1024, 'a')

/**
 * `handle` does what the request asks for; it is not called by faults that commit nothing. Rejects when the
 * client goes away, or with the error of `handle`. Where there is no imitation (a media request), faults that
 * need its error or ID shape leave the answer as it is.
 */
export async function answer(
  fault: Fault | null,
  exchange: Exchange,
  imitation: ProviderImitation | null,
  handle: () => Promise<Reply>,
): Promise<void> {
  switch (fault?.kind) {
    case undefined:
    case 'slow-reader':
    case 'late-listing':
    case 'late-binding':
    case 'filed':
    case 'token-on-last-page':
    case 'size-limit':
      return sendReply(exchange, await handle())
    case 'answer':
      if (fault.when !== 'before-body') await exchange.drain()
      return sendReply(exchange, scripted(fault))
    case 'refuse':
      await exchange.drain()
      return sendReply(
        exchange,
        fault.as === 'firewall' ? FIREWALL : (imitation?.failure(fault.as) ?? (await handle())),
      )
    case 'redirect':
      await exchange.drain()
      return sendReply(exchange, bytesReply(fault.status, '', { location: fault.location }))
    case 'error-in-success':
      await exchange.drain()
      return sendReply(exchange, { ...(imitation?.failure('internal') ?? (await handle())), status: 200 })
    case 'reset-before-body':
      exchange.reset()
      return
    case 'reset-after-bytes':
      await exchange.drain()
      exchange.reset()
      return
    case 'stall-after-bytes':
      await exchange.drain()
      return exchange.waitForEver()
    case 'silent':
      await (fault.commits === true ? handle() : exchange.drain())
      return exchange.waitForEver()
    case 'commit-then-drop':
      await handle()
      exchange.request.socket.destroy()
      return
    case 'commit-then-answer':
      await handle()
      return sendReply(exchange, scripted(fault))
    case 'answer-without-id':
      return sendReply(exchange, withoutId(imitation, await handle()))
    case 'delay-answer': {
      const reply = await handle()
      await exchange.wait(fault.delayMs)
      return sendReply(exchange, reply)
    }
    case 'truncate-answer':
      return truncate(exchange, await handle(), fault.sentBytes, fault.framing ?? 'length')
    case 'oversized-answer':
      await handle()
      return oversize(exchange, fault.sizeBytes)
    case 'compressed-answer':
      await handle()
      return sendReply(exchange, await compressedAnswer(fault.sizeBytes))
    case 'drip-head':
      return dripHead(exchange, await handle(), fault.intervalMs)
    case 'drip-answer':
      return drip(exchange, await handle(), fault.intervalMs)
  }
}

function scripted({ status, body = '', headers = {} }: ScriptedAnswer): Reply {
  return bytesReply(status, body, headers)
}

function withoutId(imitation: ProviderImitation | null, reply: Reply): Reply {
  if (imitation === null || reply.body.kind !== 'json') return reply
  return { ...reply, body: { kind: 'json', value: imitation.withoutId(reply.body.value) } }
}

function truncate(
  exchange: Exchange,
  reply: Reply,
  sentBytes: number | undefined,
  framing: 'length' | 'chunked',
): Promise<void> {
  const bytes = bodyBytes(reply)
  const { 'content-length': announced = '', ...headers } = headersWithLength(reply, bytes.length)
  begin(exchange, reply.status, framing === 'chunked' ? headers : { ...headers, 'content-length': announced })
  // Destroyed only once written, or the client would see no answer at all.
  exchange.response.write(bytes.subarray(0, sentBytes ?? Math.floor(bytes.length / 2)), () => {
    exchange.request.socket.destroy()
  })
  return exchange.waitForEver()
}

async function oversize(exchange: Exchange, sizeBytes: number): Promise<void> {
  const { response } = exchange
  begin(exchange, 200, { 'content-type': 'application/json' })
  response.write('{"padding":"')
  for (let sent = 0; sent < sizeBytes; sent += FILLER.length) {
    if (response.destroyed) return
    const fits = response.write(FILLER)
    // Polls instead of awaiting 'drain', which never comes from a client that went away.
    while (!fits && response.writableNeedDrain) await exchange.wait(1)
  }
  finish(exchange, Buffer.from('"}'))
}

async function drip(exchange: Exchange, reply: Reply, intervalMs: number): Promise<void> {
  const bytes = bodyBytes(reply)
  begin(exchange, reply.status, headersWithLength(reply, bytes.length))
  for (const byte of bytes.subarray(0, -1)) {
    exchange.response.write(Buffer.of(byte))
    await exchange.wait(intervalMs)
  }
  finish(exchange, bytes.subarray(-1))
}

/** Past the response's own head, which goes out in one piece. The connection ends with it. */
async function dripHead(exchange: Exchange, reply: Reply, intervalMs: number): Promise<void> {
  const { request, entry } = exchange
  const bytes = bodyBytes(reply)
  const headers = Object.entries(headersWithLength(reply, bytes.length))
  const lines = [`HTTP/1.1 ${reply.status} Slow`, ...headers.map(([name, value]) => `${name}: ${value}`)]
  entry.change({ status: reply.status })
  for (const byte of Buffer.from(`${lines.join('\r\n')}\r\n\r\n`)) {
    request.socket.write(Buffer.of(byte))
    await exchange.wait(intervalMs)
  }
  entry.end()
  request.socket.end(bytes)
}
