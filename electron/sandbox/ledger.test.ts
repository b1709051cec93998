// Checks what tests rely on when they ask the ledger.
import { expect, test, vi } from 'vitest'
import { keyDigest } from './key-digest.ts'
import { createLedger } from './ledger.ts'

const facts = { provider: 'konpro', method: 'POST', path: '/konpro/v1/asset', keyDigest: null } as const

function ledgerAt() {
  const clock = { nowMs: 0 }
  const ledger = createLedger(() => clock.nowMs)
  return { ledger, clock, open: () => ledger.open(facts, {}) }
}

test('counts the starts in any stretch of time, its end excluded', () => {
  const { ledger, clock, open } = ledgerAt()
  for (const atMs of [0, 900, 950, 1000, 1899, 1900]) {
    clock.nowMs = atMs
    open()
  }
  expect(ledger.maxInAnyWindow(1000)).toBe(4)
  expect(ledger.maxInAnyWindow(1)).toBe(1)
  expect(ledger.maxInAnyWindow(10_000, (entry) => entry.startedAtMs > 950)).toBe(3)
})

test('counts what was open at once, over all or those of interest', () => {
  const { ledger, open } = ledgerAt()
  const first = open()
  const second = open()
  first.end()
  first.end()
  open()
  second.end()
  open()
  expect(ledger.entries().map((entry) => entry.concurrent)).toEqual([1, 2, 2, 2])
  expect(ledger.maxConcurrent()).toBe(2)
  expect(ledger.maxConcurrent((entry) => entry.seq === 1 || entry.seq === 3)).toBe(1)
})

test('tells of each key: when, how many, how often the same file', () => {
  const clock = { nowMs: 0 }
  const ledger = createLedger(() => clock.nowMs)
  const [mine, other] = [keyDigest('sandbox-mine'), keyDigest('sandbox-other')]
  const commit = (digest: string, name: string | null, sha256: string) => {
    const entry = ledger.open({ ...facts, keyDigest: digest }, {})
    entry.change({ committedAssetId: 'x', committedFile: { name, sizeBytes: 3, sha256 } })
    return entry
  }
  const open = commit(mine, 'a.png', 'aa')
  commit(other, 'a.png', 'aa').end()
  clock.nowMs = 59_999
  commit(mine, 'a.png', 'aa').end()
  open.end()
  clock.nowMs = 60_000
  commit(mine, null, 'aa').end()
  const known = ledger.ofKey('sandbox-mine')
  expect(known).toMatchObject({ maxConcurrent: 2, maxPerMinute: 2 })
  expect(known.requests.map(({ startedAtMs }) => startedAtMs)).toEqual([0, 59_999, 60_000])
  expect(known.copies).toEqual([
    { name: 'a.png', sizeBytes: 3, sha256: 'aa', count: 2 },
    { name: null, sizeBytes: 3, sha256: 'aa', count: 1 },
  ])
  expect(ledger.ofKey('sandbox-nobody')).toMatchObject({ requests: [], maxConcurrent: 0, copies: [] })
})

test('waits for what has not come yet, not for ever', async () => {
  const { ledger, open } = ledgerAt()
  const entry = open()
  const waiting = ledger.waitFor((seen) => seen.bytesReceived >= 10)
  entry.received(4)
  entry.received(6)
  expect((await waiting).bytesReceived).toBe(10)
  vi.useFakeTimers()
  const inVain = expect(ledger.waitFor(() => false, 300)).rejects.toThrow('within 300 ms')
  await vi.advanceTimersByTimeAsync(300)
  await inVain
  vi.useRealTimers()
})

test('keeps the latest 20,000 and can forget them', () => {
  const { ledger, open } = ledgerAt()
  for (let count = 0; count < 20_005; count += 1) open().end()
  expect(ledger.entries()).toHaveLength(20_000)
  expect(ledger.entries()[0]?.seq).toBe(6)
  ledger.clear()
  expect(ledger.entries()).toEqual([])
})
