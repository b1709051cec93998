// Holds the imitation of Indream to its published pages.
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ask, type Answer } from './http-client.testkit.ts'
import { sampleMp3, sampleMp4, samplePng } from './sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from './sandbox.testkit.ts'
import type { Sandbox } from './start-sandbox.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const UNKNOWN = '11111111-2222-4333-8444-555555555555'

const base = (sandbox: Sandbox) => `${sandbox.originOf('indream')}/v1`

function upload(
  sandbox: Sandbox,
  headers: Readonly<Record<string, string>> = {},
  { body = samplePng(), key = 'sandbox-key' }: { body?: Buffer; key?: string | null } = {},
): Promise<Answer> {
  const defaults = { 'content-type': 'image/png', 'x-file-name': 'a.png' }
  return ask(`${base(sandbox)}/uploads`, { method: 'POST', key, body, headers: { ...defaults, ...headers } })
}

const dataOf = ({ json }: Answer) => json['data'] as Readonly<Record<string, unknown>>
const idOf = (answer: Answer) => String(dataOf(answer)['assetId'])

async function projectIds(sandbox: Sandbox): Promise<string[]> {
  const { json } = await ask(`${base(sandbox)}/projects`)
  return (json['data'] as { projectId: string }[]).map(({ projectId }) => projectId)
}

async function list(sandbox: Sandbox, projectId: string, query = '') {
  const { text } = await ask(`${base(sandbox)}/projects/${projectId}/assets${query}`)
  return JSON.parse(text) as {
    data: Readonly<Record<string, unknown>>[]
    meta: { nextPageCursor: string | null }
  }
}

describe('an upload', () => {
  it('is answered 201 with all the documented keys', async () => {
    const sandbox = await testSandbox()
    const answer = await upload(sandbox, { 'x-file-name': 'harbour.png' }, { body: samplePng(800, 600) })
    expect(answer.status).toBe(201)
    expect(answer.headers['content-type']).toContain('application/json')
    const { assetId } = dataOf(answer)
    expect(answer.json).toEqual({
      data: {
        assetId: expect.stringMatching(UUID) as string,
        fileUrl: `${sandbox.origin}/media/indream/${String(assetId)}`,
        fileKey: expect.any(String) as string,
        type: 'IMAGE',
        source: 'UPLOAD',
        filename: 'harbour.png',
        mimetype: 'image/png',
        size: 33,
        width: 800,
        height: 600,
        duration: null,
      },
      meta: {},
    })
    expect(sandbox.ledger.committed()).toMatchObject([
      { committedAssetId: assetId, sha256: createHash('sha256').update(samplePng(800, 600)).digest('hex') },
    ])
    const media = await ask(String(dataOf(answer)['fileUrl']), { key: null })
    expect(media.bytes).toEqual(samplePng(800, 600))
  })

  it.each([
    ['video/mp4', sampleMp4(), 'VIDEO', 'video/mp4'],
    ['audio/flac', Buffer.from('fLaC'), 'AUDIO', 'audio/flac'],
    ['image/png; charset=binary', samplePng(), 'IMAGE', 'image/png'],
    ['application/octet-stream', sampleMp3, 'AUDIO', 'audio/mpeg'],
  ])('is taken as %s', async (contentType, body, type, mimetype) => {
    const answer = await upload(await testSandbox(), { 'content-type': contentType }, { body })
    expect(dataOf(answer)).toMatchObject({ type, mimetype })
  })

  it.each([
    ['no name', { 'x-file-name': '' }, samplePng(), 400],
    ['a name of 513 characters', { 'x-file-name': 'a'.repeat(513) }, samplePng(), 400],
    ['an empty body', {}, Buffer.alloc(0), 400],
    ['a project that is no UUID', { 'x-project-id': 'harbour' }, samplePng(), 422],
    ['a project that does not exist', { 'x-project-id': UNKNOWN }, samplePng(), 422],
    ['a document', { 'content-type': 'application/pdf' }, Buffer.from('%PDF'), 422],
    ['bytes of no known kind', { 'content-type': 'application/octet-stream' }, Buffer.from('hello'), 422],
  ])('with %s is refused and stores nothing', async (_what, headers, body, status) => {
    const dataFolder = await temporaryFolder()
    const sandbox = await testSandbox({ dataFolder })
    const answer = await upload(sandbox, headers, { body })
    expect(answer.status).toBe(status)
    expect(answer.json).toEqual({
      type: expect.stringMatching(/^[A-Z_]+$/) as string,
      title: expect.any(String) as string,
      status,
      detail: expect.any(String) as string,
    })
    expect(sandbox.ledger.committed()).toEqual([])
    expect(await readdir(join(dataFolder, 'indream', 'blobs'))).toEqual([])
  })

  it('may have a name of 512 characters', async () => {
    expect((await upload(await testSandbox(), { 'x-file-name': 'a'.repeat(512) })).status).toBe(201)
  })
})

describe('projects', () => {
  it('are three, page after page', async () => {
    const sandbox = await testSandbox()
    const all = await projectIds(sandbox)
    expect(all).toHaveLength(3)
    const first = await ask(`${base(sandbox)}/projects?pageSize=2`)
    expect(first.json['data']).toHaveLength(2)
    const { nextPageCursor } = first.json['meta'] as { nextPageCursor: string }
    const last = await ask(`${base(sandbox)}/projects?pageSize=2&pageCursor=${nextPageCursor}`)
    expect(last.json).toMatchObject({ data: [{ projectId: all[2] }], meta: { nextPageCursor: null } })
  })

  it.each(['pageSize=0', 'pageSize=51', 'pageSize=ten', 'pageCursor=next'])('refuse %s', async (query) => {
    expect((await ask(`${base(await testSandbox())}/projects?${query}`)).status).toBe(400)
  })
})

describe('the assets of a project', () => {
  it('are those uploaded into it, newest first, page after page', async () => {
    const sandbox = await testSandbox()
    const [mine = '', other = ''] = await projectIds(sandbox)
    const uploaded: string[] = []
    for (let count = 0; count < 85; count += 1)
      uploaded.push(idOf(await upload(sandbox, { 'x-project-id': mine.toUpperCase() })))
    await upload(sandbox, { 'x-project-id': other })
    await upload(sandbox)
    const first = await list(sandbox, mine)
    expect(first.data).toHaveLength(80)
    const last = await list(sandbox, mine, `?pageCursor=${first.meta.nextPageCursor ?? ''}`)
    expect(last.meta.nextPageCursor).toBeNull()
    const found = [...first.data, ...last.data].map(({ assetId }) => assetId)
    expect(found).toEqual(uploaded.toReversed())
    expect((await list(sandbox, other)).data).toHaveLength(1)
    expect((await list(sandbox, mine, '?pageSize=100')).data).toHaveLength(85)
  })

  it('appear late when a test wants it so', async () => {
    let nowMs = 1_000_000
    const sandbox = await testSandbox({ now: () => nowMs })
    const [projectId = ''] = await projectIds(sandbox)
    sandbox.faults.add({ provider: 'indream', method: 'POST' }, { kind: 'late-binding', delayMs: 3000 })
    const id = idOf(await upload(sandbox, { 'x-project-id': projectId }))
    expect((await ask(`${base(sandbox)}/assets/${id}`)).status).toBe(200)
    expect((await list(sandbox, projectId)).data).toEqual([])
    nowMs += 3000
    expect((await list(sandbox, projectId)).data).toHaveLength(1)
  })

  it.each([
    [UNKNOWN, '', 404],
    ['harbour', '', 422],
    [null, '?pageSize=0', 400],
    [null, '?pageSize=101', 400],
    [null, '?pageCursor=next', 400],
  ])('of %s with %s are a %i', async (projectId, query, status) => {
    const sandbox = await testSandbox()
    const [known = ''] = await projectIds(sandbox)
    const answer = await ask(`${base(sandbox)}/projects/${projectId ?? known}/assets${query}`)
    expect(answer.status).toBe(status)
    expect(answer.json).toMatchObject({ status })
  })
})

describe('an asset', () => {
  it('is shown by its ID, until it is deleted', async () => {
    const sandbox = await testSandbox()
    const uploaded = await upload(sandbox)
    const url = `${base(sandbox)}/assets/${idOf(uploaded)}`
    expect((await ask(url)).json).toEqual(uploaded.json)
    const removed = await ask(url, { method: 'DELETE' })
    expect(removed.status).toBe(200)
    expect(removed.json).toEqual({ data: { assetId: idOf(uploaded), deleted: true }, meta: {} })
    expect((await ask(url)).status).toBe(404)
    expect((await ask(url, { method: 'DELETE' })).status).toBe(404)
    expect((await ask(String(dataOf(uploaded)['fileUrl']))).status).toBe(404)
  })

  it('that is referenced stays', async () => {
    const sandbox = await testSandbox()
    const url = `${base(sandbox)}/assets/${idOf(await upload(sandbox, { 'x-file-name': 'referenced.png' }))}`
    const refused = await ask(url, { method: 'DELETE' })
    expect(refused.status).toBe(409)
    expect(refused.json).toMatchObject({ type: 'CONFLICT', status: 409, errorCode: 'ASSET_REFERENCED' })
    expect((await ask(url)).status).toBe(200)
  })
})

describe('a key', () => {
  it.each([
    [null, 401, 'OPEN_API_KEY_INVALID'],
    ['sandbox-revoked-1', 401, 'OPEN_API_KEY_INVALID'],
    ['sandbox-ineligible-1', 403, 'OPEN_API_RUNTIME_ACCESS_FORBIDDEN'],
  ])('like %s is refused with %i', async (key, status, errorCode) => {
    const sandbox = await testSandbox()
    const answers = [await upload(sandbox, {}, { key }), await ask(`${base(sandbox)}/projects`, { key })]
    for (const answer of answers) {
      expect(answer.status).toBe(status)
      expect(answer.json).toMatchObject({ status, errorCode, detail: expect.any(String) as string })
    }
    expect(sandbox.ledger.committed()).toEqual([])
  })

  it('that is limited hears so', async () => {
    const sandbox = await testSandbox()
    const check = () => ask(`${base(sandbox)}/projects?pageSize=1`, { key: 'sandbox-limited' })
    for (let count = 0; count < 5; count += 1) expect((await check()).status).toBe(200)
    expect((await check()).json).toMatchObject({ errorCode: 'OPEN_API_REQUEST_LIMIT_EXCEEDED' })
  })
})

it.each([
  ['GET', '/uploads'],
  ['DELETE', '/projects'],
  ['POST', '/projects'],
  ['GET', '/assets'],
])('%s %s is a 404 in the documented shape', async (method, path) => {
  const answer = await ask(base(await testSandbox()) + path, { method })
  expect(answer.status).toBe(404)
  expect(answer.json).toMatchObject({ type: 'NOT_FOUND', title: 'Not Found', status: 404 })
})
