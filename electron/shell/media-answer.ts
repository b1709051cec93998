// Answers one request for media, whole or a range of it, whether a local file or a provider holds the bytes.
import { Readable } from 'node:stream'
import { WharfError } from '../../shared/errors.ts'
import { openFile } from '../files/open-file.ts'
import { openMedia, type MediaAddress } from '../http/fetch-media.ts'
import type { PreviewSource } from '../library/preview-source.ts'
import { parseByteRange } from './byte-range.ts'

/** null: an address that was never given out. */
export async function answerMedia(
  source: PreviewSource | null,
  request: { readonly rangeHeader: string | null; readonly signal: AbortSignal },
  pageOrigin: string,
): Promise<Response> {
  if (!source) return plain(404)
  if (source.kind === 'nothing') return nothingNow()
  const answer =
    source.kind === 'file'
      ? await answerFile(source.path, source.mimeType, request.rangeHeader)
      : await answerRemote(source.address, request)
  // The page draws frames of clips, which a browser allows for what is shared with it.
  answer.headers.set('access-control-allow-origin', pageOrigin)
  return answer
}

// Seeking in a clip needs 206 answers, which a plain file fetch does not give.
async function answerFile(path: string, mimeType: string, rangeHeader: string | null): Promise<Response> {
  let opened
  try {
    opened = await openFile(path)
  } catch (error) {
    return isMissingFile(error) ? nothingNow() : plain(404)
  }
  const { handle, sizeBytes } = opened
  const range = parseByteRange(rangeHeader, sizeBytes)
  if (range === 'unsatisfiable') {
    await handle.close()
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${String(sizeBytes)}` } })
  }
  const { start, end } = range ?? { start: 0, end: sizeBytes - 1 }
  // The stream owns the handle from here, and closes it when it ends or is cancelled.
  const body = handle.createReadStream({ start, end, highWaterMark: 256 * 1024 })
  return new Response(streamOf(body), {
    status: range ? 206 : 200,
    headers: {
      ...headersFor(mimeType),
      'accept-ranges': 'bytes',
      'content-length': String(end - start + 1),
      ...(range && { 'content-range': `bytes ${String(start)}-${String(end)}/${String(sizeBytes)}` }),
    },
  })
}

async function answerRemote(
  address: MediaAddress,
  request: { readonly rangeHeader: string | null; readonly signal: AbortSignal },
): Promise<Response> {
  const found = await openMedia(address, request).catch(() => null)
  if (!found) return nothingNow()
  return new Response(streamOf(found.body), {
    status: found.status,
    headers: { ...headersFor(found.mimeType), ...found.headers },
  })
}

function streamOf(body: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(body) as ReadableStream<Uint8Array>
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
