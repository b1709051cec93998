// Speaks KonPro's HTTP API.
import { konpro } from '../../../shared/providers/konpro.ts'
import { defineProvider, type CallContext } from '../provider.ts'
import { parseAnswer, toAssetPage, toUploadedAsset } from './wire.ts'

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
    return toUploadedAsset(parseAnswer(answer, [context.apiKey], context.nowMs()))
  },

  async listPage(context, { cursor, kind, limit }) {
    const json = await get(context, '/v1/asset/list', {
      limit: String(limit),
      ...(kind && kind !== 'other' && { file_type: kind }),
      ...(cursor && { token: cursor }),
    })
    return toAssetPage(json, cursor)
  },
})

async function get(context: CallContext, path: string, query: Record<string, string>): Promise<unknown> {
  const answer = await context.send({
    method: 'GET',
    url: `${context.base.api}${path}?${new URLSearchParams(query).toString()}`,
    headers: { ...auth(context), accept: 'application/json' },
    signal: context.signal,
  })
  return parseAnswer(answer, [context.apiKey], context.nowMs())
}

function auth({ apiKey }: CallContext) {
  return { 'x-api-key': apiKey }
}
