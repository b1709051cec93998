// Proves by the server's ledger that a key stays within its provider's limits, through storms and restarts.
import { expect, onTestFinished, test } from 'vitest'
import { keyDigest } from '../sandbox/key-digest.ts'
import { testSandbox } from '../sandbox/sandbox.testkit.ts'
import type { Sandbox } from '../sandbox/start-sandbox.ts'
import { createGate } from './gate.ts'
import type { PaceJournal } from './saved-pace.ts'
import { createSender } from './send.ts'

/** The minute of the sandbox, which allows 100 requests in it and 5 at once, is over so much sooner. */
const HASTE = 120
const MINUTE_MS = 60_000
const LIMITS = { parallelUploads: 5, parallelRequests: 5, requests: { count: 100, perMs: MINUTE_MS / HASTE } }

async function hastySandbox() {
  const startMs = Date.now()
  return testSandbox({ now: () => startMs + (performance.now() - bornMs) * HASTE })
}
const bornMs = performance.now()

/** One run of the app: its requests go through one gate, each again for as long as it is refused. */
function appRun(sandbox: Sandbox, apiKey: string, journal: PaceJournal) {
  const sender = createSender()
  const aborts: AbortController[] = []
  const gate = createGate({
    limits: LIMITS,
    send: sender.send,
    journal,
    clock: { steadyMs: () => performance.now(), nowMs: Date.now, random: Math.random },
    onHoldChanged: () => undefined,
    onOpened: () => undefined,
    onIdle: () => undefined,
  })
  const ask = async (kind: 'browse' | 'upload', path = '/api/none'): Promise<number> => {
    const abort = new AbortController()
    aborts.push(abort)
    const { status } = await gate.send(kind, {
      method: 'GET',
      url: sandbox.originOf('onemin') + path,
      headers: { 'api-key': apiKey },
      signal: abort.signal,
    })
    return status === 429 ? ask(kind, path) : status
  }
  const kill = async () => {
    for (const abort of aborts) abort.abort()
    gate.close()
    await sender.close()
  }
  onTestFinished(kill)
  return { gate, ask, kill }
}

function memoryJournal(text: string | null = null) {
  const journal = {
    text,
    load: () => journal.text,
    save: (next: string) => {
      journal.text = next
    },
  }
  return journal
}

function figures({ ledger }: Sandbox, apiKey: string) {
  const isOurs = (entry: { keyDigest: string | null }) => entry.keyDigest === keyDigest(apiKey)
  return {
    refusedCount: ledger.entries().filter((entry) => isOurs(entry) && entry.status === 429).length,
    inAMinute: ledger.maxInAnyWindow(MINUTE_MS, isOurs),
    atOnce: ledger.maxConcurrent(isOurs),
  }
}

test('29: 1,500 requests with storms among them: never above the limits', { timeout: 60_000 }, async () => {
  const sandbox = await hastySandbox()
  const { ask } = appRun(sandbox, 'sandbox-storm', memoryJournal())
  const refusal = { kind: 'answer', status: 429 } as const
  const pathPrefix = '/onemin/api/none'
  sandbox.faults.add({ pathPrefix, skip: 200, times: 2 }, refusal)
  sandbox.faults.add({ pathPrefix, skip: 200, times: 2 }, { ...refusal, headers: { 'retry-after': '1' } })
  sandbox.faults.add(
    { pathPrefix: '/onemin/api/slow', times: Infinity },
    { kind: 'delay-answer', delayMs: 4 },
  )
  const statuses = await Promise.all(
    Array.from({ length: 1500 }, (_, index) =>
      ask(index % 10 === 0 ? 'browse' : 'upload', index % 3 === 0 ? '/api/slow' : '/api/none'),
    ),
  )
  expect(new Set(statuses)).toEqual(new Set([404]))
  const { refusedCount, inAMinute, atOnce } = figures(sandbox, 'sandbox-storm')
  // None but those of the script: the sandbox itself never had to refuse.
  expect(refusedCount).toBe(4)
  expect(inAMinute).toBeLessThanOrEqual(100)
  expect(inAMinute).toBeGreaterThan(60)
  expect(atOnce).toBe(5)
})

test('30: killed in the middle of a minute again and again: the minute is never exceeded', async () => {
  const sandbox = await hastySandbox()
  let journal = memoryJournal()
  for (let life = 0; life < 12; life += 1) {
    const run = appRun(sandbox, 'sandbox-restarts', journal)
    const asked = Array.from({ length: 300 }, () => run.ask('upload').catch(() => null))
    await new Promise((resolve) => setTimeout(resolve, 40 + 37 * (life % 5)))
    // What a killed process leaves behind is what it had written until then.
    journal = memoryJournal(journal.text)
    await run.kill()
    await Promise.all(asked)
  }
  const { refusedCount, inAMinute, atOnce } = figures(sandbox, 'sandbox-restarts')
  expect(sandbox.ledger.entries().length).toBeGreaterThan(150)
  expect(refusedCount).toBe(0)
  expect(inAMinute).toBeLessThanOrEqual(100)
  expect(atOnce).toBeLessThanOrEqual(5)
})

test('27: another key goes on while one is held', async () => {
  const sandbox = await hastySandbox()
  sandbox.faults.add(
    { apiKey: 'sandbox-held' },
    { kind: 'answer', status: 429, headers: { 'retry-after': '60' } },
  )
  const held = appRun(sandbox, 'sandbox-held', memoryJournal())
  const free = appRun(sandbox, 'sandbox-free', memoryJournal())
  const waiting = held.ask('browse').catch(() => null)
  await sandbox.ledger.waitFor((entry) => entry.status === 429)
  await expect.poll(() => held.gate.hold()?.reason).toBe('asked')
  expect(await Promise.all(Array.from({ length: 20 }, () => free.ask('upload')))).toHaveLength(20)
  expect(free.gate.hold()).toBeNull()
  expect(
    sandbox.ledger.entries().filter((entry) => entry.keyDigest === keyDigest('sandbox-held')),
  ).toHaveLength(1)
  await held.kill()
  expect(await waiting).toBeNull()
})
