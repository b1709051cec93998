// A lost reply from end to end: the queue, its look at the provider, the sandbox's ledger as the judge.
import { describe, expect, it, onTestFinished } from 'vitest'
import type { JobId } from '../../shared/ids.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { hashFile } from '../files/hash-file.ts'
import { createSender } from '../http/send.ts'
import type { CallContext } from '../providers/provider.ts'
import { providerOf } from '../providers/registry.ts'
import type { Fault, FaultMatch } from '../sandbox/faults.ts'
import { testSandbox } from '../sandbox/sandbox.testkit.ts'
import type { Sandbox } from '../sandbox/start-sandbox.ts'
import type { Database } from '../store/sqlite.ts'
import { createUploadLook } from './look-for-upload.ts'
import { pictures, testQueue } from './queue.testkit.ts'

const LISTED = [
  ['konpro', {}],
  ['indream', { projectId: '5b2f8c1e-7d34-4c0a-9e6b-1f2a3c4d5e6f' }],
] as const
const UNLISTED = [
  ['onemin', {}],
  ['token360', {}],
  ['indream', {}],
] as const
const COMMITTED: readonly Fault[] = [
  { kind: 'commit-then-drop' },
  { kind: 'commit-then-answer', status: 500 },
  { kind: 'truncate-answer' },
]
const NOT_COMMITTED: readonly Fault[] = [
  { kind: 'reset-after-bytes', afterBytes: 2000 },
  { kind: 'answer', status: 502, body: '<html>' },
]

type Fields = Readonly<Record<string, string>>
type Setup = {
  readonly looksAtMs?: readonly number[]
  readonly after?: { readonly sandbox: Sandbox; readonly database: Database }
}

/** A queue at one provider's imitation, which looks quickly; `after` goes on where another queue was. */
async function begin(providerId: ProviderId, fields: Fields, { looksAtMs = [5, 20, 80], after }: Setup = {}) {
  const sandbox = after?.sandbox ?? (await testSandbox())
  const sender = createSender()
  onTestFinished(() => sender.close())
  const provider = providerOf(providerId)
  const base = sandbox.originOf(providerId)
  const contextWith = (signal: AbortSignal): CallContext => ({
    base: { api: base, upload: base },
    apiKey: 'sandbox-key',
    send: sender.send,
    signal,
    nowMs: Date.now,
  })
  const others = (id: JobId) => made.queue.jobs().filter((job) => job.id !== id)
  const look = createUploadLook({
    nowMs: Date.now,
    reachOf: () => ({ provider, call: async (signal, use) => use(provider, contextWith(signal)) }),
    isAccessAsSent: () => true,
    ownershipFor:
      ({ id }) =>
      ({ primaryId }) =>
        others(id).some(({ assetId }) => assetId === primaryId),
    rivalsOf: ({ id }) =>
      others(id).filter(({ status }) => ['uploading', 'checking', 'unconfirmed'].includes(status)),
    hashOf: (job, signal) => hashFile(job.path, job.identity, signal),
    looksAtMs,
  })
  const database: { readonly database?: Database } = after ? { database: after.database } : {}
  const made = await testQueue({
    base,
    ...database,
    via: (request, signal) => provider.adapter.upload(contextWith(signal), request),
    look,
  })
  return {
    ...made,
    sandbox,
    misbehave: (fault: Fault, match: FaultMatch = {}) => {
      sandbox.faults.add({ method: 'POST', ...match }, fault)
    },
    addPictures: async (count: number) =>
      made.add((await pictures(count)).map((job) => ({ ...job, fields }))),
    posts: () => sandbox.ledger.entries().filter(({ method }) => method === 'POST').length,
    committedIds: () => sandbox.ledger.committed().map(({ committedAssetId }) => committedAssetId),
  }
}

describe.each(LISTED)('%s with %j', (providerId, fields) => {
  it.each(COMMITTED)(
    'rows 7, 8, 14: $kind: checking, then done with the ID that was given',
    async (fault) => {
      const { queue, misbehave, addPictures, reach, seen, posts, committedIds } = await begin(
        providerId,
        fields,
      )
      misbehave(fault)
      queue.start()
      const ids = await addPictures(1)
      await reach(ids, 'done')
      expect(seen.map(([, status]) => status)).toEqual(['queued', 'uploading', 'checking', 'done'])
      expect(queue.jobs().map(({ assetId }) => assetId)).toEqual(committedIds())
      expect(posts()).toBe(1)
    },
  )

  it.each(NOT_COMMITTED)('rows 6, 10: $kind: absent, sent once more, exactly one copy', async (fault) => {
    const { queue, misbehave, addPictures, reach, posts, committedIds } = await begin(providerId, fields)
    misbehave(fault)
    queue.start()
    await reach(await addPictures(1), 'done')
    expect(queue.jobs()).toMatchObject([{ attempts: 2, assetId: committedIds()[0] }])
    expect(posts()).toBe(2)
    expect(committedIds()).toHaveLength(1)
  })

  it('many at once, every second reply lost: each gets the ID of its own bytes, none is sent twice', async () => {
    const bench = await begin(providerId, fields, { looksAtMs: [5, 50, 200, 800] })
    for (let index = 0; index < 12; index += 1)
      bench.misbehave(index % 2 === 0 ? { kind: 'commit-then-drop' } : { kind: 'delay-answer', delayMs: 20 })
    bench.queue.start()
    await bench.reach(await bench.addPictures(12), 'done')
    const committed = new Map(
      bench.sandbox.ledger.committed().map(({ committedAssetId, sha256 }) => [committedAssetId, sha256]),
    )
    const never = new AbortController().signal
    for (const { assetId, path, identity } of bench.queue.jobs())
      expect(committed.get(assetId)).toBe(await hashFile(path, identity, never))
    expect(committed.size).toBe(12)
    expect(bench.posts()).toBe(12)
  })

  it('row 74: cancelled while it is looked for: the person is asked; a check finds it', async () => {
    const bench = await begin(providerId, fields, { looksAtMs: [200] })
    bench.misbehave({ kind: 'commit-then-drop' })
    bench.queue.start()
    const ids = await bench.addPictures(1)
    await bench.reach(ids, 'checking')
    bench.queue.apply(ids, { type: 'cancel' })
    expect(bench.queue.jobs()).toMatchObject([{ status: 'unconfirmed' }])
    bench.queue.apply(ids, { type: 'check' })
    bench.queue.apply(ids, { type: 'check' })
    await bench.reach(ids, 'done')
    expect(bench.queue.jobs()).toMatchObject([{ assetId: bench.committedIds()[0] }])
    expect(bench.posts()).toBe(1)
  })

  it('row 75: retried, paused or removed while it is looked for: one attempt only', async () => {
    const bench = await begin(providerId, fields, { looksAtMs: [200] })
    bench.misbehave({ kind: 'commit-then-drop' })
    bench.queue.start()
    const ids = await bench.addPictures(1)
    await bench.reach(ids, 'checking')
    for (const type of ['retry', 'retry', 'pause', 'resume', 'start'] as const)
      bench.queue.apply(ids, { type })
    bench.queue.clear(ids)
    expect(bench.queue.jobs()).toMatchObject([{ status: 'checking' }])
    await bench.reach(ids, 'done')
    expect(bench.posts()).toBe(1)
  })

  it('row 59: the app ends while it looks: the next run looks anew', async () => {
    const first = await begin(providerId, fields, { looksAtMs: [60_000] })
    first.misbehave({ kind: 'commit-then-drop' })
    first.queue.start()
    const ids = await first.addPictures(1)
    await first.reach(ids, 'checking')
    await first.queue.stop()
    const next = await begin(providerId, fields, { after: first })
    next.queue.start()
    await next.reach(ids, 'done')
    expect(next.queue.jobs()).toMatchObject([{ assetId: first.committedIds()[0] }])
    expect(next.posts()).toBe(1)
  })

  it('an account that goes away takes the search along', async () => {
    const bench = await begin(providerId, fields, { looksAtMs: [50] })
    bench.misbehave({ kind: 'commit-then-drop' })
    bench.queue.start()
    const ids = await bench.addPictures(1)
    await bench.reach(ids, 'checking')
    const accountId = bench.queue.jobs()[0]?.accountId
    if (accountId) bench.queue.removeAccount(accountId)
    await new Promise((resolve) => setTimeout(resolve, 150))
    expect(bench.queue.jobs()).toEqual([])
    expect(bench.sandbox.ledger.entries().filter(({ method }) => method === 'GET')).toEqual([])
  })
})

describe.each(UNLISTED)('%s with %j: nothing can be looked at', (providerId, fields) => {
  it.each([...COMMITTED, ...NOT_COMMITTED])('$kind: asked, and never sent again by itself', async (fault) => {
    const { queue, misbehave, addPictures, reach, seen, posts } = await begin(providerId, fields)
    misbehave(fault)
    queue.start()
    const ids = await addPictures(1)
    await reach(ids, 'unconfirmed')
    queue.apply(ids, { type: 'check' })
    await reach(ids, 'unconfirmed')
    expect(seen.some(([, status]) => status === 'done')).toBe(false)
    expect(posts()).toBe(1)
    queue.apply(ids, { type: 'settle', as: 'upload-again' })
    queue.apply(ids, { type: 'settle', as: 'upload-again' })
    await reach(ids, 'done')
    expect(posts()).toBe(2)
  })
})
