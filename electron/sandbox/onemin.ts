// Imitates 1min.ai's asset API by its published page.
import { randomBytes, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingHttpHeaders } from 'node:http'
import { extname } from 'node:path'
import type { StoredAsset } from './asset-index.ts'
import { createLoadLimit } from './load-limit.ts'
import type { Call, FailureKind, ProviderImitation } from './provider-imitation.ts'
import { receiveForm } from './receive-form.ts'
import type { FormProblem } from './receive-form.ts'
import { jsonReply } from './reply.ts'
import type { JsonValue, Reply } from './reply.ts'

/** The page says "50 MB", without a word on which MB, or of what. */
const STATED_LIMIT = { maxBytes: 50 * 1024 * 1024, counts: 'file' } as const
const ALLOWANCE = { atOnce: 5, requests: 100, perMs: 60_000 }
const FORM = { fileField: 'asset', textFields: [] }
/** Files whose text comes back in the answer; for all others it is empty. */
const TEXT_TYPE = /^text\/|^application\/(json|xml)$/
const ID_FIELDS: ReadonlySet<string> = new Set(['key', 'location', 'path', 'uuid', 'name'])

export function createOnemin(): ProviderImitation {
  const load = createLoadLimit(ALLOWANCE)
  return {
    apiKeyOf,
    handle: async (call) => {
      const leave = load.enter(apiKeyOf(call.headers) ?? '', call.nowMs)
      if (leave === null) return failure('rate-limited')
      try {
        const isUpload = call.path === '/api/assets' && call.method === 'POST'
        return isUpload ? await upload(call) : failure('not-found')
      } finally {
        leave()
      }
    },
    failure,
    withoutId: (value) =>
      mapObject(value, (block) =>
        mapObject(block, (field, name) => (ID_FIELDS.has(name) ? undefined : field)),
      ),
  }
}

function apiKeyOf(headers: IncomingHttpHeaders): string | null {
  const value = headers['api-key']
  return typeof value === 'string' && value !== '' ? value : null
}

async function upload(call: Call): Promise<Reply> {
  const limit = call.quirk?.kind === 'size-limit' ? call.quirk : STATED_LIMIT
  if (limit.counts === 'body' && Number(call.headers['content-length']) > limit.maxBytes)
    return refusal('too-large')
  const form = await receiveForm(call, { ...FORM, maxFileBytes: limit.maxBytes })
  if (typeof form === 'string') return refusal(form)
  const asset = await call.store.commit(form.blob, {
    id: keyFor(form.fileName, form.contentType, call.nowMs),
    contentType: form.contentType,
    width: null,
    height: null,
    containerId: null,
    createdAtMs: call.nowMs,
    fileName: form.fileName,
    extra: { uuid: randomUUID() },
  })
  const content = TEXT_TYPE.test(asset.contentType) ? await readFile(call.store.blobPath(asset), 'utf8') : ''
  const answer = { asset: storedFile(asset, call), fileContent: fileContent(asset, content) }
  return { ...jsonReply(200, answer), committed: asset }
}

/** Such as `images/2024_09_30_13_38_59_100_example.png`, here with a few letters more so that no two are equal. */
function keyFor(fileName: string, contentType: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().slice(0, -1).replace(/\D/g, '_')
  const folder = contentType.startsWith('image/') ? 'images' : 'files'
  const safeName = fileName.replace(/[^\w.-]+/g, '_').slice(-100)
  return `${folder}/${stamp}_${randomBytes(4).toString('hex')}_${safeName}`
}

function storedFile(asset: StoredAsset, call: Call): JsonValue {
  const received = {
    fieldname: FORM.fileField,
    // The field names are those of multer, which reads file names as Latin-1.
    originalname: Buffer.from(asset.fileName ?? '').toString('latin1'),
    encoding: '7bit',
    mimetype: asset.contentType,
  }
  return {
    ...received,
    size: asset.sizeBytes,
    bucket: 'asset.1min.ai',
    key: asset.id,
    acl: 'private',
    // So in the page's sample, for a picture.
    contentType: 'application/octet-stream',
    contentDisposition: null,
    contentEncoding: null,
    storageClass: 'STANDARD',
    serverSideEncryption: null,
    metadata: { 'team-id': 'sandbox-team', 'user-id': 'sandbox-user', ...received },
    // Private, so nothing is served there; on this machine, so that a client that tries stays on it.
    location: call.mediaUrl(encodeURIComponent(asset.id)),
    etag: `"${asset.sha256.slice(0, 32)}"`,
  }
}

function fileContent(asset: StoredAsset, content: string): JsonValue {
  const [, name = asset.id] = asset.id.split('/')
  return {
    uuid: asset.extra['uuid'] ?? '',
    path: asset.id,
    type: extname(name).slice(1),
    name,
    content,
    status: 'ACTIVE',
    metadata: { token: 0, character: content.length },
    createdAt: new Date(asset.createdAtMs).toISOString(),
  }
}

function refusal(problem: FormProblem): Reply {
  return problem === 'too-large'
    ? errorReply(413, 'PAYLOAD_TOO_LARGE', 'File size exceeds maximum limit')
    : errorReply(400, 'BAD_REQUEST', 'No file uploaded or invalid file format')
}

function failure(kind: FailureKind): Reply {
  switch (kind) {
    case 'unauthorized':
      return errorReply(401, 'UNAUTHORIZED', 'Invalid or missing API key')
    case 'rate-limited':
      return errorReply(429, 'TOO_MANY_REQUESTS', 'Rate limit exceeded')
    // The page has no words for the others; only their shape is known.
    case 'forbidden':
      return errorReply(403, 'FORBIDDEN', 'The key may not do this')
    case 'over-quota':
      return errorReply(403, 'QUOTA_EXCEEDED', 'The credits are used up')
    case 'not-found':
      return errorReply(404, 'NOT_FOUND', 'Cannot find this address')
    case 'internal':
      return errorReply(500, 'INTERNAL_SERVER_ERROR', 'Something went wrong')
  }
}

function errorReply(status: number, code: string, message: string): Reply {
  return jsonReply(status, { success: false, error: { code, message } })
}

/** The same object with each field replaced, or left out where `change` gives undefined; else the value itself. */
function mapObject(
  value: JsonValue,
  change: (field: JsonValue, name: string) => JsonValue | undefined,
): JsonValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const changed = Object.entries(value).map(([name, field]) => [name, change(field, name)] as const)
  return Object.fromEntries(changed.filter((entry): entry is [string, JsonValue] => entry[1] !== undefined))
}
