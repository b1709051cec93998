// Shows what Token360's adapter sends: parts, groups, pages, look-ups.
import { describe, expect, it } from 'vitest'
import type { AssetReadiness } from '../../../shared/model/asset.ts'
import { createBench, failureOf, samplePictureOf, type Fields } from '../contract-bench.testkit.ts'
import { token360Provider } from './adapter.ts'

const { adapter } = token360Provider
const bench = createBench(token360Provider, samplePictureOf)
const upload = (fields: Fields = {}, apiKey = 'sandbox-key') => bench.upload(1000, { apiKey }, fields)
const groupsOf = async (apiKey: string) => adapter.listContainers?.(bench.contextWith({ apiKey }))

describe('an upload', () => {
  it('takes along what was asked for', async () => {
    const asset = await upload({ groupId: 'vp_sandbox', name: 'A "name"\r\n🌊', model: 'seed-1' })
    expect(asset).toMatchObject({ containerId: 'vp_sandbox', name: 'A "name"\r\n🌊' })
    expect(asset.values.find(({ name }) => name === 'assetUri')?.value).toBe(`asset://${asset.primaryId}`)
  })

  it('goes without a group, or with parts left empty, to the library', async () => {
    expect(await upload()).toMatchObject({ containerId: 'library', name: 'picture.png' })
    expect(await upload({ groupId: '', assetGroupId: '', name: '' })).toMatchObject({
      containerId: 'library',
      name: 'picture.png',
    })
  })

  it('takes a group of the older kind by its number', async () => {
    expect(await upload({ assetGroupId: '9032' })).toMatchObject({ containerId: 'legacy_rf_9032' })
  })

  it('never names two groups', async () => {
    const failure = await failureOf(upload({ groupId: 'library', assetGroupId: '9032' }))
    expect(failure).toMatchObject({ code: 'request-invalid', delivery: 'not-sent' })
    expect(bench.requestsBy('POST')).toHaveLength(0)
  })

  it('leaves out fields that are not its own', async () => {
    expect(await upload({ projectId: 'x', folder: 'y' })).toMatchObject({ containerId: 'library' })
  })

  it.each([
    ['sandbox-group-required', {}, 'container-required'],
    ['sandbox-key', { groupId: 'nowhere' }, 'container-not-found'],
    ['sandbox-key', { assetGroupId: '1' }, 'container-not-found'],
    ['sandbox-key', { assetGroupId: 'one' }, 'request-invalid'],
    ['sandbox-key', { groupId: 'shared_sandbox' }, 'container-denied'],
    ['sandbox-key', { groupId: 'rf_sandbox' }, 'container-not-active'],
    ['sandbox-key', { groupId: 'legacy_rf_9033' }, 'container-unsuitable'],
  ] as const)('is refused in words: %s, %j', async (apiKey, fields, code) => {
    expect(await failureOf(upload(fields, apiKey))).toMatchObject({ code, delivery: 'refused' })
  })

  it('is refused in words for its type', async () => {
    const bytes = Buffer.from('%PDF-')
    const facts = { name: 'a.pdf', mimeType: 'application/pdf', sizeBytes: 5, modifiedAtMs: 0 }
    const uploading = adapter.upload(bench.contextWith(), await bench.requestFor({ bytes, facts }))
    expect(await failureOf(uploading)).toMatchObject({ code: 'type-unsupported', delivery: 'refused' })
  })
})

it('asks a portrait until it is ready', async () => {
  const { primaryId, readiness } = await upload({ groupId: 'vp_sandbox' })
  const seen: (AssetReadiness | null | undefined)[] = [readiness]
  for (let i = 0; i < 3; i += 1)
    seen.push((await adapter.lookup?.(bench.contextWith(), primaryId))?.readiness)
  expect(seen).toEqual(['processing', 'processing', 'processing', 'ready'])
})

describe('the provider behind Token360', () => {
  const uploadNamed = async (name: string, fields: Fields) => {
    const file = samplePictureOf(1000)
    const request = await bench.requestFor({ ...file, facts: { ...file.facts, name } }, fields)
    return adapter.upload(bench.contextWith(), request)
  }

  it('turns a picture down at once, in words', async () => {
    const failing = failureOf(uploadNamed('rejected.png', { assetGroupId: '9032' }))
    expect(await failing).toMatchObject({
      code: 'provider-rejected',
      delivery: 'refused',
      providerMessage: 'The picture shows no face',
    })
    expect(bench.sandbox().ledger.committed()).toEqual([])
  })

  it('turns a picture down while it is processed, in words', async () => {
    const { primaryId } = await uploadNamed('rejected.png', { groupId: 'vp_sandbox' })
    const states: unknown[] = []
    for (let i = 0; i < 3; i += 1) {
      const asset = await adapter.lookup?.(bench.contextWith(), primaryId)
      states.push([asset?.readiness, asset?.readinessNote])
    }
    expect(states).toEqual([
      ['processing', null],
      ['processing', null],
      ['failed', 'The picture shows no face'],
    ])
  })

  // A 503 without Retry-After leaves open whether anything was kept.
  it('may be away', async () => {
    const failing = failureOf(uploadNamed('unavailable.png', { groupId: 'vp_sandbox' }))
    expect(await failing).toMatchObject({ code: 'service-unavailable', delivery: 'unknown', httpStatus: 503 })
  })

  it('has no say in a plain library', async () => {
    expect(await uploadNamed('rejected.png', {})).toMatchObject({ readiness: 'ready' })
  })
})

describe('the groups', () => {
  it.each(['sandbox-key', 'sandbox-records'])('are read in either shape (%s)', async (key) => {
    const groups = (await groupsOf(key)) ?? []
    expect(groups[0]).toEqual({ id: 'library', name: 'Library' })
    expect(groups.length).toBe(6)
  })

  it.each(['sandbox-many-groups', 'sandbox-records-many-groups'])(
    'are read page by page (%s)',
    async (key) => {
      const groups = (await groupsOf(key)) ?? []
      expect(groups).toHaveLength(256)
      expect(new Set(groups.map(({ id }) => id)).size).toBe(256)
      const queries = bench.requestsBy('GET').map(({ path }) => path.split('?')[1])
      expect(queries).toEqual([1, 2, 3].map((current) => `current=${String(current)}&size=100`))
    },
  )

  it('of an endless provider end somewhere', async () => {
    for (let page = 0; page < 40; page += 1) {
      const list = Array.from({ length: 100 }, (_, index) => ({
        groupId: `${String(page)}-${String(index)}`,
      }))
      bench.misbehave(
        { kind: 'answer', status: 200, body: JSON.stringify({ code: 0, data: { list } }) },
        'GET',
      )
    }
    expect(await groupsOf('sandbox-key')).toHaveLength(2000)
  })
})

it('checks a key with the cheapest request that is documented', async () => {
  await adapter.checkCredentials?.(bench.contextWith())
  expect(bench.requestsBy('GET').map(({ path }) => path)).toEqual([
    '/token360/v1/asset-groups?current=1&size=1',
  ])
})
