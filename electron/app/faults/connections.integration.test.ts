// Rows 1 to 5 with 24 of the fault list: connections that do not come about, or are dead when they are needed.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import type { Bench, BenchSetup } from './bench.testkit.ts'
import { startBlackHole } from './black-hole.testkit.ts'
import { row } from './row.testkit.ts'
import { certificateOf, trustedAuthority } from './trusted-authority.testkit.ts'

const authority = trustedAuthority()
const NO_SUCH_HOST = 'https://no-such-host.invalid'

async function blames(bench: Bench, code: string) {
  const isBlamed = async () => (await bench.jobs()).some(({ failure }) => failure?.code === code)
  await vi.waitUntil(isBlamed, { timeout: 20_000, interval: 10 })
  const failures = (await bench.jobs()).flatMap(({ failure }) => failure ?? [])
  expect(failures.every(({ delivery }) => delivery === 'not-sent')).toBe(true)
}

const QUICK_CONNECT: BenchSetup = { timeLimits: { connectMs: 400 } }

row(
  1,
  'a host that is not found is named, and all is sent once it is found',
  QUICK_CONNECT,
  async (bench) => {
    await bench.moveTo(NO_SUCH_HOST)
    await bench.drop([(await bench.picture()).path])
    await blames(bench, 'host-not-found')
    expect(await bench.account()).toMatchObject({ trouble: 'offline' })
    expect(bench.posts()).toHaveLength(0)
    await bench.moveTo(bench.sandbox.origin)
    await bench.reach('done')
    expect(bench.posts()).toHaveLength(1)
  },
)

row(
  1,
  'without a network no attempt of a file is used up',
  { ...QUICK_CONNECT, hasBystander: false },
  async (bench) => {
    bench.desktop().setOnline(false)
    await bench.moveTo(NO_SUCH_HOST)
    await bench.drop((await bench.pictures(3)).map(({ path }) => path))
    await vi.waitUntil(async () => (await bench.account()).waitsFor === 'network', { timeout: 20_000 })
    await sleep(100)
    expect(bench.journal().map(({ attempts }) => attempts)).toEqual([0, 0, 0])
    expect((await bench.jobs()).map(({ status }) => status)).not.toContain('failed')
    bench.desktop().setOnline(true)
    await bench.moveTo(bench.sandbox.origin)
    await bench.reach('done')
  },
)

row(
  2,
  'a refused connection is tried again, after five in a row no more than now and then',
  {},
  async (bench) => {
    await bench.moveTo(bench.proxy.origin())
    await bench.proxy.refuse()
    await bench.drop((await bench.pictures(8)).map(({ path }) => path))
    await vi.waitUntil(async () => (await bench.account()).waitsFor === 'service', { timeout: 20_000 })
    await blames(bench, 'connection-refused')
    const attemptsOf = () => bench.journal().reduce((sum, { attempts }) => sum + attempts, 0)
    await sleep(200)
    const attempts = attemptsOf()
    expect(attempts).toBeLessThanOrEqual(5)
    await sleep(300)
    expect(attemptsOf()).toBe(attempts)
    await bench.proxy.listen()
    await bench.pass(400_000)
    await bench.reach('done')
    expect(bench.posts()).toHaveLength(8)
  },
)

row(3, 'a connection that never comes about is given up after its limit', QUICK_CONNECT, async (bench) => {
  const hole = await startBlackHole()
  try {
    await bench.moveTo(hole.origin)
    await bench.drop([(await bench.picture()).path])
    await blames(bench, 'connect-timed-out')
  } finally {
    await hole.close()
  }
  await bench.moveTo(bench.sandbox.origin)
  await bench.reach('done')
  expect(bench.posts()).toHaveLength(1)
})

row(
  3,
  'a server that takes the connection and never secures it is given up as well',
  QUICK_CONNECT,
  async (bench) => {
    bench.proxy.secure(certificateOf(authority))
    bench.proxy.treat('silent')
    await bench.moveTo(bench.proxy.origin())
    await bench.drop([(await bench.picture()).path])
    await blames(bench, 'connect-timed-out')
    bench.proxy.treat('pass')
    bench.desktop().setOnline(true)
    await bench.pass(400_000)
    await bench.reach('done')
    expect(bench.posts()).toHaveLength(1)
  },
)

const BAD_SECURITY = {
  'signed by itself': () => certificateOf(null),
  'out of date': () => certificateOf(authority, { fromDays: -9, toDays: -2 }),
  'not valid yet': () => certificateOf(authority, { fromDays: 2, toDays: 9 }),
  'of another host': () => certificateOf(authority, { address: '10.1.2.3' }),
  'of an old protocol': () => ({
    ...certificateOf(authority),
    maxVersion: 'TLSv1.1' as const,
    ciphers: 'DEFAULT@SECLEVEL=0',
  }),
}

for (const security of Object.values(BAD_SECURITY))
  row(
    4,
    'a connection that is not secure stops the account before a byte of a request is sent',
    {},
    async (bench) => {
      bench.proxy.secure(security())
      await bench.moveTo(bench.proxy.origin())
      await bench.drop((await bench.pictures(3)).map(({ path }) => path))
      await vi.waitUntil(async () => (await bench.account()).blockedBy !== null, { timeout: 20_000 })
      expect((await bench.account()).blockedBy).toMatchObject({ code: 'tls-failed', delivery: 'not-sent' })
      await bench.reach('queued')
      expect(bench.proxy.requestBytes()).toBe(0)
      bench.proxy.cut()
      bench.proxy.secure(certificateOf(authority))
      await bench.call('accounts.resume', { accountId: bench.accountId })
      await bench.reach('done')
      expect(bench.posts()).toHaveLength(3)
    },
  )

row(5, 'a connection that is reset before the request is replaced, nobody hears of it', {}, async (bench) => {
  bench.proxy.secure(certificateOf(authority))
  bench.proxy.treat('reset-at-once', 2)
  await bench.moveTo(bench.proxy.origin())
  await bench.drop([(await bench.picture()).path])
  await bench.reach('done')
  expect(bench.posts()).toHaveLength(1)
  expect(bench.proxy.connectionCount()).toBe(3)
})

row(24, 'a connection that the server has closed while it was idle is not used again', {}, async (bench) => {
  await bench.moveTo(bench.proxy.origin())
  for (const round of [1, 2, 3]) {
    await bench.drop([(await bench.picture()).path])
    await bench.reach('done')
    expect(bench.posts()).toHaveLength(round)
    bench.proxy.hangUp()
    await sleep(30)
  }
  expect(bench.proxy.connectionCount()).toBe(3)
})

row(24, 'a connection that dies while the request goes out leaves the outcome open', {}, async (bench) => {
  bench.proxy.treat('cut-at-answer', 1)
  await bench.moveTo(bench.proxy.origin())
  await bench.drop([(await bench.picture()).path])
  await bench.reach(bench.canLook ? 'done' : 'unconfirmed')
  expect(bench.posts()).toHaveLength(1)
})
