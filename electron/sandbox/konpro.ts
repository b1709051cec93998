// Imitates KonPro's asset API by its published pages.
import { randomBytes } from 'node:crypto'
import type { StoredAsset } from './asset-index.ts'
import { imageDimensions } from './image-dimensions.ts'
import { folderPage } from './konpro-folders.ts'
import { pageTokenAfter, readPageToken } from './page-token.ts'
import type { Call, FailureKind, ProviderImitation } from './provider-imitation.ts'
import { jsonReply } from './reply.ts'
import type { JsonValue, Reply } from './reply.ts'
import { sniffType } from './sniff-type.ts'

const TYPES: Readonly<Record<string, { readonly fileType: string; readonly format: string }>> = {
  'image/jpeg': { fileType: 'image', format: 'JPEG' },
  'image/png': { fileType: 'image', format: 'PNG' },
  'video/mp4': { fileType: 'video', format: 'MP4' },
  'video/webm': { fileType: 'video', format: 'WEBM' },
  'audio/mpeg': { fileType: 'audio', format: 'MPEG' },
}
const FILE_TYPES = ['image', 'video', 'audio']
const MOST_LISTED = 100
/** The pages name no default. */
const DEFAULT_LIMIT = 20
const RETRY_AFTER_SECONDS = 2

export const konpro: ProviderImitation = {
  apiKeyOf: (headers) => {
    const value = headers['x-api-key']
    return typeof value === 'string' && value !== '' ? value : null
  },
  handle: async (call) => {
    if (call.path === '/v1/asset' && call.method === 'POST') return upload(call)
    if (call.path === '/v1/asset/list' && call.method === 'GET') return list(call)
    if (call.path === '/v1/folders' && call.method === 'GET') return listFolders(call)
    const removable = /^\/v1\/asset\/([^/]+)$/.exec(call.path)?.[1]
    if (removable !== undefined && call.method === 'DELETE') return remove(call, removable)
    return failure('not-found')
  },
  failure,
  withoutId: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    // The name is the ID once more.
    return Object.fromEntries(Object.entries(value).filter(([field]) => field !== 'id' && field !== 'name'))
  },
}

async function upload(call: Call): Promise<Reply> {
  const declared = (call.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase()
  const type = TYPES[declared]
  if (type === undefined) {
    const reason = declared.startsWith('multipart/')
      ? 'Send the raw bytes of the file, not a form'
      : `Must be one of ${Object.keys(TYPES).join(', ')}`
    return invalid('Unsupported content type', { field: 'Content-Type', reason })
  }

  const blob = await call.store.receive(call.openBody())
  const refusal = refuseContent(blob.sizeBytes, declared, sniffType(blob.head))
  if (refusal !== null) {
    await call.store.discard(blob)
    return refusal
  }
  const isImage = type.fileType === 'image'
  const dimensions = isImage ? imageDimensions(blob.head) : null
  const asset = await call.store.commit(blob, {
    id: `asset_${randomBytes(12).toString('hex')}`,
    contentType: declared,
    width: dimensions?.width ?? null,
    height: dimensions?.height ?? null,
    // No parameter of an upload names a folder.
    containerId: call.quirk?.kind === 'filed' ? call.quirk.containerId : null,
    createdAtMs: call.nowMs,
    extra: isImage ? { imageKey: `img_key_${randomBytes(12).toString('hex')}` } : {},
  })
  const { imageKey } = asset.extra
  const answer = {
    ...commonFields(asset),
    meta: { size: asset.sizeBytes, width: asset.width, height: asset.height, format: type.format },
    ...(imageKey === undefined ? {} : { image_key: imageKey }),
  }
  return { ...jsonReply(200, answer), committed: asset }
}

function refuseContent(sizeBytes: number, declared: string, found: string | null): Reply | null {
  if (sizeBytes === 0) return invalid('asset data must be provided', { field: 'body', reason: 'Empty' })
  if (found === declared) return null
  const reason = `Content-Type says ${declared}, the bytes are ${found ?? 'of no accepted type'}`
  return invalid('The file does not match its content type', { field: 'Content-Type', reason })
}

function list(call: Call): Reply {
  const limit = limitOf(call)
  if (limit === null) return invalidLimit()
  const fileType = call.query.get('file_type')
  if (fileType !== null && !FILE_TYPES.includes(fileType)) {
    return invalid('Invalid file_type', {
      field: 'file_type',
      reason: `Must be one of ${FILE_TYPES.join(', ')}`,
    })
  }
  // Empty or absent both mean the first page, as an empty or null token in an answer means the last.
  const token = call.query.get('token') ?? ''
  const beforeSeq = token === '' ? null : readPageToken(token)
  if (token !== '' && beforeSeq === null) return invalidToken()
  const folderId = call.query.get('folder_id')

  const { assets, hasMore } = call.store.newestFirst({
    beforeSeq,
    limit,
    matches: (asset) =>
      (fileType === null || fileTypeOf(asset) === fileType) &&
      (folderId === null || (asset.containerId ?? '') === folderId),
  })
  const last = assets.at(-1)
  return jsonReply(200, {
    assets: assets.map((asset) => ({
      ...commonFields(asset),
      created_ts: Math.floor(asset.createdAtMs / 1000),
      url: call.mediaUrl(asset.id),
    })),
    token: hasMore && last !== undefined ? pageTokenAfter(last.seq) : null,
    has_more: hasMore,
  })
}

function listFolders(call: Call): Reply {
  const { query, quirk } = call
  const limit = limitOf(call)
  if (limit === null) return invalidLimit()
  const page = folderPage({
    limit,
    token: query.get('token') ?? '',
    nameFilter: query.get('name_filter') ?? '',
    parentId: query.get('parent_id'),
    isTrash: query.get('is_trash') === 'true',
    contradictsItself: quirk?.kind === 'token-on-last-page',
  })
  return page === null ? invalidToken() : jsonReply(200, page)
}

async function remove(call: Call, assetId: string): Promise<Reply> {
  if (!(await call.store.remove(assetId))) return failure('not-found')
  return jsonReply(200, {
    asset_id: assetId,
    status: 'deleted',
    message: 'Asset deleted permanently',
    deleted_at: new Date(call.nowMs).toISOString(),
  })
}

function commonFields(asset: StoredAsset) {
  return {
    id: asset.id,
    // An upload carries no file name, so there is none to give back.
    name: asset.id,
    file_type: fileTypeOf(asset),
    folder_id: asset.containerId ?? '',
  }
}

function fileTypeOf(asset: StoredAsset): string {
  return TYPES[asset.contentType]?.fileType ?? ''
}

function failure(kind: FailureKind): Reply {
  switch (kind) {
    case 'unauthorized':
      return errorReply(401, { code: 'INVALID_API_KEY', message: 'The API key is missing or not valid' })
    case 'forbidden':
      return errorReply(403, { code: 'INSUFFICIENT_PERMISSIONS', message: 'The key may not do this' })
    // That there is such a refusal, with which code, is a guess.
    case 'over-quota':
      return errorReply(403, { code: 'QUOTA_EXCEEDED', message: 'The quota of the plan is used up' })
    case 'rate-limited':
      return errorReply(
        429,
        { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many requests' },
        { 'retry-after': String(RETRY_AFTER_SECONDS) },
      )
    case 'not-found':
      return errorReply(404, { code: 'RESOURCE_NOT_FOUND', message: 'The requested resource was not found' })
    case 'internal':
      return errorReply(500, { code: 'PROCESSING_ERROR', message: 'The request could not be processed' })
  }
}

function limitOf({ query }: Call): number | null {
  const text = query.get('limit') ?? String(DEFAULT_LIMIT)
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return limit >= 1 && limit <= MOST_LISTED ? limit : null
}

function invalidLimit(): Reply {
  return invalid('Invalid limit', { field: 'limit', reason: `Must be a number from 1 to ${MOST_LISTED}` })
}

function invalidToken(): Reply {
  return invalid('Invalid token', { field: 'token', reason: 'Not a token of this list' })
}

function invalid(message: string, details: { readonly field: string; readonly reason: string }): Reply {
  return errorReply(400, { code: 'INVALID_REQUEST', message, details })
}

function errorReply(status: number, error: JsonValue, headers: Readonly<Record<string, string>> = {}): Reply {
  return jsonReply(status, { error, request_id: `req-${randomBytes(6).toString('hex')}` }, headers)
}
