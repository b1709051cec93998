// Puts a reply on the wire as it should be.
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Exchange } from './exchange.ts'
import type { Reply } from './reply.ts'

const FILE_CHUNK_BYTES = 512 * 1024

export type Headers = Readonly<Record<string, string>>

/** Sends the whole reply; resolves when all of it is handed to the socket. */
export async function sendReply(exchange: Exchange, reply: Reply): Promise<void> {
  if (reply.body.kind !== 'file') {
    const bytes = bodyBytes(reply)
    begin(exchange, reply.status, headersWithLength(reply, bytes.length))
    finish(exchange, bytes)
    return
  }
  const { path, firstByte, sizeBytes } = reply.body
  begin(exchange, reply.status, headersWithLength(reply, sizeBytes))
  if (exchange.request.method === 'HEAD' || sizeBytes === 0) {
    finish(exchange)
    return
  }
  const end = firstByte + sizeBytes - 1
  await pipeline(
    createReadStream(path, { start: firstByte, end, highWaterMark: FILE_CHUNK_BYTES }),
    exchange.response,
  )
}

/** The bytes of a reply that fits in memory; none for a file. */
export function bodyBytes(reply: Reply): Buffer {
  switch (reply.body.kind) {
    case 'json':
      return Buffer.from(JSON.stringify(reply.body.value))
    case 'bytes':
      return Buffer.from(reply.body.bytes)
    case 'file':
      return Buffer.alloc(0)
  }
}

/** The reply's headers, completed by what its body is. */
export function headersWithLength(reply: Reply, sizeBytes: number): Headers {
  const ofKind: Headers = reply.body.kind === 'json' ? { 'content-type': 'application/json' } : {}
  return { ...ofKind, ...reply.headers, 'content-length': String(sizeBytes) }
}

/** Writes the head. */
export function begin({ response, entry }: Exchange, status: number, headers: Headers): void {
  entry.change({ status })
  response.writeHead(status, headers)
}

/** Writes the last bytes. The request counts as ended first, so that no test can see its answer before that. */
export function finish({ response, entry }: Exchange, lastBytes: Uint8Array = Buffer.alloc(0)): void {
  entry.end()
  response.end(lastBytes)
}
