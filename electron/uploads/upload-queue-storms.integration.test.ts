// Shows the queue before services that fail for everybody: rows 2, 26, 33, 35, 66 and 67 of the faults.
import { setImmediate } from 'node:timers/promises'
import { afterEach, expect, test, vi } from 'vitest'
import { failure, WharfError } from '../../shared/errors.ts'
import type { NewJob } from './journalled-jobs.ts'
import { pictures, sandboxQueue, testQueue } from './queue.testkit.ts'
import { ACCOUNT } from './sample-job.testkit.ts'

afterEach(() => {
  vi.useRealTimers()
})

async function copies(count: number): Promise<NewJob[]> {
  const [job] = await pictures(1)
  return job ? Array.from({ length: count }, () => job) : []
}

type Made = Pick<Awaited<ReturnType<typeof testQueue>>, 'queue' | 'clock'>

/** Lets that much time go by, second after second, waiting each time for what then runs. */
async function pass({ queue, clock }: Made, seconds: number) {
  for (let second = 0; second < seconds; second += 1) {
    clock.aheadMs += 1000
    vi.advanceTimersByTime(1000)
    await setImmediate()
    while (queue.progress().length > 0) await setImmediate()
  }
}

const REFUSED = new WharfError(failure('connection-refused', 'not-sent'))

test.each<[string, Record<string, string>]>([
  ['that names a second', { 'retry-after': '1' }],
  ['that says nothing', {}],
])(
  '26: ten minutes of 503 %s: few requests, and full recovery by itself',
  async (_, headers) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const made = await sandboxQueue({ look: () => Promise.resolve({ type: 'absent' }) })
    const { sandbox, queue, add, reach } = made
    sandbox.faults.add({ times: 500 }, { kind: 'answer', status: 503, headers })
    queue.start()
    const ids = add(await copies(500))
    while (queue.progress().length > 0) await setImmediate()
    await pass(made, 600)
    const { length: requestCount } = sandbox.ledger.entries()
    expect(requestCount).toBeGreaterThan(5)
    expect(requestCount).toBeLessThan(60)
    expect(queue.waitsFor(ACCOUNT)).toBe('service')
    expect(queue.jobs().some(({ status }) => status === 'failed')).toBe(false)
    sandbox.faults.clear()
    await pass(made, 120)
    await reach(ids, 'done')
    expect(sandbox.ledger.committed()).toHaveLength(500)
  },
  60_000,
)

test('2: nobody listens: five tries, then one at a time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const via = vi.fn(() => Promise.reject(REFUSED))
  const made = await testQueue({ base: '', via })
  made.queue.start()
  made.add(await copies(20))
  await pass(made, 10)
  expect(via.mock.calls.length).toBeLessThanOrEqual(8)
  await pass(made, 600)
  expect(via.mock.calls.length).toBeLessThan(20)
  expect(new Set(made.queue.jobs().map(({ status }) => status))).not.toContain('failed')
})

test('67: without a network nothing is tried or counted; its return is noticed at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const network = { isOnline: false, tell: null as (() => void) | null }
  const made = await sandboxQueue({
    beforeSending: () => {
      if (!network.isOnline) throw REFUSED
    },
    network: {
      isOnline: () => network.isOnline,
      onChanged: (act) => {
        network.tell = act
        return () => {
          network.tell = null
        }
      },
    },
  })
  const { queue, add, reach } = made
  queue.start()
  const ids = add(await copies(10))
  while (queue.waitsFor(ACCOUNT) === null) await setImmediate()
  expect(queue.waitsFor(ACCOUNT)).toBe('network')
  await pass(made, 60)
  expect(queue.jobs().every(({ status, attempts }) => status === 'queued' && attempts === 0)).toBe(true)
  network.isOnline = true
  network.tell?.()
  await reach(ids, 'done')
  expect(queue.waitsFor(ACCOUNT)).toBeNull()
  expect(network.tell).toBeNull()
})

test('33: one refusal of a good key by a flaky gateway troubles nobody', async () => {
  const asked: string[] = []
  const { sandbox, queue, add, reach } = await sandboxQueue({
    isKeyGood: (accountId) => Promise.resolve(asked.push(accountId) > 0),
  })
  sandbox.faults.add({ times: 1 }, { kind: 'answer', status: 401 })
  queue.start()
  await reach(add(await pictures(4)), 'done')
  expect(asked).toEqual([ACCOUNT])
  expect(queue.blockedBy(ACCOUNT)).toBeNull()
})

test('33: a gateway that goes on refusing is believed the second time', async () => {
  const { sandbox, queue, add, reach } = await sandboxQueue({ isKeyGood: () => Promise.resolve(true) })
  sandbox.faults.add({}, { kind: 'answer', status: 401 })
  sandbox.faults.add({}, { kind: 'answer', status: 401 })
  queue.start()
  const ids = add(await pictures(1))
  await vi.waitUntil(() => queue.blockedBy(ACCOUNT) !== null)
  await reach(ids, 'queued')
  expect(sandbox.ledger.entries()).toHaveLength(2)
})

test('35: a size that was refused costs one request, not five hundred', async () => {
  const { sandbox, queue, add, reach } = await sandboxQueue()
  sandbox.faults.add({}, { kind: 'answer', status: 413, body: '{"error":{"message":"Max 4 KB"}}' })
  const small = await pictures(1, { sizeBytes: 10 })
  const [large] = await pictures(1)
  if (!large) throw new Error('No job')
  queue.start()
  const [first, ...others] = add([large])
  if (first === undefined) throw new Error('No job')
  await reach([first], 'failed')
  const refusedIds = add(Array.from({ length: 499 }, () => large))
  await reach([...others, ...refusedIds], 'failed')
  expect(queue.jobs().at(-1)?.failure).toMatchObject({
    code: 'too-large',
    delivery: 'not-sent',
    httpStatus: 413,
  })
  await reach(add(small), 'done')
  expect(sandbox.ledger.entries()).toHaveLength(2)
})

test('66: after a sleep what ran is looked for, and what waited goes on at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const looked: string[] = []
  const made = await sandboxQueue({
    look: (job) => {
      looked.push(job.id)
      return Promise.resolve({ type: 'absent' })
    },
  })
  const { sandbox, queue, add, reach, clock } = made
  sandbox.faults.add({ times: 2 }, { kind: 'silent' })
  queue.start()
  const ids = add(await pictures(2))
  await sandbox.ledger.waitFor(({ seq, sha256 }) => seq === 1 && sha256 !== null)
  await sandbox.ledger.waitFor(({ seq, sha256 }) => seq === 2 && sha256 !== null)
  clock.aheadMs = 8 * 3_600_000
  queue.resumeAfterSleep()
  await reach(ids, 'waiting')
  expect(looked.toSorted()).toEqual(ids.toSorted())
  expect(queue.waitsFor(ACCOUNT)).toBeNull()
  clock.aheadMs += 8 * 3_600_000
  queue.resumeAfterSleep()
  await reach(ids, 'done')
  expect(sandbox.ledger.committed()).toHaveLength(2)
})
