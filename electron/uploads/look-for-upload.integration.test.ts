// The look for a file whose reply was lost, at each provider's imitation.
import { rm } from 'node:fs/promises'
import { describe, expect, it, test } from 'vitest'
import { failure } from '../../shared/errors.ts'
import { httpServer } from '../http/loopback.testkit.ts'
import type { Fault } from '../sandbox/faults.ts'
import { lookBench } from './look.testkit.ts'

const PROJECT = '5b2f8c1e-7d34-4c0a-9e6b-1f2a3c4d5e6f'
const LISTED = [
  { providerId: 'konpro', fields: {}, emptyList: '{"assets":[],"token":null,"has_more":false}' },
  { providerId: 'indream', fields: { projectId: PROJECT }, emptyList: '{"data":[],"meta":{}}' },
] as const
const UNLISTED = [
  { providerId: 'onemin', fields: {} },
  { providerId: 'token360', fields: { groupId: 'library' } },
  { providerId: 'indream', fields: {} },
] as const
const COMMITTED: readonly Fault[] = [
  { kind: 'commit-then-drop' },
  { kind: 'commit-then-answer', status: 500 },
  { kind: 'commit-then-answer', status: 502, body: '<html>' },
  { kind: 'truncate-answer' },
  { kind: 'answer-without-id' },
]
const NOT_COMMITTED: readonly Fault[] = [
  { kind: 'reset-after-bytes', afterBytes: 1000 },
  { kind: 'answer', status: 500 },
]

describe.each(LISTED)('$providerId with $fields', ({ providerId, fields, emptyList }) => {
  it.each(COMMITTED)('rows 7, 8, 14: $kind $status: finds the one that was committed', async (fault) => {
    const { lose, look, committedIds } = await lookBench({ providerId })
    const finding = await look(await lose({ fields }, fault))
    expect(finding).toMatchObject({
      type: 'found',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    })
    expect(committedIds()).toEqual([finding.type === 'found' && finding.asset.primaryId])
  })

  it.each(NOT_COMMITTED)('rows 6, 10: $kind $status: absent after every look', async (fault) => {
    const { lose, look, sandbox } = await lookBench({ providerId })
    const job = await lose({ fields }, fault)
    expect(await look(job)).toEqual({ type: 'absent' })
    expect(sandbox.ledger.entries().filter(({ method }) => method === 'GET')).toHaveLength(4)
  })

  it('not absent to another key or server than it was sent with: the person is asked', async () => {
    const { lose, look, changeAccess } = await lookBench({ providerId })
    const job = await lose({ fields }, { kind: 'reset-after-bytes', afterBytes: 1000 })
    const looking = look(job)
    changeAccess()
    expect(await looking).toEqual({ type: 'ambiguous' })
  })

  it('two files lost at once: each its own, by their bytes', async () => {
    const { lose, look, rivals, sandbox } = await lookBench({ providerId })
    const jobs = [await lose({ fields }), await lose({ fields })]
    rivals.push(...jobs)
    const found = await Promise.all(jobs.map((job) => look(job)))
    const hashOf = (id: unknown) =>
      sandbox.ledger.committed().find(({ committedAssetId }) => committedAssetId === id)?.sha256
    for (const finding of found)
      expect(finding.type === 'found' && finding.sha256).toBe(
        finding.type === 'found' && hashOf(finding.asset.primaryId),
      )
  })

  it('the same file lost twice at once: one asset each', async () => {
    const { picture, send, look, rivals, committedIds } = await lookBench({ providerId })
    const jobs = [await picture({ fields }, 7), await picture({ fields }, 7)]
    const lost = await Promise.all(jobs.map((job) => send(job, { kind: 'commit-then-drop' })))
    rivals.push(...lost.map(({ job }) => job))
    const found = await Promise.all(lost.map(({ job }) => look(job)))
    const ids = found.map((finding) => (finding.type === 'found' ? finding.asset.primaryId : finding.type))
    expect(ids.toSorted()).toEqual([...committedIds()].toSorted())
  })

  it('what other files became is not taken for it', async () => {
    const { picture, send, lose, look } = await lookBench({ providerId })
    await send(await picture({ fields }))
    const job = await lose({ fields }, { kind: 'reset-after-bytes', afterBytes: 100 })
    await send(await picture({ fields }))
    expect(await look(job)).toEqual({ type: 'absent' })
  })

  it('what came from elsewhere with other bytes is not taken for it: the person is asked', async () => {
    const { picture, send, look, owned } = await lookBench({ providerId })
    const job = await picture({ fields })
    await send(await picture({ fields }))
    owned.clear()
    const { job: lost } = await send(job, { kind: 'reset-after-bytes', afterBytes: 100 })
    expect(await look(lost)).toEqual({ type: 'ambiguous' })
  })

  it('the local file is gone: found all the same, without a hash', async () => {
    const { lose, look, committedIds } = await lookBench({ providerId })
    const job = await lose({ fields })
    await rm(job.path)
    const finding = await look(job)
    expect(finding).toMatchObject({ type: 'found', asset: { primaryId: committedIds()[0] }, sha256: null })
  })

  it('a look that fails shows nothing: the person is asked, unless a later one finds it', async () => {
    const { lose, look, sandbox } = await lookBench({ providerId })
    const broken: Fault = { kind: 'answer', status: 500 }
    const absent = await lose({ fields }, { kind: 'reset-after-bytes', afterBytes: 100 })
    sandbox.faults.add({ method: 'GET', skip: 1 }, broken)
    expect(await look(absent)).toEqual({ type: 'ambiguous' })
    const present = await lose({ fields })
    sandbox.faults.add({ method: 'GET', times: 3 }, broken)
    expect(await look(present)).toMatchObject({ type: 'found' })
  })

  it('a key that is refused ends the search at once', async () => {
    const { lose, look, sandbox } = await lookBench({ providerId })
    const job = await lose({ fields })
    sandbox.faults.add({ method: 'GET', times: Infinity }, { kind: 'answer', status: 401 })
    expect(await look(job)).toEqual({ type: 'cannot-look' })
    expect(sandbox.ledger.entries().filter(({ method }) => method === 'GET')).toHaveLength(1)
  })

  it('a provider out of reach is looked at again, and in the end the person is asked', async () => {
    const bench = await lookBench({ providerId, looksAtMs: [10, 20] })
    const job = await bench.lose({ fields })
    bench.connect(false)
    expect(await bench.look(job)).toEqual({ type: 'cannot-look' })
    const later = bench.look(job)
    bench.connect(true)
    expect(await later).toMatchObject({ type: 'found' })
  })

  it('row 68: a clock that is wrong all along does not matter', async () => {
    const { lose, look, clock, committedIds } = await lookBench({ providerId })
    clock.aheadMs = 3 * 365 * 24 * 3_600_000
    const finding = await look(await lose({ fields }))
    expect(finding).toMatchObject({ type: 'found', asset: { primaryId: committedIds()[0] } })
  })

  it('row 9: an asset that the list shows late is found in time', async () => {
    const { lose, look, sandbox, committedIds } = await lookBench({ providerId })
    const job = await lose({ fields })
    sandbox.faults.add({ method: 'GET', times: 3 }, { kind: 'answer', status: 200, body: emptyList })
    expect(await look(job)).toMatchObject({ type: 'found', asset: { primaryId: committedIds()[0] } })
  })

  it('ends when it is told to', async () => {
    const { lose, look } = await lookBench({ providerId, looksAtMs: [60_000] })
    const abort = new AbortController()
    const looking = look(await lose({ fields }), abort.signal)
    abort.abort(new Error('enough'))
    await expect(looking).rejects.toThrow()
  })

  it('a provider that said it took the file is not believed to lack it', async () => {
    const { lose, look } = await lookBench({ providerId })
    const html: Fault = { kind: 'answer', status: 200, body: '<html>Welcome</html>' }
    expect(await look(await lose({ fields }, html))).toEqual({ type: 'ambiguous' })
  })
})

it.each(UNLISTED)('$providerId with $fields has no list that could tell: asked at once', async (setup) => {
  const { lose, look, sandbox } = await lookBench({ providerId: setup.providerId })
  const job = await lose({ fields: setup.fields })
  expect(await look(job)).toEqual({ type: 'cannot-look' })
  expect(sandbox.ledger.entries().filter(({ method }) => method === 'GET')).toEqual([])
})

test('row 43: what was sent of a file that changed meanwhile is never looked for', async () => {
  const { lose, look, sandbox } = await lookBench({ providerId: 'konpro' })
  const job = await lose()
  expect(await look({ ...job, failure: failure('file-changed', 'unknown') })).toEqual({ type: 'ambiguous' })
  expect(sandbox.ledger.entries()).toHaveLength(1)
})

test('row 68: a clock that was set meanwhile leaves it to the person', async () => {
  const { lose, look, clock } = await lookBench({ providerId: 'konpro' })
  const present = await lose()
  clock.aheadMs = 3 * 3_600_000
  expect(await look(present)).toEqual({ type: 'ambiguous' })
  clock.aheadMs = -3 * 24 * 3_600_000
  expect(await look(present)).toEqual({ type: 'ambiguous' })
})

test('a list too long to read to its end proves nothing', async () => {
  let count = 0
  const { origin } = await httpServer((_, response) => {
    count += 1
    const meta = { nextPageCursor: `page-${count}` }
    response.end(JSON.stringify({ data: [{ assetId: `asset-${count}`, size: 1 }], meta }))
  })
  const { picture, look } = await lookBench({ providerId: 'indream', base: origin, looksAtMs: [0] })
  expect(await look(await picture({ fields: { projectId: PROJECT } }))).toEqual({ type: 'ambiguous' })
  expect(count).toBe(10)
})

test('a list that goes from new to old is not read past what is too old', async () => {
  const requests: string[] = []
  const { origin } = await httpServer(({ url }, response) => {
    requests.push(url ?? '')
    const created_ts = Math.floor(Date.now() / 1000) - 2 * 24 * 3600
    response.end(JSON.stringify({ assets: [{ id: 'old', file_type: 'image', created_ts }], token: 'more' }))
  })
  const { picture, look } = await lookBench({ providerId: 'konpro', base: origin, looksAtMs: [0] })
  expect(await look(await picture())).toEqual({ type: 'absent' })
  expect(requests).toHaveLength(1)
})
