// Imitates Token360's asset API by its published pages.
import { randomBytes, randomInt } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { StoredAsset } from './asset-index.ts'
import { imageDimensions } from './image-dimensions.ts'
import type { Call, FailureKind, ProviderImitation } from './provider-imitation.ts'
import { receiveForm } from './receive-form.ts'
import type { FormProblem } from './receive-form.ts'
import { jsonReply } from './reply.ts'
import type { JsonValue, Reply } from './reply.ts'
import { describeAsset, type AssetState } from './token360-asset.ts'
import { groupPage, groupsOf, isOwn } from './token360-groups.ts'
import type { Group } from './token360-groups.ts'

const FORM = {
  fileField: 'file',
  textFields: ['name', 'groupId', 'assetGroupId', 'model'],
  maxFileBytes: 2 ** 40,
}
/** A portrait is ready after so many look-ups: clients wait for it with a handful of them. */
const LOOK_UPS_UNTIL_ACTIVE = 3
const REJECTION = 'The picture shows no face'

export function createToken360(): ProviderImitation {
  const lookUps = new Map<string, number>()
  return {
    apiKeyOf,
    handle: async (call) => {
      const assetId = /^\/v1\/assets\/([^/]+)$/.exec(call.path)?.[1]
      if (call.path === '/v1/assets' && call.method === 'POST') return upload(call)
      if (call.path === '/v1/asset-groups' && call.method === 'GET') return listGroups(call)
      if (assetId !== undefined && call.method === 'GET') return lookUp(call, assetId, lookUps)
      return failure('not-found')
    },
    failure,
    withoutId: (value) =>
      isObject(value)
        ? { ...value, data: pick(value['data'] ?? null, ['name', 'status', 'mimeType', 'sizeBytes']) }
        : value,
  }
}

function apiKeyOf(headers: IncomingHttpHeaders): string | null {
  return /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? null
}

async function upload(call: Call): Promise<Reply> {
  const form = await receiveForm(call, FORM)
  if (typeof form === 'string') return formRefusal(form)
  const { blob, fileName, contentType, fields } = form
  const target = targetOf(fields, apiKeyOf(call.headers) ?? '')
  const refusal =
    'groupId' in target
      ? (refuseContent(blob.sizeBytes, contentType, target) ?? refuseAtProvider(fileName, target))
      : target
  if (!('groupId' in target) || refusal !== null) {
    await call.store.discard(blob)
    return refusal ?? failure('internal')
  }
  const dimensions = imageDimensions(blob.head)
  const asset = await call.store.commit(blob, {
    id:
      target.groupKind === 'LIBRARY'
        ? `ua_${randomBytes(8).toString('hex')}`
        : `ta_${randomBytes(16).toString('hex')}`,
    contentType,
    width: dimensions?.width ?? null,
    height: dimensions?.height ?? null,
    containerId: target.groupId,
    createdAtMs: call.nowMs,
    fileName,
    extra: {
      number: String(randomInt(1, 1_000_000_000)),
      requestId: randomBytes(8).toString('hex'),
      name: fields.get('name') ?? fileName,
      groupName: target.name,
      groupKind: target.groupKind,
      model: fields.get('model') ?? '',
    },
  })
  const data = describeAsset(asset, stateOf(asset, 0), call.mediaUrl(asset.id))
  return { ...envelope(data, 'Asset uploaded successfully'), committed: asset }
}

/** The group that the fields name, or the refusal. */
function targetOf(fields: ReadonlyMap<string, string>, apiKey: string): Group | Reply {
  const groupId = fields.get('groupId')
  const legacyId = fields.get('assetGroupId')
  if (groupId !== undefined && legacyId !== undefined)
    return invalid('groupId and assetGroupId exclude each other', 'groupId')
  if (legacyId !== undefined && !/^\d+$/.test(legacyId))
    return invalid('assetGroupId must be an integer', 'assetGroupId')
  if (groupId === undefined && legacyId === undefined && apiKey.startsWith('sandbox-group-required'))
    return refused(400, 'UNIFIED_ASSET_GROUP_REQUIRED', 'An asset group is required')
  const found = groupsOf(apiKey).find((group) =>
    legacyId === undefined ? group.groupId === (groupId ?? 'library') : group.legacyId === Number(legacyId),
  )
  if (found === undefined) {
    const serviceCode = legacyId === undefined ? 'UNIFIED_ASSET_GROUP_NOT_FOUND' : 'ASSET_GROUP_NOT_FOUND'
    return refused(404, serviceCode, 'Asset group not found')
  }
  if (!isOwn(found)) return refused(403, 'ASSET_GROUP_ACCESS_DENIED', 'You may not use this asset group')
  // 409 with these words is what clients have met.
  if (found.status !== 'active') return refused(409, 'ASSET_GROUP_NOT_ACTIVE', 'Asset group is not active')
  // The prefix alone sends a file to the provider, who knows such a group by its number.
  if (found.groupId.startsWith('legacy_rf_') && found.legacyId === null)
    return refused(400, 'ASSET_GROUP_PROVIDER_REF_MISSING', 'The group is not known to the provider')
  return found
}

/** The pages list the codes, not what they depend on: that no document is media, and no portrait a film, is a guess. */
function refuseContent(sizeBytes: number, contentType: string, { groupKind }: Group): Reply | null {
  if (sizeBytes === 0) return refused(400, 'ASSET_FILE_REQUIRED', 'The file is empty')
  if (!/^(image|video|audio)\//.test(contentType))
    return refused(415, 'ASSET_FILE_TYPE_UNSUPPORTED', `${contentType} is not supported`)
  if (groupKind !== 'LIBRARY' && !contentType.startsWith('image/'))
    return refused(400, 'ASSET_GROUP_TYPE_UNSUPPORTED', 'The group takes pictures only')
  return null
}

/**
 * Behind portraits stands another provider. A name says what it makes of a file: one with "unavailable" in it finds
 * nobody there, one with "rejected" is turned down, on the older path at once, on the newer one while it is processed.
 */
function refuseAtProvider(fileName: string, { groupKind, legacyId }: Group): Reply | null {
  if (groupKind === 'LIBRARY') return null
  if (fileName.includes('unavailable'))
    return refused(503, 'ASSET_PROVIDER_UNAVAILABLE', 'The provider does not answer')
  if (legacyId !== null && fileName.includes('rejected'))
    return refused(400, 'ASSET_PROVIDER_REJECTED', REJECTION)
  return null
}

function listGroups(call: Call): Reply {
  const page = groupPage(call.query, apiKeyOf(call.headers) ?? '')
  return page === null
    ? invalid('current and size must be numbers, size at most 100', 'size')
    : envelope(page, 'success')
}

function lookUp(call: Call, assetId: string, lookUps: Map<string, number>): Reply {
  const asset = call.store.find(assetId)
  if (asset === null) return failure('not-found')
  const count = (lookUps.get(assetId) ?? 0) + 1
  lookUps.set(assetId, count)
  return envelope(describeAsset(asset, stateOf(asset, count), call.mediaUrl(asset.id)), 'success')
}

function statusOf(asset: StoredAsset, lookUpCount: number): string {
  const isPortrait = asset.extra['groupKind'] === 'VIRTUAL_PORTRAIT'
  if (isPortrait && lookUpCount < LOOK_UPS_UNTIL_ACTIVE) return 'processing'
  return isPortrait && asset.fileName?.includes('rejected') === true ? 'failed' : 'active'
}

function stateOf(asset: StoredAsset, lookUpCount: number): AssetState {
  const status = statusOf(asset, lookUpCount)
  const lastError = status === 'failed' ? { code: 'ASSET_PROVIDER_REJECTED', message: REJECTION } : null
  return { status, lastError }
}

function envelope(data: JsonValue, msg: string): Reply {
  return jsonReply(200, { code: 0, data, msg, serviceCode: null })
}

/** The pages give neither the status nor the `code` of a failure: here they are the same number. */
function refused(status: number, serviceCode: string, msg: string): Reply {
  return jsonReply(status, { code: status, data: null, msg, serviceCode })
}

function formRefusal(problem: FormProblem): Reply {
  if (problem === 'too-large') return refused(413, 'ASSET_FILE_TOO_LARGE', 'The file is too large')
  if (problem === 'no-file') return refused(400, 'UNIFIED_ASSET_FILE_REQUIRED', 'The part "file" is required')
  return invalid('The form is not valid', null)
}

function failure(kind: FailureKind): Reply {
  switch (kind) {
    case 'unauthorized':
      return gatewayError(401, 'invalid_api_key', 'Invalid API key or token provided')
    case 'forbidden':
      return gatewayError(403, 'model_access_denied', 'The key may not do this')
    case 'over-quota':
      return gatewayError(403, 'insufficient_balance', 'The balance is used up')
    case 'rate-limited':
      return gatewayError(429, 'rate_limit_error', 'Rate limit exceeded')
    case 'not-found':
      return gatewayError(404, 'not_found_error', 'The requested resource was not found')
    case 'internal':
      return gatewayError(500, 'api_error', 'Internal server error')
  }
}

function invalid(message: string, param: string | null): Reply {
  return gatewayError(400, 'invalid_request_error', message, param)
}

function gatewayError(status: number, type: string, message: string, param: string | null = null): Reply {
  return jsonReply(status, { error: { message, type, param, code: String(status) } })
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function pick(value: JsonValue, names: readonly string[]): JsonValue {
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([name]) => names.includes(name)))
}
