// Speaks Indream's HTTP API.
import { failure, WharfError } from '../../../shared/errors.ts'
import type { Cursor } from '../../../shared/ids.ts'
import { indream } from '../../../shared/providers/indream.ts'
import { parseAnswer, type ErrorDialect } from '../../http/parse-answer.ts'
import { defineProvider, type CallContext, type Container } from '../provider.ts'
import { fileNameHeader } from './file-name-header.ts'
import { indreamErrors, projectErrors, toAsset, toAssetPage, toContainerPage } from './wire.ts'

/** The most that is documented. */
const PROJECTS_A_PAGE = '50'
const MOST_PROJECT_PAGES = 20

export const indreamProvider = defineProvider(indream, {
  async checkCredentials(context) {
    // Tells a refused key from an account without access to the API.
    toContainerPage(await get(context, '/v1/projects', { pageSize: '1' }), null)
  },

  async upload(context, { facts, body, fields }) {
    const projectId = fields['projectId'] || null
    const answer = await context.send({
      method: 'POST',
      url: `${context.base.upload}/v1/uploads`,
      headers: {
        ...auth(context),
        // Indream's specification names `application/octet-stream`, its pages and clients the file's own type.
        'content-type': facts.mimeType ?? 'application/octet-stream',
        'x-file-name': fileNameHeader(facts.name),
        ...(projectId && { 'x-project-id': projectId }),
      },
      body,
      signal: context.signal,
    })
    return toAsset(parseAnswer(answer, projectId ? projectErrors : indreamErrors, context), projectId)
  },

  async listPage(context, { cursor, containerId, limit }) {
    if (containerId === null) throw new WharfError(failure('container-required', 'not-sent'))
    const path = `/v1/projects/${encodeURIComponent(containerId)}/assets`
    const query = { pageSize: String(limit), ...(cursor && { pageCursor: cursor }) }
    return toAssetPage(await get(context, path, query, projectErrors), cursor, containerId)
  },

  listedName: ({ name }) => fileNameHeader(name),

  async listContainers(context) {
    // By ID, since a page that shifts meanwhile may name some twice.
    const containers = new Map<string, Container>()
    let cursor: Cursor | null = null
    for (let page = 0; page < MOST_PROJECT_PAGES; page += 1) {
      const json = await get(context, '/v1/projects', {
        pageSize: PROJECTS_A_PAGE,
        ...(cursor && { pageCursor: cursor }),
      })
      const found = toContainerPage(json, cursor)
      for (const container of found.containers) containers.set(container.id, container)
      cursor = found.nextCursor
      if (!cursor) break
    }
    return [...containers.values()]
  },

  async lookup(context, primaryId) {
    return toAsset(await get(context, `/v1/assets/${encodeURIComponent(primaryId)}`, {}), null)
  },

  async remove(context, primaryId) {
    const answer = await context.send({
      method: 'DELETE',
      url: `${context.base.api}/v1/assets/${encodeURIComponent(primaryId)}`,
      headers: { ...auth(context), accept: 'application/json' },
      signal: context.signal,
    })
    parseAnswer(answer, indreamErrors, context)
  },
})

async function get(
  context: CallContext,
  path: string,
  query: Record<string, string>,
  errors: ErrorDialect = indreamErrors,
): Promise<unknown> {
  const search = new URLSearchParams(query).toString()
  const answer = await context.send({
    method: 'GET',
    url: `${context.base.api}${path}${search && `?${search}`}`,
    headers: { ...auth(context), accept: 'application/json' },
    signal: context.signal,
  })
  return parseAnswer(answer, errors, context)
}

function auth({ apiKey }: CallContext) {
  return { 'x-api-key': apiKey }
}
