// Shows that accounts last, that their keys end with them, and where their requests go.
import { expect, test } from 'vitest'
import { WharfError } from '../../shared/errors.ts'
import { accountIdSchema } from '../../shared/ids.ts'
import type { Server } from '../../shared/model/account.ts'
import { createSender } from '../http/send.ts'
import { keyDigest } from '../sandbox/key-digest.ts'
import { testSandbox } from '../sandbox/sandbox.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { createPaceStore } from '../store/pace-store.ts'
import { accountFileSchema, createAccounts, type AccountFile } from './accounts.ts'
import { createConnections } from './connections.ts'
import { createAccountHealth } from './health.ts'
import { fakeCipher } from './fake-cipher.testkit.ts'
import { memoryFile } from './memory-file.testkit.ts'
import { createVault, type KeyFile } from './vault.ts'

const NOBODY = accountIdSchema.parse('nobody')
const never = () => new AbortController().signal

function parts() {
  const [cipher, file, keys] = [
    fakeCipher(),
    memoryFile<AccountFile>({ accounts: [] }),
    memoryFile<KeyFile>({}),
  ]
  const open = () => createAccounts(file, createVault(cipher, keys), () => 5)
  return { file, keys, accounts: open(), nextRun: open }
}

const fields = (server: Server, key: string | null = 'key-1') =>
  ({ providerId: 'konpro', name: 'Mine', server, key }) as const
const PROVIDER: Server = { kind: 'provider' }

test('an account is there in the next run, key and all', () => {
  const { file, accounts, nextRun } = parts()
  const added = accounts.add(fields(PROVIDER))
  expect(added).toMatchObject({ providerId: 'konpro', name: 'Mine', createdAtMs: 5 })
  const later = nextRun()
  expect(later.all()).toEqual([added])
  expect([later.keyOf(added), later.keyStateOf(added)]).toEqual(['key-1', 'stored'])
  expect(accountFileSchema.parse(file.read())).toEqual(file.read())
  expect(file.text()).not.toContain('key-1')
})

test('two accounts of the same name are two', () => {
  const { accounts } = parts()
  const [first, second] = [accounts.add(fields(PROVIDER)), accounts.add(fields(PROVIDER, 'key-2'))]
  expect(first.id).not.toBe(second.id)
  expect(accounts.keyOf(second)).toBe('key-2')
})

test('removing an account wipes its key and leaves the others', () => {
  const { keys, accounts, nextRun } = parts()
  const [gone, kept] = [accounts.add(fields(PROVIDER)), accounts.add(fields(PROVIDER, 'key-2'))]
  accounts.remove(gone.id)
  expect(accounts.find(gone.id)).toBeNull()
  expect(nextRun().all()).toEqual([kept])
  expect(Object.keys(keys.read())).toEqual([kept.id])
})

test('who is not there is an error of its own', () => {
  const { accounts } = parts()
  expect(accounts.find(NOBODY)).toBeNull()
  for (const ask of [() => accounts.get(NOBODY), () => accounts.setKey(NOBODY, 'x')])
    expect(ask).toThrow(
      expect.objectContaining({ failure: expect.objectContaining({ code: 'account-unknown' }) as unknown }),
    )
})

test('a sandbox account needs no key', () => {
  const { keys, accounts } = parts()
  const account = accounts.add(fields({ kind: 'sandbox' }, null))
  expect(accounts.keyStateOf(account)).toBe('not-needed')
  expect(accounts.keyOf(account)).toMatch(/^sandbox-/)
  expect(keys.read()).toEqual({})
})

async function connected() {
  const sandbox = await testSandbox()
  const { send, close } = createSender()
  const { accounts } = parts()
  let base: string | null = null
  const health = createAccountHealth(() => undefined)
  const { database } = await temporaryDatabase()
  const connections = createConnections({
    accounts,
    send,
    sandboxBase: () => base,
    health,
    paces: createPaceStore(database, () => 0),
    clock: { steadyMs: () => performance.now(), nowMs: () => 5, random: () => 0 },
    onHoldChanged: () => undefined,
    onOpened: () => undefined,
  })
  const startSandbox = () => {
    base = sandbox.originOf('konpro')
  }
  return { sandbox, accounts, connections, startSandbox, close }
}

test('a call goes to the account’s own server with the account’s own key', async () => {
  const { sandbox, accounts, connections, close } = await connected()
  const server: Server = { kind: 'custom', address: sandbox.originOf('konpro') }
  const account = accounts.add(fields(server, 'sandbox-mine'))
  const kind = await connections.call(account, 'browse', never(), async ({ adapter, manifest }, context) => {
    await adapter.checkCredentials?.(context)
    return manifest.id
  })
  expect(kind).toBe('konpro')
  expect(sandbox.ledger.entries()).toMatchObject([{ keyDigest: keyDigest('sandbox-mine'), status: 200 }])
  await close()
})

test('without a key, or without its server, nothing is sent', async () => {
  const { sandbox, accounts, connections, startSandbox, close } = await connected()
  const call = (account: Parameters<typeof connections.call>[0]) =>
    connections.call(account, 'browse', never(), async ({ adapter }, context) => {
      await adapter.checkCredentials?.(context)
    })
  const code = (name: string) =>
    expect.objectContaining({ failure: expect.objectContaining({ code: name }) as unknown }) as unknown
  const keyless = accounts.add(fields({ kind: 'custom', address: sandbox.originOf('konpro') }, null))
  const sandboxed = accounts.add(fields({ kind: 'sandbox' }, null))
  await expect(call(keyless)).rejects.toEqual(code('key-missing'))
  await expect(call(sandboxed)).rejects.toEqual(code('connection-refused'))
  expect(sandbox.ledger.entries()).toEqual([])
  startSandbox()
  await call(sandboxed)
  expect(sandbox.ledger.entries()).toHaveLength(1)
  await close()
})

test('a test of a key says what is wrong with it', async () => {
  const { sandbox, connections, close } = await connected()
  const server: Server = { kind: 'custom', address: sandbox.originOf('konpro') }
  await connections.test({ providerId: 'konpro', server, apiKey: 'sandbox-good' })
  const refused = connections.test({ providerId: 'konpro', server, apiKey: 'sandbox-revoked-1' })
  await expect(refused).rejects.toBeInstanceOf(WharfError)
  await expect(refused).rejects.toMatchObject({ failure: { code: 'key-refused', httpStatus: 401 } })
  await close()
})
