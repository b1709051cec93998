// Shows how Indream's replies are read, as documented or as loosely as its pages leave it open.
import { describe, expect, it } from 'vitest'
import { WharfError, type Failure } from '../../../shared/errors.ts'
import { cursorSchema } from '../../../shared/ids.ts'
import { parseAnswer, type ErrorDialect } from '../../http/parse-answer.ts'
import { indreamErrors, projectErrors, toAsset, toAssetPage, toContainerPage } from './wire.ts'

const asset = {
  assetId: '7c1e5b0a-4f3d-4a8e-9d2c-1b0f5e6d7a89',
  fileUrl: 'https://files.indream.example/harbour.mp4?signature=1',
  fileKey: 'uploads/harbour',
  type: 'VIDEO',
  source: 'UPLOAD',
  filename: 'harbour.mp4',
  mimetype: 'video/mp4',
  size: 1024,
  width: 1920,
  height: 1080,
  duration: 12.5,
}
const sent = cursorSchema.parse('cursor-1')

describe('an asset', () => {
  it('is read as documented, with nothing said of a duration in no unit', () => {
    expect(toAsset({ data: asset, meta: {} }, 'project-1')).toEqual({
      primaryId: asset.assetId,
      values: [
        { name: 'assetId', label: 'Asset ID', value: asset.assetId, note: null },
        { name: 'fileKey', label: 'File key', value: 'uploads/harbour', note: null },
        { name: 'fileUrl', label: 'File URL', value: asset.fileUrl, note: null },
      ],
      kind: 'video',
      name: 'harbour.mp4',
      createdAtMs: null,
      sizeBytes: 1024,
      width: 1920,
      height: 1080,
      containerId: 'project-1',
      readiness: null,
      readinessNote: null,
      expiresAtMs: null,
      url: asset.fileUrl,
    })
  })

  it.each([
    ['bare', asset],
    ['with nulls', { data: { ...asset, source: null, size: null, width: null, height: null } }],
    ['with fields of other kinds', { data: { ...asset, size: '1 MB', fileUrl: 7, filename: {} } }],
    ['with unknown fields', { data: { ...asset, colour: 'blue' }, meta: { took: 1 } }],
  ])('is read %s', (_, json) => {
    expect(toAsset(json, null)).toMatchObject({ primaryId: asset.assetId, kind: 'video', containerId: null })
  })

  it.each([
    ['IMAGE', 'video/mp4', 'image'],
    ['image', null, 'image'],
    ['Audio', null, 'audio'],
    ['CLIP', 'video/mp4', 'video'],
    [null, 'audio/ogg', 'audio'],
    [null, null, 'other'],
  ])('of type %s with %s is of kind %s', (type, mimetype, kind) => {
    expect(toAsset({ data: { ...asset, type, mimetype } }, null).kind).toBe(kind)
  })

  it.each([[{}], [{ data: {} }], [{ data: { assetId: ' ' } }], [{ data: [] }], [null], ['asset-1']])(
    'without an ID is not taken for one: %j',
    (json) => {
      expect(failureOf(() => toAsset(json, null))).toMatchObject({
        code: 'asset-id-missing',
        delivery: 'unknown',
      })
    },
  )
})

describe('a page', () => {
  it('knows its project, and where the next one starts', () => {
    const page = toAssetPage({ data: [asset], meta: { nextPageCursor: 'next' } }, sent, 'project-1')
    expect(page).toMatchObject({
      assets: [{ primaryId: asset.assetId, containerId: 'project-1' }],
      nextCursor: 'next',
    })
  })

  it('may be empty without being the last', () => {
    expect(toAssetPage({ data: [], meta: { nextPageCursor: 'next' } }, sent, 'p').nextCursor).toBe('next')
  })

  it.each([
    ['null', { nextPageCursor: null }],
    ['empty', { nextPageCursor: '' }],
    ['absent', {}],
    ['a number', { nextPageCursor: 7 }],
    ['the one just sent', { nextPageCursor: sent }],
    ['without a place', undefined],
  ])('is the last when the next cursor is %s', (_, meta) => {
    expect(toAssetPage({ data: [asset], meta }, sent, 'p').nextCursor).toBeNull()
    const projects = toContainerPage({ data: [{ projectId: 'p' }], meta }, sent)
    expect(projects.nextCursor).toBeNull()
  })

  it('leaves out what has no ID rather than being lost', () => {
    const page = toAssetPage({ data: [{ filename: 'x' }, asset, null] }, null, 'p')
    expect(page.assets).toHaveLength(1)
  })

  it.each([[{ data: {} }], [{}], [null], [{ data: 'none' }]])('is more than %j', (json) => {
    expect(failureOf(() => toAssetPage(json, null, 'p')).code).toBe('answer-unreadable')
    expect(failureOf(() => toContainerPage(json, null)).code).toBe('answer-unreadable')
  })

  it('names projects by title, those without one by ID', () => {
    const rows = [
      { projectId: 'p1', title: 'Harbour film', description: null },
      { projectId: 'p2', title: ' ' },
      { projectId: 'p3', title: null },
      { title: 'Nothing' },
    ]
    expect(toContainerPage({ data: rows, meta: { nextPageCursor: null } }, null).containers).toEqual([
      { id: 'p1', name: 'Harbour film' },
      { id: 'p2', name: 'p2' },
      { id: 'p3', name: 'p3' },
    ])
  })
})

describe('an error', () => {
  const problem = (status: number, type: string, errorCode?: string) => ({
    type,
    title: 'Title',
    status,
    detail: 'What happened',
    ...(errorCode && { errorCode }),
  })

  it.each([
    [401, problem(401, 'UNAUTHORIZED', 'OPEN_API_KEY_INVALID'), 'key-refused', 'OPEN_API_KEY_INVALID'],
    [401, problem(401, 'UNAUTHORIZED'), 'key-refused', 'UNAUTHORIZED'],
    [
      403,
      problem(403, 'FORBIDDEN', 'OPEN_API_RUNTIME_ACCESS_FORBIDDEN'),
      'not-eligible',
      'OPEN_API_RUNTIME_ACCESS_FORBIDDEN',
    ],
    [409, problem(409, 'CONFLICT', 'ASSET_REFERENCED'), 'asset-in-use', 'ASSET_REFERENCED'],
    [
      429,
      problem(429, 'TOO_MANY_REQUESTS', 'OPEN_API_REQUEST_LIMIT_EXCEEDED'),
      'rate-limited',
      'OPEN_API_REQUEST_LIMIT_EXCEEDED',
    ],
    [422, problem(422, 'UNPROCESSABLE_ENTITY'), 'request-invalid', 'UNPROCESSABLE_ENTITY'],
    [404, problem(404, 'NOT_FOUND'), 'not-found', 'NOT_FOUND'],
  ])('%i of %j is %s', (status, json, code, providerCode) => {
    expect(failureOfAnswer(status, json)).toMatchObject({
      code,
      delivery: 'refused',
      providerCode,
      providerMessage: 'What happened',
    })
  })

  it('says the title where there is no detail', () => {
    expect(failureOfAnswer(400, { title: 'Bad Request', status: 400 }).providerMessage).toBe('Bad Request')
  })

  it.each([
    [problem(500, 'INTERNAL_SERVER_ERROR', 'INTERNAL_ERROR')],
    [problem(403, 'FORBIDDEN')],
    [{ data: null, errorCode: 'ASSET_REFERENCED' }],
    [{ error: { message: 'no' } }],
  ])('is noticed in a 200: %j', (json) => {
    expect(failureOfAnswer(200, json).delivery).toBe('refused')
  })

  it('about a project that is gone is told from any other 404', () => {
    expect(failureOfAnswer(404, problem(404, 'NOT_FOUND'), projectErrors).code).toBe('container-not-found')
    expect(failureOfAnswer(404, '<html>nginx</html>', projectErrors).code).toBe('not-found')
    expect(failureOfAnswer(429, problem(429, 'TOO_MANY_REQUESTS'), projectErrors).code).toBe('rate-limited')
  })
})

function failureOfAnswer(status: number, json: unknown, dialect: ErrorDialect = indreamErrors): Failure {
  const text = typeof json === 'string' ? json : JSON.stringify(json)
  return failureOf(() =>
    parseAnswer({ status, headers: {}, text }, dialect, { apiKey: 'secret', nowMs: () => 0 }),
  )
}

function failureOf(work: () => unknown): Failure {
  try {
    work()
  } catch (error) {
    if (error instanceof WharfError) return error.failure
    throw error
  }
  throw new Error('It should have failed')
}
