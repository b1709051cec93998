// Rows 72 to 75 of the fault list: lists that break off, and people who click at any moment.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import type { LibraryPage } from '../../../shared/model/library-page.ts'
import type { Bench } from './bench.testkit.ts'
import { row } from './row.testkit.ts'

const pathsOf = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path)
const mainPost = (bench: Bench) => (entry: { keyDigest: string | null; method: string }) =>
  entry.method === 'POST' && entry.keyDigest === bench.keyDigest

row(
  72,
  'a list that breaks off in the middle goes on from the same place, nothing twice',
  { where: ({ capabilities }) => capabilities.list !== null, timeoutMs: 120_000 },
  async (bench) => {
    await bench.drop(pathsOf(await bench.pictures(104, 100)))
    await bench.reach('done', undefined, 60_000)
    const pageAt = (cursor: LibraryPage['nextCursor']) => ({
      accountId: bench.accountId,
      containerId: bench.projectId,
      kind: null,
      cursor,
    })
    const first = await bench.call('library.page', pageAt(null))
    bench.misbehave({ kind: 'commit-then-drop' }, { method: 'GET' })
    bench.misbehave({ kind: 'truncate-answer' }, { method: 'GET' })
    await bench.failureOf('library.page', pageAt(first.nextCursor))
    await bench.failureOf('library.page', pageAt(first.nextCursor))
    const second = await bench.call('library.page', pageAt(first.nextCursor))
    const ids = [...first.items, ...second.items].map(({ primaryId }) => primaryId)
    expect(new Set(ids).size).toBe(ids.length)
    const assetIds = (await bench.jobs()).map(({ assetId }) => assetId)
    expect(ids.filter((id) => assetIds.includes(id))).toHaveLength(104)
  },
)

row(74, 'a job that is cancelled in the queue is never sent', {}, async (bench) => {
  await bench.call('accounts.update', { accountId: bench.accountId, isDisabled: true })
  const { ids } = await bench.drop(pathsOf(await bench.pictures(3)))
  await bench.call('uploads.cancel', { jobIds: ids })
  await bench.call('accounts.update', { accountId: bench.accountId, isDisabled: false })
  await bench.reach('cancelled')
  await sleep(100)
  expect(bench.posts()).toEqual([])
})

row(74, 'a job that is cancelled while it connects was not sent', {}, async (bench) => {
  bench.proxy.treat('silent')
  await bench.moveTo(bench.proxy.origin().replace('http:', 'https:'))
  const { ids } = await bench.drop(pathsOf(await bench.pictures(1)))
  await vi.waitUntil(() => bench.proxy.connectionCount() > 0, { timeout: 20_000 })
  const fromMs = Date.now()
  await bench.call('uploads.cancel', { jobIds: ids })
  await bench.reach('cancelled')
  expect(Date.now() - fromMs).toBeLessThan(1000)
  expect(bench.posts()).toEqual([])
})

row(
  74,
  'a job that is cancelled in its body is broken off, and the server has nothing',
  {},
  async (bench) => {
    bench.misbehave({ kind: 'slow-reader', bytesPerSecond: 6_000_000 })
    const { ids } = await bench.drop(pathsOf(await bench.pictures(1, 12_000_000)))
    await bench.sandbox.ledger.waitFor((entry) => mainPost(bench)(entry) && entry.bytesReceived > 100_000)
    await bench.call('uploads.cancel', { jobIds: ids })
    await bench.reach('cancelled')
    await vi.waitUntil(() => bench.posts()[0]?.endedAtMs !== null, { timeout: 20_000 })
    expect(bench.posts()).toMatchObject([{ aborted: true, committedAssetId: null }])
  },
)

row(
  74,
  'a job that is cancelled after its body is not shown as cancelled if the server has it',
  {},
  async (bench) => {
    bench.misbehave({ kind: 'silent', commits: true })
    const { ids } = await bench.drop(pathsOf(await bench.pictures(1)))
    await bench.sandbox.ledger.waitFor((entry) => mainPost(bench)(entry) && entry.committedAssetId !== null)
    await bench.call('uploads.cancel', { jobIds: ids })
    await bench.reach(bench.canLook ? 'done' : 'unconfirmed')
  },
)

row(74, 'a job that is cancelled while it waits stays cancelled', {}, async (bench) => {
  bench.misbehave({ kind: 'answer', status: 429, headers: { 'retry-after': '1' } })
  const { ids } = await bench.drop(pathsOf(await bench.pictures(1)))
  await bench.reach('waiting')
  await bench.call('uploads.cancel', { jobIds: ids })
  await bench.reach('cancelled')
  await sleep(1200)
  await bench.reach('cancelled')
  expect(bench.posts()).toHaveLength(1)
})

row(
  74,
  'a job that is cancelled while it is looked for may have been uploaded, and says so',
  { looksAtMs: [1000], where: ({ capabilities }) => capabilities.list !== null },
  async (bench) => {
    bench.misbehave({ kind: 'commit-then-drop' })
    const { ids } = await bench.drop(pathsOf(await bench.pictures(1)))
    await bench.reach('checking')
    await bench.call('uploads.cancel', { jobIds: ids })
    await bench.reach('unconfirmed')
    await bench.call('uploads.check', { jobIds: ids })
    await bench.reach('done')
    expect(bench.posts()).toHaveLength(1)
  },
)

row(75, 'a retry that is clicked twice is one attempt', {}, async (bench) => {
  bench.misbehave({ kind: 'answer', status: 400, body: '{}' })
  const { ids } = await bench.drop(pathsOf(await bench.pictures(1)))
  await bench.reach('failed')
  bench.misbehave({ kind: 'delay-answer', delayMs: 200 })
  await Promise.all(
    Array.from({ length: 4 }, () => bench.call('uploads.retry', { jobIds: [...ids, ...ids] })),
  )
  await bench.reach('done')
  expect(bench.posts()).toHaveLength(2)
  await bench.call('uploads.retry', { jobIds: ids })
  await sleep(100)
  expect(bench.posts()).toHaveLength(2)
})

row(75, 'an upload that is asked for twice in doubt is one attempt', {}, async (bench) => {
  bench.misbehave({ kind: 'answer', status: 200, body: '{}' })
  const { ids } = await bench.drop(pathsOf(await bench.pictures(1)))
  await bench.reach('unconfirmed')
  bench.misbehave({ kind: 'delay-answer', delayMs: 200 })
  const again = () => bench.call('uploads.settle', { jobIds: ids, as: 'upload-again' })
  await Promise.all([again(), again(), bench.call('uploads.check', { jobIds: ids }), again()])
  await bench.reach('done')
  expect(bench.posts()).toHaveLength(2)
  expect(bench.commits()).toHaveLength(1)
})

row(
  75,
  'a job that is looked for is neither retried nor removed meanwhile',
  { looksAtMs: [600], where: ({ capabilities }) => capabilities.list !== null },
  async (bench) => {
    bench.misbehave({ kind: 'commit-then-drop' })
    const { ids } = await bench.drop(pathsOf(await bench.pictures(1)))
    await bench.reach('checking')
    await bench.call('uploads.retry', { jobIds: ids })
    await bench.call('uploads.clear', { jobIds: ids })
    await bench.call('uploads.check', { jobIds: ids })
    expect((await bench.jobs()).map(({ status }) => status)).toEqual(['checking'])
    await bench.reach('done')
    expect(bench.posts()).toHaveLength(1)
  },
)
