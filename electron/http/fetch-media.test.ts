// Shows what a preview is fetched from, what of it comes back, and where its limits are.
import type { RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { fetchMedia, MAX_PICTURE_BYTES, openMedia } from './fetch-media.ts'
import { httpServer } from './loopback.testkit.ts'

const picture = Buffer.from('a picture')

async function served(answer: RequestListener, { isTrusted = true, mimeType = null as string | null } = {}) {
  const { origin, connectionCount } = await httpServer(answer)
  const address = { url: `${origin}/a`, trustedOrigin: isTrusted ? origin : null, mimeType }
  return { address, origin, connectionCount }
}

const typed =
  (contentType: string, bytes: Uint8Array = picture): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': contentType }).end(bytes)
  }

test('a picture comes with its type, and without cookie or key', async () => {
  let seen = {}
  const { address } = await served((request, response) => {
    seen = request.headers
    typed('image/png; charset=binary')(request, response)
  })
  expect(await fetchMedia(address)).toEqual({ mimeType: 'image/png', bytes: new Uint8Array(picture) })
  expect(Object.keys(seen).toSorted()).toEqual(['connection', 'host', 'user-agent'])
})

test.each([
  ['image/svg+xml', null],
  ['text/html', null],
  ['application/json', null],
  ['', null],
  ['video/webm', 'video/webm'],
  ['audio/mpeg', 'audio/mpeg'],
  ['application/octet-stream', null],
])('%s is passed on as %s', async (contentType, mimeType) => {
  const { address } = await served(typed(contentType))
  expect((await fetchMedia(address))?.mimeType ?? null).toBe(mimeType)
})

test('storage that does not know what it stores is believed in what the record knows', async () => {
  const { address } = await served(typed('binary/octet-stream'), { mimeType: 'image/webp' })
  expect((await fetchMedia(address))?.mimeType).toBe('image/webp')
  const lying = await served(typed('text/html'), { mimeType: 'image/webp' })
  expect(await fetchMedia(lying.address)).toBeNull()
})

test.each([[404], [500], [204]])('%d is nothing', async (status) => {
  const { address } = await served((_request, response) => {
    response.writeHead(status, { 'content-type': 'image/png' }).end(status === 204 ? undefined : picture)
  })
  expect(await fetchMedia(address)).toBeNull()
})

test('a range goes to the provider, and its answer comes back', async () => {
  const { address } = await served((request, response) => {
    expect(request.headers.range).toBe('bytes=2-4')
    const headers = { 'content-type': 'video/webm', 'content-range': 'bytes 2-4/9', 'set-cookie': 'a=b' }
    response.writeHead(206, headers).end(picture.subarray(2, 5))
  })
  const signal = new AbortController().signal
  const answer = await openMedia(address, { rangeHeader: 'bytes=2-4', signal })
  expect(answer).toMatchObject({ status: 206, mimeType: 'video/webm' })
  expect(answer?.headers).toEqual({ 'content-range': 'bytes 2-4/9' })
  expect(answer && (await text(answer.body))).toBe('pic')
})

test('a picture beyond the limit is left, whether or not its length is told', async () => {
  const told = await served((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': MAX_PICTURE_BYTES + 1 })
    response.write(picture)
  })
  expect(await fetchMedia(told.address)).toBeNull()
  let sentBytes = 0
  const untold = await served((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' })
    const block = Buffer.alloc(1024 * 1024)
    const more = () => {
      while (!response.destroyed && sentBytes < 4 * MAX_PICTURE_BYTES) {
        sentBytes += block.byteLength
        if (!response.write(block)) {
          response.once('drain', more)
          return
        }
      }
    }
    more()
  })
  expect(await fetchMedia(untold.address)).toBeNull()
  expect(sentBytes).toBeLessThan(2 * MAX_PICTURE_BYTES)
})

test('what is on this computer is asked only for the account whose server it is', async () => {
  const { address, connectionCount } = await served(typed('image/png'), { isTrusted: false })
  expect(await fetchMedia(address)).toBeNull()
  expect(await fetchMedia({ ...address, url: address.url.replace('http:', 'https:') })).toBeNull()
  const byName = address.url.replace('http:', 'https:').replace('127.0.0.1', 'localhost')
  expect(await fetchMedia({ ...address, url: byName })).toBeNull()
  expect(connectionCount()).toBe(0)
})

test('a redirect is followed within the same rules, and not for ever', async () => {
  const inner = await served(typed('image/png'))
  const outer = await served((_request, response) => {
    response.writeHead(302, { location: inner.address.url }).end()
  })
  expect(await fetchMedia(outer.address)).toBeNull()
  expect(inner.connectionCount()).toBe(0)

  let hops = 0
  const own = await served((request, response) => {
    hops += 1
    if (request.url === '/b') typed('image/png')(request, response)
    else response.writeHead(307, { location: '/b' }).end()
  })
  expect(await fetchMedia(own.address)).toMatchObject({ mimeType: 'image/png' })
  hops = 0
  const endless = await served((_request, response) => {
    hops += 1
    response.writeHead(301, { location: '/again' }).end()
  })
  expect(await fetchMedia(endless.address)).toBeNull()
  expect(hops).toBe(4)
})
