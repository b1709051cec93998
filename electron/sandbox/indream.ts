// Imitates Indream's uploads, assets or projects by its published pages.
import { randomBytes, randomUUID } from 'node:crypto'
import type { StoredAsset } from './asset-index.ts'
import { imageDimensions } from './image-dimensions.ts'
import { findProject, projectPage } from './indream-projects.ts'
import { pageTokenAfter, readPageToken } from './page-token.ts'
import type { Call, FailureKind, ProviderImitation } from './provider-imitation.ts'
import { jsonReply } from './reply.ts'
import type { JsonValue, Reply } from './reply.ts'
import { sniffType } from './sniff-type.ts'

const MEDIA = /^(image|video|audio)\/[^/\s]+$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const LONGEST_NAME = 512
const ASSET_PAGES = { standard: 80, most: 100 }
const PROJECT_PAGES = { standard: 20, most: 50 }

export const indream: ProviderImitation = {
  apiKeyOf: (headers) => textOf(headers['x-api-key']),
  handle: async (call) => {
    if (textOf(call.headers['x-api-key'])?.startsWith('sandbox-ineligible')) return notEligible()
    const { method, path } = call
    if (method === 'POST' && path === '/v1/uploads') return upload(call)
    if (method === 'GET' && path === '/v1/projects') return listProjects(call)
    const projectId = /^\/v1\/projects\/([^/]+)\/assets$/.exec(path)?.[1]
    if (method === 'GET' && projectId !== undefined) return listAssets(call, projectId)
    const assetId = /^\/v1\/assets\/([^/]+)$/.exec(path)?.[1]
    if (method === 'GET' && assetId !== undefined) return show(call, assetId)
    if (method === 'DELETE' && assetId !== undefined) return remove(call, assetId)
    return failure('not-found')
  },
  failure,
  withoutId: (value) => {
    const { data, ...rest } = value as { readonly [key: string]: JsonValue }
    // The address holds the ID once more.
    const nameless = Object.entries(data ?? {}).filter(
      ([field]) => !['assetId', 'fileKey', 'fileUrl'].includes(field),
    )
    return { ...rest, data: Object.fromEntries(nameless) as JsonValue }
  },
}

async function upload(call: Call): Promise<Reply> {
  const filename = textOf(call.headers['x-file-name']) ?? ''
  if (filename.length < 1 || filename.length > LONGEST_NAME)
    return problem(400, 'x-file-name is required, with 1 to 512 characters')
  const projectId = textOf(call.headers['x-project-id'])
  if (projectId !== null && !UUID.test(projectId)) return problem(422, 'x-project-id must be a UUID')
  const project = projectId === null ? null : findProject(projectId)
  // A 404 is not among the statuses of an upload.
  if (projectId !== null && project === null) return problem(422, 'The project does not exist')
  const declared = (call.headers['content-type'] ?? '').split(';', 1).join('').trim().toLowerCase()
  const isUnnamed = declared === 'application/octet-stream'
  if (!MEDIA.test(declared) && !isUnnamed) return unsupported(declared)

  const blob = await call.store.receive(call.openBody())
  const mimetype = isUnnamed ? sniffType(blob.head) : declared
  if (blob.sizeBytes === 0 || mimetype === null) {
    await call.store.discard(blob)
    return blob.sizeBytes === 0 ? problem(400, 'The body is empty') : unsupported(declared)
  }
  const dimensions = mimetype.startsWith('image/') ? imageDimensions(blob.head) : null
  const asset = await call.store.commit(blob, {
    id: randomUUID(),
    contentType: mimetype,
    width: dimensions?.width ?? null,
    height: dimensions?.height ?? null,
    containerId: project?.projectId ?? null,
    createdAtMs: call.nowMs,
    fileName: filename,
    extra: {
      fileKey: `uploads/${randomBytes(16).toString('hex')}`,
      // Binding is not immediate at Indream; its own tests look up to five times, a second apart.
      boundAtMs: String(call.nowMs + (call.quirk?.kind === 'late-binding' ? call.quirk.delayMs : 0)),
    },
  })
  return { ...jsonReply(201, { data: assetObject(call, asset), meta: {} }), committed: asset }
}

function listProjects(call: Call): Reply {
  const pageSize = pageSizeOf(call, PROJECT_PAGES)
  if (pageSize === null) return problem(400, `pageSize must be from 1 to ${PROJECT_PAGES.most}`)
  const page = projectPage(call.query.get('pageCursor'), pageSize)
  return page === null ? problem(400, 'pageCursor is not valid') : jsonReply(200, page)
}

function listAssets(call: Call, projectId: string): Reply {
  if (!UUID.test(projectId)) return problem(422, 'projectId must be a UUID')
  const project = findProject(projectId)
  if (project === null) return failure('not-found')
  const pageSize = pageSizeOf(call, ASSET_PAGES)
  if (pageSize === null) return problem(400, `pageSize must be from 1 to ${ASSET_PAGES.most}`)
  const cursor = call.query.get('pageCursor')
  const beforeSeq = cursor === null ? null : readPageToken(cursor)
  if (cursor !== null && beforeSeq === null) return problem(400, 'pageCursor is not valid')
  const { assets, hasMore } = call.store.newestFirst({
    beforeSeq,
    limit: pageSize,
    matches: ({ containerId, extra }) =>
      containerId === project.projectId && Number(extra['boundAtMs']) <= call.nowMs,
  })
  const last = assets.at(-1)
  return jsonReply(200, {
    data: assets.map((asset) => assetObject(call, asset)),
    meta: { nextPageCursor: hasMore && last !== undefined ? pageTokenAfter(last.seq) : null },
  })
}

function show(call: Call, assetId: string): Reply {
  const asset = call.store.find(assetId)
  return asset === null ? failure('not-found') : jsonReply(200, { data: assetObject(call, asset), meta: {} })
}

async function remove(call: Call, assetId: string): Promise<Reply> {
  // An editor is not part of the sandbox, so a name says which assets one of its projects uses.
  if (call.store.find(assetId)?.fileName?.includes('referenced') === true)
    return problem(409, 'The asset is still used by a project', 'ASSET_REFERENCED')
  if (!(await call.store.remove(assetId))) return failure('not-found')
  return jsonReply(200, { data: { assetId, deleted: true }, meta: {} })
}

function assetObject(call: Call, asset: StoredAsset) {
  return {
    assetId: asset.id,
    fileUrl: call.mediaUrl(asset.id),
    fileKey: asset.extra['fileKey'] ?? '',
    type: asset.contentType.split('/', 1).join('').toUpperCase(),
    source: 'UPLOAD',
    filename: asset.fileName ?? '',
    mimetype: asset.contentType,
    size: asset.sizeBytes,
    width: asset.width,
    height: asset.height,
    duration: null,
  }
}

function pageSizeOf({ query }: Call, { standard, most }: typeof ASSET_PAGES): number | null {
  const text = query.get('pageSize') ?? String(standard)
  const pageSize = /^\d{1,3}$/.test(text) ? Number(text) : 0
  return pageSize >= 1 && pageSize <= most ? pageSize : null
}

function textOf(header: string | readonly string[] | undefined): string | null {
  return typeof header === 'string' && header !== '' ? header : null
}

function failure(kind: FailureKind): Reply {
  switch (kind) {
    case 'unauthorized':
      return problem(401, 'The API key is missing or not valid', 'OPEN_API_KEY_INVALID')
    case 'forbidden':
      return notEligible()
    // That there is such a refusal, with which code, is a guess.
    case 'over-quota':
      return problem(403, 'The quota of the plan is used up', 'QUOTA_EXCEEDED')
    case 'rate-limited':
      return problem(429, 'Too many requests', 'OPEN_API_REQUEST_LIMIT_EXCEEDED')
    case 'not-found':
      return problem(404, 'The resource does not exist')
    case 'internal':
      return problem(500, 'The request could not be processed', 'INTERNAL_ERROR')
  }
}

function notEligible(): Reply {
  return problem(403, 'This account may not use Open API resources', 'OPEN_API_RUNTIME_ACCESS_FORBIDDEN')
}

function unsupported(declared: string): Reply {
  return problem(422, `Images, videos or audio files are taken, not ${declared || 'files without a type'}`)
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
}

/** The flat problem object; its `type` is the title in capitals, as in the one sample there is. */
function problem(status: number, detail: string, errorCode?: string): Reply {
  const title = TITLES[status] ?? ''
  const type = title.toUpperCase().replaceAll(' ', '_')
  return jsonReply(status, { type, title, status, detail, ...(errorCode !== undefined && { errorCode }) })
}
