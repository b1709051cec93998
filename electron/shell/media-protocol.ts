// Serves app-media: addresses, so that the page can show files and assets without holding a path or a URL.
import { Readable } from 'node:stream'
import { protocol } from 'electron'
import { WharfError } from '../../shared/errors.ts'
import { openFile } from '../files/open-file.ts'
import { parseByteRange } from './byte-range.ts'

type Source =
  | { readonly kind: 'file'; readonly path: string; readonly mimeType: string }
  /** The provider does not serve its picture now. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer>; readonly mimeType: string }

/** Seeking in a clip needs 206 answers, which a plain file fetch does not give. */
export function serveMedia(find: (url: string) => Promise<Source | null>): void {
  protocol.handle('app-media', async (request) => {
    try {
      const source = await find(request.url)
      if (!source) return plain(404)
      if (source.kind === 'nothing') return nothingNow()
      if (source.kind === 'bytes') return new Response(source.bytes, { headers: headersFor(source.mimeType) })
      return await serveFile(source.path, source.mimeType, request.headers.get('range'))
    } catch (error) {
      return isMissingFile(error) ? nothingNow() : plain(404)
    }
  })
}

async function serveFile(path: string, mimeType: string, rangeHeader: string | null): Promise<Response> {
  const { handle, sizeBytes } = await openFile(path)
  const range = parseByteRange(rangeHeader, sizeBytes)
  if (range === 'unsatisfiable') {
    await handle.close()
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${String(sizeBytes)}` } })
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 }
  // The stream owns the handle from here, and closes it when it ends or is cancelled.
  const body = Readable.toWeb(handle.createReadStream({ start, end, highWaterMark: 256 * 1024 }))
  return new Response(body as ReadableStream<Uint8Array>, {
    status: range ? 206 : 200,
    headers: {
      ...headersFor(mimeType),
      'accept-ranges': 'bytes',
      'content-length': String(end - start + 1),
      ...(range && { 'content-range': `bytes ${String(start)}-${String(end)}/${String(sizeBytes)}` }),
    },
  })
}

function headersFor(mimeType: string) {
  return {
    'content-type': mimeType,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  }
}

function isMissingFile(error: unknown): boolean {
  return error instanceof WharfError && error.failure.code === 'file-missing'
}

/** No mistake in the address, so nothing for the console: the page shows the icon of the kind. */
function nothingNow(): Response {
  return plain(204)
}

function plain(status: number): Response {
  return new Response(null, { status })
}
