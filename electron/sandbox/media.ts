// Serves the bytes of a stored asset, whole or a range of them.
import { open } from 'node:fs/promises'
import type { AssetStore } from './asset-store.ts'
import type { Reply } from './reply.ts'
import { bytesReply, jsonReply } from './reply.ts'

type ByteRange = { readonly firstByte: number; readonly sizeBytes: number }

/** `rangeHeader` as received. 404 also for an asset whose file is gone from the disk. */
export async function mediaReply(
  store: AssetStore,
  assetId: string,
  method: string,
  rangeHeader: string | undefined,
): Promise<Reply> {
  if (method !== 'GET' && method !== 'HEAD') return bytesReply(405, '', { allow: 'GET, HEAD' })
  const asset = store.find(assetId)
  if (asset === null || !(await isReadable(store.blobPath(asset)))) {
    return jsonReply(404, { error: 'There is no such asset.' })
  }
  const { contentType, sizeBytes } = asset
  const range = readRange(rangeHeader, sizeBytes)
  if (range === 'unsatisfiable') return bytesReply(416, '', { 'content-range': `bytes */${sizeBytes}` })
  const served = range ?? { firstByte: 0, sizeBytes }
  const lastByte = served.firstByte + served.sizeBytes - 1
  const contentRange = { 'content-range': `bytes ${served.firstByte}-${lastByte}/${sizeBytes}` }
  return {
    status: range === null ? 200 : 206,
    headers: {
      'content-type': contentType,
      'accept-ranges': 'bytes',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      // A stored SVG or HTML file must not become a page of this origin.
      'content-security-policy': "default-src 'none'; sandbox",
      ...(range === null ? {} : contentRange),
    },
    body: { kind: 'file', path: store.blobPath(asset), ...served },
    committed: null,
  }
}

async function isReadable(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close()
    return true
  } catch {
    return false
  }
}

/** null = serve the whole: no range, several, or one that is not understood. */
function readRange(header: string | undefined, sizeBytes: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '')
  const [, first = '', last = ''] = match ?? []
  if (first === '' && last === '') return null
  const suffix = first === ''
  const firstByte = suffix ? Math.max(0, sizeBytes - Number(last)) : Number(first)
  const lastByte = suffix || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)
  if (!suffix && last !== '' && Number(last) < firstByte) return null
  if (firstByte > lastByte) return 'unsatisfiable'
  return { firstByte, sizeBytes: lastByte - firstByte + 1 }
}
