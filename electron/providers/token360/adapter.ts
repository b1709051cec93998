// Speaks Token360's HTTP API.
import { failure, WharfError } from '../../../shared/errors.ts'
import { token360 } from '../../../shared/providers/token360.ts'
import { createMultipartBody } from '../../http/multipart.ts'
import { parseAnswer } from '../../http/parse-answer.ts'
import { defineProvider, type CallContext, type Container } from '../provider.ts'
import { token360Errors } from './errors.ts'
import { isLastContainerPage, toAsset, toContainerPage } from './wire.ts'

/** The largest that is documented. */
const GROUPS_A_PAGE = 100
const MOST_GROUP_PAGES = 20

export const token360Provider = defineProvider(token360, {
  async checkCredentials(context) {
    toContainerPage(await get(context, '/v1/asset-groups?current=1&size=1'))
  },

  async upload(context, { facts, body, fields }) {
    // Each of them sends the file another way, so sending both would leave the choice to chance.
    if (fields['groupId'] && fields['assetGroupId'])
      throw new WharfError(failure('request-invalid', 'not-sent'))
    const mimeType = facts.mimeType ?? 'application/octet-stream'
    const form = createMultipartBody({
      fields: token360.uploadFields.flatMap(({ name }) => {
        const value = fields[name]
        return value ? [[name, value] as const] : []
      }),
      file: { field: 'file', name: facts.name, mimeType, body },
    })
    const answer = await context.send({
      method: 'POST',
      url: `${context.base.upload}/v1/assets`,
      headers: { ...auth(context), accept: 'application/json', 'content-type': form.contentType },
      body: form,
      signal: context.signal,
    })
    return toAsset(parseAnswer(answer, token360Errors, context))
  },

  async listContainers(context) {
    const containers = new Map<string, Container>()
    let seenRows = 0
    for (let current = 1; current <= MOST_GROUP_PAGES; current += 1) {
      const page = toContainerPage(
        await get(context, `/v1/asset-groups?current=${current}&size=${GROUPS_A_PAGE}`),
      )
      const knownBefore = containers.size
      for (const container of page.containers) containers.set(container.id, container)
      seenRows += page.rowCount
      const hasNews = containers.size > knownBefore
      if (!hasNews || isLastContainerPage(page, seenRows, GROUPS_A_PAGE)) break
    }
    return [...containers.values()]
  },

  async lookup(context, primaryId) {
    return toAsset(await get(context, `/v1/assets/${encodeURIComponent(primaryId)}`))
  },
})

async function get(context: CallContext, path: string): Promise<unknown> {
  const answer = await context.send({
    method: 'GET',
    url: `${context.base.api}${path}`,
    headers: { ...auth(context), accept: 'application/json' },
    signal: context.signal,
  })
  return parseAnswer(answer, token360Errors, context)
}

function auth({ apiKey }: CallContext) {
  return { authorization: `Bearer ${apiKey}` }
}
