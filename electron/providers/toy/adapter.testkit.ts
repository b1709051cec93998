// Speaks the toy's HTTP API.
import { parseAnswer } from '../../http/parse-answer.ts'
import { defineProvider, type CallContext } from '../provider.ts'
import { toy } from './manifest.testkit.ts'
import { toAsset, toAssetPage, toyErrors } from './wire.testkit.ts'

export const toyProvider = defineProvider(toy, {
  async checkCredentials(context) {
    toAssetPage(await ask(context, 'GET', '/toys?most=1'), null)
  },

  async upload(context, { facts, body }) {
    const answer = await context.send({
      method: 'POST',
      url: `${context.base.upload}/toys`,
      headers: { ...auth(context), 'content-type': facts.mimeType ?? 'application/octet-stream' },
      body,
      signal: context.signal,
    })
    return toAsset(parseAnswer(answer, toyErrors, context))
  },

  async listPage(context, { cursor, limit }) {
    const query = new URLSearchParams({ most: String(limit), ...(cursor && { after: cursor }) })
    return toAssetPage(await ask(context, 'GET', `/toys?${query.toString()}`), cursor)
  },

  listedName: () => null,

  async lookup(context, primaryId) {
    return toAsset(await ask(context, 'GET', `/toys/${encodeURIComponent(primaryId)}`))
  },

  async remove(context, primaryId) {
    await ask(context, 'DELETE', `/toys/${encodeURIComponent(primaryId)}`)
  },
})

async function ask(context: CallContext, method: 'GET' | 'DELETE', path: string): Promise<unknown> {
  const url = `${context.base.api}${path}`
  const answer = await context.send({ method, url, headers: auth(context), signal: context.signal })
  return parseAnswer(answer, toyErrors, context)
}

function auth({ apiKey }: CallContext) {
  return { 'x-toy-key': apiKey }
}
