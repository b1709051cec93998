// Shows which accounts share a gate, and what is told of it.
import { expect, onTestFinished, test } from 'vitest'
import { accountIdSchema, type AccountId } from '../../shared/ids.ts'
import type { Server } from '../../shared/model/account.ts'
import { createSender } from '../http/send.ts'
import { testSandbox } from '../sandbox/sandbox.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { createPaceStore } from '../store/pace-store.ts'
import { createAccounts, type Account, type AccountFile } from './accounts.ts'
import { createConnections, type Connections } from './connections.ts'
import { fakeCipher } from './fake-cipher.testkit.ts'
import { createAccountHealth } from './health.ts'
import { memoryFile } from './memory-file.testkit.ts'
import { createVault, type KeyFile } from './vault.ts'

const never = () => new AbortController().signal

async function parts() {
  const sandbox = await testSandbox()
  const { path, database } = await temporaryDatabase()
  const sender = createSender()
  onTestFinished(() => sender.close())
  const accounts = createAccounts(
    memoryFile<AccountFile>({ accounts: [] }),
    createVault(fakeCipher(), memoryFile<KeyFile>({})),
    Date.now,
  )
  const changed: AccountId[] = []
  const connect = (): Connections => {
    const connections = createConnections({
      accounts,
      send: sender.send,
      sandboxBase: () => null,
      health: createAccountHealth(() => undefined),
      paces: createPaceStore(database, () => performance.now()),
      clock: { steadyMs: () => performance.now(), nowMs: Date.now, random: () => 0 },
      onHoldChanged: (id) => changed.push(id),
      onOpened: () => undefined,
    })
    onTestFinished(connections.close)
    return connections
  }
  const server: Server = { kind: 'custom', address: sandbox.originOf('konpro') }
  const account = (name: string, key: string) =>
    accounts.add({ providerId: 'konpro', name, server, key, colour: 'teal' })
  return { sandbox, database, path, accounts, changed, connect, account }
}

const list = (connections: Connections, account: Account) =>
  connections.call(account, 'browse', never(), async ({ adapter }, context) => {
    await adapter.checkCredentials?.(context)
  })
const refusal = { kind: 'answer', status: 429, headers: { 'retry-after': '30' } } as const

test('31: two accounts with one key are held to its limit together, another key goes beside them', async () => {
  const { sandbox, connect, account } = await parts()
  const connections = connect()
  const [one, two, other] = [
    account('one', 'sandbox-shared'),
    account('two', 'sandbox-shared'),
    account('other', 'sandbox-other'),
  ]
  sandbox.faults.add({ times: Infinity }, { kind: 'delay-answer', delayMs: 30 })
  await Promise.all(
    [one, two, one, two, one, two, one, two, other, other].map((who) => list(connections, who)),
  )
  const keys = new Set(sandbox.ledger.entries().map((entry) => entry.keyDigest))
  const most = [...keys].map((key) => sandbox.ledger.maxConcurrent((entry) => entry.keyDigest === key))
  expect(most).toEqual([3, 2])
})

test('27: a refusal holds all accounts of the key, and says so of each; the others never notice', async () => {
  const { sandbox, connect, account, changed } = await parts()
  const connections = connect()
  const [one, two, other] = [
    account('one', 'sandbox-a'),
    account('two', 'sandbox-a'),
    account('other', 'sandbox-b'),
  ]
  for (const each of [one, two, other])
    expect(connections.paceOf(each)).toEqual({ uploadsAtOnce: 2, hold: null })
  sandbox.faults.add({ apiKey: 'sandbox-a' }, refusal)
  await expect(list(connections, one)).rejects.toMatchObject({ failure: { code: 'rate-limited' } })
  expect(changed).toEqual([one.id, two.id])
  for (const each of [one, two])
    expect(connections.paceOf(each)).toMatchObject({ uploadsAtOnce: 0, hold: { reason: 'asked' } })
  await list(connections, other)
  expect(connections.paceOf(other)).toEqual({ uploadsAtOnce: 2, hold: null })
})

test('what a person would watch load is refused at once during a long pause, with its length', async () => {
  const { sandbox, connect, account } = await parts()
  const connections = connect()
  const one = account('one', 'sandbox-a')
  sandbox.faults.add({}, refusal)
  await expect(list(connections, one)).rejects.toThrow('rate-limited')
  await expect(list(connections, one)).rejects.toMatchObject({
    failure: {
      code: 'rate-limited',
      delivery: 'not-sent',
      retryAfterMs: expect.closeTo(30_000, -3) as number,
    },
  })
  expect(sandbox.ledger.entries()).toHaveLength(1)
})

test('a pause outlives the run; another key at the same account is free of it, the old one is not', async () => {
  const { sandbox, connect, account, accounts } = await parts()
  const one = account('one', 'sandbox-a')
  sandbox.faults.add({}, refusal)
  await expect(list(connect(), one)).rejects.toThrow('rate-limited')
  const later = connect()
  expect(later.paceOf(one)?.hold).toMatchObject({ reason: 'asked' })
  accounts.setKey(one.id, 'sandbox-b')
  expect(later.paceOf(one)?.hold).toBeNull()
  accounts.setKey(one.id, 'sandbox-a')
  expect(later.paceOf(one)?.hold).toMatchObject({ reason: 'asked' })
  later.forget(one.id)
  later.forget(accountIdSchema.parse('nobody'))
  expect(later.paceOf(one)?.hold).toMatchObject({ reason: 'asked' })
})

test('a test of a key goes through the gate of that key', async () => {
  const { sandbox, connect, account } = await parts()
  const connections = connect()
  const one = account('one', 'sandbox-a')
  sandbox.faults.add({}, refusal)
  const tested = connections.test({ providerId: 'konpro', server: one.server, apiKey: 'sandbox-a' })
  await expect(tested).rejects.toThrow('rate-limited')
  expect(connections.paceOf(one)?.hold).toMatchObject({ reason: 'asked' })
})

test('the key is nowhere in the database', async () => {
  const { sandbox, connect, account, database } = await parts()
  sandbox.faults.add({}, refusal)
  await expect(list(connect(), account('one', 'sandbox-canary'))).rejects.toThrow('rate-limited')
  const rows = database.prepare('SELECT * FROM paces').all()
  expect(rows).toHaveLength(1)
  expect(JSON.stringify(rows)).not.toContain('canary')
})
