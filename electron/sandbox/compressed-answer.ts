// Packs a large answer into a small one.
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createGzip } from 'node:zlib'
import { bytesReply, type Reply } from './reply.ts'

const FILLER = Buffer.alloc(64 * 1024, 'a')

/** gzip of a valid JSON object of at least that size: a thousandth of it. */
export async function compressedAnswer(sizeBytes: number): Promise<Reply> {
  function* plain() {
    yield Buffer.from('{"padding":"')
    for (let made = 0; made < sizeBytes; made += FILLER.length) yield FILLER
    yield Buffer.from('"}')
  }
  const packed = await buffer(Readable.from(plain()).pipe(createGzip({ level: 1 })))
  return bytesReply(200, packed, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
}
