// Rows 6 to 19 of the fault list: requests that may have arrived, answers that say too little.
import { expect, vi } from 'vitest'
import type { Fault } from '../../sandbox/faults.ts'
import type { Bench, BenchSetup } from './bench.testkit.ts'
import { row } from './row.testkit.ts'

const LARGE_BYTES = 3_000_000
/** More than the kernel takes for a server that does not read. */
const BEYOND_BUFFERS_BYTES = 16_000_000

/** The file is at the provider: found there, or the person is asked. Either way it was sent once. */
async function isFoundOrAsked(bench: Bench) {
  const [job] = await bench.reach(bench.canLook ? 'done' : 'unconfirmed')
  expect(bench.posts()).toHaveLength(1)
  const [commit] = bench.commits()
  expect(job?.assetId).toBe(bench.canLook ? commit?.committedAssetId : null)
}

/** The file is not at the provider: sent once more where its list shows that, else the person is asked. */
async function isSentOnceMoreOrAsked(bench: Bench) {
  const [job] = await bench.reach(bench.canLook ? 'done' : 'unconfirmed')
  expect(bench.posts()).toHaveLength(bench.canLook ? 2 : 1)
  expect(bench.commits()).toHaveLength(bench.canLook ? 1 : 0)
  if (bench.canLook || !job) return
  await bench.call('uploads.settle', { jobIds: [job.id], as: 'upload-again' })
  await bench.reach('done')
  expect(bench.commits()).toHaveLength(1)
}

const lost =
  (fault: Fault, prove: (bench: Bench) => Promise<void>, sizeBytes = 4000) =>
  async (bench: Bench) => {
    bench.misbehave(fault)
    await bench.drop([(await bench.picture({ sizeBytes })).path])
    await prove(bench)
  }

row(
  6,
  'a reset in the middle of the body is looked into before anything is sent again',
  {},
  lost({ kind: 'reset-after-bytes', afterBytes: 1_000_000 }, isSentOnceMoreOrAsked, LARGE_BYTES),
)

row(
  7,
  'a reply lost after the commit: the asset is adopted, or the person asked, nothing is sent twice',
  {},
  lost({ kind: 'commit-then-drop' }, isFoundOrAsked),
)

for (const status of [500, 502, 504, 520, 524])
  row(
    8,
    'an error of the server after the commit is no proof that nothing happened',
    {},
    lost({ kind: 'commit-then-answer', status, body: '<h1>Bad gateway</h1>' }, isFoundOrAsked),
  )

row(
  9,
  'an asset that the list shows late is still found',
  { looksAtMs: [10, 40, 120, 500] },
  lost({ kind: 'commit-then-drop', listedAfter: { looks: 3, delayMs: 300 } }, isFoundOrAsked),
)

row(
  10,
  'a request that was dropped without a commit is repeated once where the list shows that it is absent',
  {},
  lost({ kind: 'reset-after-bytes', afterBytes: Infinity }, isSentOnceMoreOrAsked),
)

const STALLED: BenchSetup = { timeLimits: { uploadIdleMs: 300 } }
row(
  11,
  'a server that stops reading is left after the idle limit, and looked into',
  STALLED,
  lost(
    { kind: 'stall-after-bytes', afterBytes: 100_000 },
    async (bench) => {
      const [job] = await bench.reach(bench.canLook ? 'done' : 'unconfirmed')
      expect(bench.commits()).toHaveLength(bench.canLook ? 1 : 0)
      expect(job?.failure?.code ?? null).toBe(bench.canLook ? null : 'upload-stalled')
    },
    BEYOND_BUFFERS_BYTES,
  ),
)

const IMPATIENT: BenchSetup = { timeLimits: { answerHeadMs: 400 } }
row(
  12,
  'a server that is silent after the body is left after its limit; its asset is adopted, or the person asked',
  IMPATIENT,
  lost({ kind: 'silent', commits: true }, async (bench) => {
    const awaited = () =>
      bench
        .run()
        .said.batches.flatMap(({ events }) => events)
        .some((event) => event.type === 'job.progressed' && event.progress.awaitingMs !== null)
    await vi.waitUntil(awaited, { timeout: 20_000 })
    await isFoundOrAsked(bench)
  }),
)

row(
  13,
  'an answer whose head comes one byte at a time does not hold the upload for ever',
  IMPATIENT,
  lost({ kind: 'drip-head', intervalMs: 60 }, isFoundOrAsked),
)

row(
  13,
  'an answer whose body comes one byte at a time does not hold the upload for ever',
  { timeLimits: { answerTotalMs: 400 } },
  lost({ kind: 'drip-answer', intervalMs: 30 }, isFoundOrAsked),
)

for (const framing of ['length', 'chunked'] as const)
  row(
    14,
    'an answer that breaks off is no answer',
    {},
    lost({ kind: 'truncate-answer', framing }, isFoundOrAsked),
  )

const SIGN_IN = '<html><title>Sign in to the network</title></html>'

row(
  15,
  'a web page in place of an answer is never taken for an asset',
  {},
  lost(
    { kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: SIGN_IN },
    async (bench) => {
      // Somebody said that it went well, so that a list without it proves nothing.
      const [job] = await bench.reach('unconfirmed')
      expect(job).toMatchObject({
        assetId: null,
        failure: { code: 'answer-unreadable', delivery: 'unknown' },
      })
      expect(bench.posts()).toHaveLength(1)
      expect((await bench.snapshot()).recordCount).toBeLessThanOrEqual(1)
    },
  ),
)

row(
  15,
  'a web page in place of a list is an error, and nothing of it is stored',
  { where: ({ capabilities }) => capabilities.list !== null },
  async (bench) => {
    bench.misbehave({ kind: 'answer', status: 200, body: SIGN_IN }, { method: 'GET' })
    const page = { accountId: bench.accountId, containerId: bench.projectId, kind: null, cursor: null }
    expect(await bench.failureOf('library.page', page)).toMatchObject({ code: 'answer-unreadable' })
    expect((await bench.snapshot()).recordCount).toBe(0)
    expect((await bench.call('library.page', page)).items).toEqual([])
  },
)

for (const body of ['{"half":', '{"id":{},"data":{},"asset":[]}', 'null', '[]', '"asset"', '{}'])
  row(
    16,
    'an answer of success that is not what the provider documents leaves the outcome open',
    {},
    lost({ kind: 'commit-then-answer', status: 200, body }, isFoundOrAsked),
  )

row(
  16,
  'an answer of success without an ID leaves the outcome open',
  {},
  lost({ kind: 'answer-without-id' }, isFoundOrAsked),
)

row(
  17,
  'an answer without end is cut, and the outcome left open',
  {},
  lost({ kind: 'oversized-answer', sizeBytes: 64_000_000 }, isFoundOrAsked),
)

row(
  17,
  'an answer that would unpack to a hundred times its size is not unpacked',
  {},
  lost({ kind: 'compressed-answer', sizeBytes: 100_000_000 }, isFoundOrAsked),
)

for (const status of [200, 204])
  row(
    19,
    'an empty answer where a body is due leaves the outcome open',
    {},
    lost({ kind: 'commit-then-answer', status }, isFoundOrAsked),
  )
