// Shows that a multipart body arrives as exactly its parts, whatever the names hold.
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Busboy } from '@fastify/busboy'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBufferPool } from './buffer-pool.ts'
import { createFileBody } from './file-body.ts'
import { createMultipartBody } from './multipart.ts'
import { createSender } from './send.ts'

type Received = {
  readonly fields: readonly (readonly [string, string])[]
  readonly files: readonly { field: string; name: string; mimeType: string; sha256: string; bytes: number }[]
  readonly contentLength: number
}

const hostileNames = [
  'plain.png',
  'a"; name="x.png',
  'line\r\nContent-Type: text/html.png',
  '日本 🌊.png',
  'nul\0.png',
  '%22.png',
]

describe('a multipart body', () => {
  it.each([0, 1, 1000, 262_000, 262_144, 5_000_003])(
    'carries a file of %i bytes unchanged',
    async (sizeBytes) => {
      const bytes = randomBytes(sizeBytes)
      const { received, body } = await sendMultipart(bytes, 'clip.mp4')
      expect(received.files).toEqual([
        { field: 'file', name: 'clip.mp4', mimeType: 'video/mp4', bytes: sizeBytes, sha256: sha256Of(bytes) },
      ])
      expect(received.contentLength).toBe(body.lengthBytes)
      expect(body.isHandedOver()).toBe(true)
    },
  )

  it.each(hostileNames)('is one file with two fields, whatever the name: %j', async (name) => {
    const { received } = await sendMultipart(randomBytes(500), name, [
      ['name', name],
      ['note', 'two\r\nlines'],
    ])
    expect(received.files).toHaveLength(1)
    expect(received.fields.map(([, value]) => value)).toEqual([name, 'two\r\nlines'])
  })

  it('cannot be given a header through the media type', async () => {
    const { received } = await sendMultipart(randomBytes(10), 'a.png', [], 'image/png\r\nX-Evil: 1')
    expect(received.files).toHaveLength(1)
    expect(received.files[0]?.mimeType).not.toContain('\n')
  })
})

async function sendMultipart(
  bytes: Buffer,
  name: string,
  fields: readonly (readonly [string, string])[] = [],
  mimeType = 'video/mp4',
) {
  const folder = await mkdtemp(join(tmpdir(), 'wharf-multipart-'))
  const path = join(folder, 'file')
  await writeFile(path, bytes)
  const handle = await open(path)
  const { origin, arrived } = await startReceiver()
  const sender = createSender()
  onTestFinished(async () => {
    await sender.close()
    await handle.close()
    await rm(folder, { recursive: true })
  })
  const file = createFileBody({ handle, lengthBytes: bytes.byteLength, pool: createBufferPool() })
  const body = createMultipartBody({ fields, file: { field: 'file', name, mimeType, body: file } })
  const headers = { 'content-type': body.contentType }
  await sender.send({ method: 'POST', url: origin, headers, body, signal: new AbortController().signal })
  return { received: await arrived, body }
}

async function startReceiver() {
  const server = createServer()
  const arrived = once(server, 'request').then(async ([request, response]) => {
    const received = await receive(request as IncomingMessage)
    ;(response as ServerResponse).end('{}')
    return received
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { origin: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, arrived }
}

async function receive(request: IncomingMessage): Promise<Received> {
  const fields: [string, string][] = []
  const files: Received['files'][number][] = []
  const parser = new Busboy({
    headers: { ...request.headers, 'content-type': request.headers['content-type'] ?? '' },
  })
  parser.on('field', (name, value) => fields.push([name, value]))
  parser.on('file', (field, stream, fileName, _encoding, mimeType) => {
    const hash = createHash('sha256')
    let length = 0
    stream.on('data', (chunk: Buffer) => {
      hash.update(chunk)
      length += chunk.byteLength
    })
    stream.on('end', () => {
      files.push({ field, name: fileName, mimeType, bytes: length, sha256: hash.digest('hex') })
    })
  })
  request.pipe(parser)
  await once(parser, 'finish')
  return { fields, files, contentLength: Number(request.headers['content-length']) }
}

function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
