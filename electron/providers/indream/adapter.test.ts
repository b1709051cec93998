// Shows what only Indream has: projects, the file name in a header, assets that are in use.
import { describe, expect, it } from 'vitest'
import { createBench, failureOf, samplePictureOf } from '../contract-bench.testkit.ts'
import { indreamProvider } from './adapter.ts'

const { adapter } = indreamProvider
const UNKNOWN = '11111111-2222-4333-8444-555555555555'
const INELIGIBLE = { apiKey: 'sandbox-ineligible-1' }

const bench = createBench(indreamProvider, samplePictureOf)

const projects = async () => (await adapter.listContainers?.(bench.contextWith())) ?? []
const list = async (containerId: string | null, kind: 'video' | null = null) => {
  const request = { cursor: null, kind, containerId, limit: 100 }
  return (await adapter.listPage?.(bench.contextWith(), request))?.assets.map(({ primaryId }) => primaryId)
}
const uploadNamed = async (name: string, mimeType: string | null = 'image/png') => {
  const { facts, bytes } = samplePictureOf(100)
  const request = await bench.requestFor({ bytes, facts: { ...facts, name, mimeType } })
  return adapter.upload(bench.contextWith(), request)
}
const lastHeaders = () => bench.sandbox().ledger.entries().at(-1)?.headers ?? {}

describe('an upload', () => {
  it('goes into the project that was chosen, and knows so', async () => {
    const [first, second] = await projects()
    const asset = await bench.upload(100, {}, { projectId: first?.id ?? '' })
    expect(lastHeaders()).toMatchObject({ 'x-project-id': first?.id })
    expect(asset.containerId).toBe(first?.id)
    expect(await list(first?.id ?? '')).toEqual([asset.primaryId])
    expect(await list(second?.id ?? '')).toEqual([])
  })

  it.each([{}, { projectId: '' }])('without a project names none: %j', async (fields) => {
    const asset = await bench.upload(100, {}, fields)
    expect(lastHeaders()).not.toHaveProperty('x-project-id')
    expect(asset.containerId).toBeNull()
  })

  it('carries its type, with its name in ASCII', async () => {
    const asset = await uploadNamed('Crème brûlée.png')
    expect(lastHeaders()).toMatchObject({ 'content-type': 'image/png', 'x-file-name': 'Creme brulee.png' })
    expect(asset.name).toBe('Creme brulee.png')
  })

  it('of an unknown type says just that', async () => {
    await uploadNamed('mystery', null)
    expect(lastHeaders()).toMatchObject({ 'content-type': 'application/octet-stream' })
  })

  it('into a project that is gone quotes what Indream says', async () => {
    const failing = failureOf(bench.upload(100, {}, { projectId: UNKNOWN }))
    expect(await failing).toMatchObject({
      code: 'request-invalid',
      delivery: 'refused',
      providerMessage: 'The project does not exist',
    })
  })

  it.each([
    [{ projectId: UNKNOWN }, 'container-not-found'],
    [{}, 'not-found'],
  ])('with %j takes a 404 of Indream for %s', async (fields, code) => {
    const body = JSON.stringify({ type: 'NOT_FOUND', title: 'Not Found', status: 404, detail: 'No' })
    bench.misbehave({ kind: 'answer', status: 404, body })
    expect((await failureOf(bench.upload(100, {}, fields))).code).toBe(code)
  })
})

describe('a key', () => {
  it('is tried with the smallest list there is', async () => {
    await adapter.checkCredentials?.(bench.contextWith())
    expect(bench.requestsBy('GET').map(({ path }) => path)).toEqual(['/indream/v1/projects?pageSize=1'])
  })

  it('of an account that is not eligible is not called a bad key', async () => {
    const check = async () => adapter.checkCredentials?.(bench.contextWith(INELIGIBLE))
    const expected = {
      code: 'not-eligible',
      httpStatus: 403,
      providerCode: 'OPEN_API_RUNTIME_ACCESS_FORBIDDEN',
    }
    expect(await failureOf(check())).toMatchObject(expected)
    expect(await failureOf(bench.upload(100, INELIGIBLE))).toMatchObject(expected)
  })
})

describe('a project', () => {
  it('is listed under its title', async () => {
    const names = (await projects()).map(({ name }) => name)
    expect(names).toEqual(['Harbour film', 'Podcast covers', 'Übersicht & Entwürfe'])
  })

  it('must be chosen before its assets are asked for', async () => {
    expect(await failureOf(list(null))).toMatchObject({ code: 'container-required', delivery: 'not-sent' })
    expect(bench.sandbox().ledger.entries()).toEqual([])
  })

  it.each([
    [UNKNOWN, 'container-not-found'],
    ['no/uuid?', 'request-invalid'],
  ])('that is not there is told from an empty one: %s', async (containerId, code) => {
    expect(await failureOf(list(containerId))).toMatchObject({ code, delivery: 'refused' })
  })

  it('lists every kind, since Indream has no filter', async () => {
    const [project] = await projects()
    const { primaryId } = await bench.upload(100, {}, { projectId: project?.id ?? '' })
    expect(await list(project?.id ?? '', 'video')).toEqual([primaryId])
  })

  it('may show an upload late, which is no failure', async () => {
    const [project] = await projects()
    bench.misbehave({ kind: 'late-binding', delayMs: 60_000 })
    const { primaryId } = await bench.upload(100, {}, { projectId: project?.id ?? '' })
    expect(await list(project?.id ?? '')).toEqual([])
    expect(await adapter.lookup?.(bench.contextWith(), primaryId)).toMatchObject({ primaryId })
  })
})

it('an asset that is used stays, and the reason is told', async () => {
  const { primaryId } = await uploadNamed('referenced.png')
  const remove = async () => adapter.remove?.(bench.contextWith(), primaryId)
  expect(await failureOf(remove())).toMatchObject({
    code: 'asset-in-use',
    delivery: 'refused',
    httpStatus: 409,
    providerCode: 'ASSET_REFERENCED',
  })
  expect(await adapter.lookup?.(bench.contextWith(), primaryId)).toMatchObject({ primaryId })
})
