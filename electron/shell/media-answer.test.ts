// Shows how the page is answered when it asks for media: whole, in ranges, from the file as from the provider.
import { rm, symlink } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { httpServer } from '../http/loopback.testkit.ts'
import type { PreviewSource } from '../library/preview-source.ts'
import { sampleClip } from '../sandbox/sample-media.testkit.ts'
import { ask } from '../sandbox/http-client.testkit.ts'
import { testSandbox } from '../sandbox/sandbox.testkit.ts'
import { answerMedia } from './media-answer.ts'

const clip = sampleClip()
const size = clip.byteLength

function answered(source: PreviewSource | null, rangeHeader: string | null = null, signal?: AbortSignal) {
  const request = { rangeHeader, signal: signal ?? new AbortController().signal }
  return answerMedia(source, request, 'app://wharf')
}

async function localClip() {
  const { path } = await sampleFile(clip, { name: 'clip.webm' })
  return { path, source: { kind: 'file', path, mimeType: 'video/webm' } as const }
}

async function remoteClip() {
  const sandbox = await testSandbox()
  const headers = { 'content-type': 'video/webm' }
  const { json } = await ask(`${sandbox.originOf('konpro')}/v1/asset`, {
    method: 'POST',
    headers,
    body: clip,
  })
  const url = `${sandbox.origin}/media/konpro/${String(json['id'])}`
  const address = { url, trustedOrigin: sandbox.origin, mimeType: null }
  return { sandbox, source: { kind: 'url', address } as const }
}

test.each([
  ['the file', localClip],
  ['the provider', remoteClip],
])('%s: whole, a part, the end', async (_from, made) => {
  const { source } = await made()
  const whole = await answered(source)
  expect(whole.status).toBe(200)
  expect(Object.fromEntries(whole.headers)).toEqual({
    'content-type': 'video/webm',
    'content-length': String(size),
    'accept-ranges': 'bytes',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': 'app://wharf',
  })
  expect(Buffer.from(await whole.arrayBuffer()).equals(clip)).toBe(true)
  for (const [range, first, last] of [
    ['bytes=100-199', 100, 199],
    [`bytes=${String(size - 10)}-`, size - 10, size - 1],
  ] as const) {
    const part = await answered(source, range)
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${first}-${last}/${size}`])
    expect(Buffer.from(await part.arrayBuffer()).equals(clip.subarray(first, last + 1))).toBe(true)
  }
})

test('a file that is gone is nothing now, a link in its place is never followed', async () => {
  const { path, source } = await localClip()
  const other = await sampleFile(Buffer.from('secret'), { name: 'secret.txt' })
  await rm(path)
  expect((await answered(source)).status).toBe(204)
  await symlink(other.path, path)
  expect((await answered(source)).status).toBe(404)
  expect((await answered(null)).status).toBe(404)
})

test('what the provider no longer serves is nothing now', async () => {
  const { source, sandbox } = await remoteClip()
  const gone = { ...source, address: { ...source.address, url: `${sandbox.origin}/media/konpro/none` } }
  expect((await answered(gone)).status).toBe(204)
  await sandbox.close()
  expect((await answered(source)).status).toBe(204)
})

test('a page that looks away ends the request', async () => {
  let isEnded = false
  const { origin } = await httpServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'video/webm' })
    response.write(clip)
    response.on('close', () => {
      isEnded = true
    })
  })
  const address = { url: `${origin}/endless`, trustedOrigin: origin, mimeType: null }
  const { body } = await answered({ kind: 'url', address })
  const reader = body?.getReader()
  await reader?.read()
  await reader?.cancel()
  await expect.poll(() => isEnded).toBe(true)
})
