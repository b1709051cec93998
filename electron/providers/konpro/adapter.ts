// Speaks KonPro's HTTP API.
import type { Cursor } from '../../../shared/ids.ts'
import { konpro } from '../../../shared/providers/konpro.ts'
import { parseAnswer } from '../../http/parse-answer.ts'
import { defineProvider, type CallContext, type Container } from '../provider.ts'
import { konproErrors, toAssetPage, toContainerPage, toUploadedAsset } from './wire.ts'

const FOLDERS_A_PAGE = '100'
const MOST_FOLDER_PAGES = 20

export const konproProvider = defineProvider(konpro, {
  async checkCredentials(context) {
    toAssetPage(await get(context, '/v1/asset/list', { limit: '1' }), null)
  },

  async upload(context, { facts, body }) {
    const answer = await context.send({
      method: 'POST',
      url: `${context.base.upload}/v1/asset`,
      // The type must be that of the bytes; preflight has let only KonPro's five pass.
      headers: { ...auth(context), 'content-type': facts.mimeType ?? 'application/octet-stream' },
      body,
      signal: context.signal,
    })
    return toUploadedAsset(parseAnswer(answer, konproErrors, context))
  },

  async listPage(context, { cursor, kind, containerId, limit }) {
    const json = await get(context, '/v1/asset/list', {
      limit: String(limit),
      ...(kind && kind !== 'other' && { file_type: kind }),
      ...(containerId && { folder_id: containerId }),
      ...(cursor && { token: cursor }),
    })
    return toAssetPage(json, cursor)
  },

  // An upload carries no name.
  listedName: () => null,

  async listContainers(context) {
    // By ID, since a page that shifts meanwhile may name some twice.
    const containers = new Map<string, Container>()
    let cursor: Cursor | null = null
    for (let page = 0; page < MOST_FOLDER_PAGES; page += 1) {
      const json = await get(context, '/v1/folders', {
        limit: FOLDERS_A_PAGE,
        ...(cursor && { token: cursor }),
      })
      const found = toContainerPage(json, cursor)
      for (const container of found.containers) containers.set(container.id, container)
      cursor = found.nextCursor
      if (!cursor) break
    }
    return [...containers.values()]
  },

  async remove(context, primaryId) {
    const answer = await context.send({
      method: 'DELETE',
      url: `${context.base.api}/v1/asset/${encodeURIComponent(primaryId)}`,
      headers: { ...auth(context), accept: 'application/json' },
      signal: context.signal,
    })
    parseAnswer(answer, konproErrors, context)
  },
})

async function get(context: CallContext, path: string, query: Record<string, string>): Promise<unknown> {
  const answer = await context.send({
    method: 'GET',
    url: `${context.base.api}${path}?${new URLSearchParams(query).toString()}`,
    headers: { ...auth(context), accept: 'application/json' },
    signal: context.signal,
  })
  return parseAnswer(answer, konproErrors, context)
}

function auth({ apiKey }: CallContext) {
  return { 'x-api-key': apiKey }
}
