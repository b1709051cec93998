// Shows the page's calls about accounts at work in the whole app.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { failure, type Result } from '../../shared/errors.ts'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import type { Platform } from '../platform.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { testPlatform } from './platform.testkit.ts'
import { startApp } from './start-app.ts'

const silent = { info: () => undefined, error: () => undefined }
const NOWHERE = 'http://127.0.0.1:9'
const KEY = 'canary-typed-key'
const failed = (code: Parameters<typeof failure>[0]) => ({ ok: false, failure: failure(code, 'not-sent') })

async function start(desktop: Partial<Platform> = {}) {
  const folder = await temporaryFolder()
  const base = testPlatform(await temporaryFolder())
  base.cipher.isThere = false
  const platform = { ...base, ...desktop }
  const app = await startApp({ platform, log: silent, sendEvents: () => undefined })
  onTestFinished(() => app.dispose())
  const call = <N extends CallName>(name: N, input: object) =>
    app.dispatch(name, input) as Promise<Result<CallOutput<N>>>
  const must = async <N extends CallName>(name: N, input: object): Promise<CallOutput<N>> => {
    const result = await call(name, input)
    if (!result.ok) throw new Error(result.failure.code)
    return result.value
  }
  const add = (name: string) =>
    must('accounts.add', { providerId: 'konpro', name, apiKey: KEY, serverAddress: NOWHERE })
  const sandboxed = () => must('accounts.addSandbox', { providerId: 'konpro' })
  const find = async (id: string) =>
    (await must('app.snapshot', {})).accounts.find((account) => account.id === id)
  const drop = async (accountId: string, name = 'harbour.png') => {
    const path = join(folder, name)
    await writeFile(path, samplePng())
    const { grants } = await must('grants.fromPaths', { paths: [path] })
    await must('uploads.add', { targets: [{ accountId }], grants, sendsKnown: true })
  }
  const statuses = async () => (await must('app.snapshot', {})).jobs.map(({ status }) => status)
  return { call, must, add, sandboxed, find, drop, statuses }
}

describe('an account', () => {
  it('is renamed and coloured', async () => {
    const { must, add, find } = await start()
    const { id } = await add('main')
    await must('accounts.update', { accountId: id, name: ' client ', colour: 'violet' })
    expect(await find(id)).toMatchObject({ name: 'client', colour: 'violet' })
  })

  it('says when its provider cannot be reached, and when it can again', async () => {
    const { call, must, add, find } = await start()
    const { id } = await add('main')
    const page = { accountId: id, containerId: null, kind: null, cursor: null }
    expect(await find(id)).toMatchObject({ trouble: null })
    expect(await call('library.page', page)).toMatchObject(failed('connection-refused'))
    expect(await find(id)).toMatchObject({ trouble: 'offline' })
    await must('accounts.setKey', { accountId: id, apiKey: 'another' })
    expect(await find(id)).toMatchObject({ trouble: null })
  })

  it('takes another address only together with a key', async () => {
    const { call, must, add, find } = await start()
    const { id } = await add('main')
    const serverAddress = 'https://proxy.example'
    expect(await call('accounts.update', { accountId: id, name: 'x', serverAddress })).toEqual(
      failed('key-missing'),
    )
    expect(await find(id)).toMatchObject({ name: 'main', server: { address: NOWHERE } })
    await must('accounts.update', { accountId: id, serverAddress: `${NOWHERE}/` })
    await must('accounts.update', { accountId: id, serverAddress, apiKey: 'new' })
    expect(await find(id)).toMatchObject({ server: { address: serverAddress } })
    expect(
      await call('accounts.update', {
        accountId: id,
        serverAddress: 'http://proxy.example',
        apiKey: 'new',
      }),
    ).toEqual(failed('address-not-allowed'))
  })

  it('of the sandbox has no other address', async () => {
    const { call, sandboxed } = await start()
    const { id } = await sandboxed()
    const change = { accountId: id, serverAddress: 'https://proxy.example', apiKey: 'new' }
    expect(await call('accounts.update', change)).toEqual(failed('input-invalid'))
  })

  it('that is disabled keeps its jobs queued, asks for nothing, and goes on once enabled', async () => {
    const { call, must, sandboxed, drop, statuses } = await start()
    const { id } = await sandboxed()
    await must('accounts.update', { accountId: id, isDisabled: true })
    await drop(id)
    const page = { accountId: id, containerId: null, kind: null, cursor: null }
    expect(await call('library.page', page)).toEqual(failed('account-disabled'))
    expect(await statuses()).toEqual(['queued'])
    await must('accounts.update', { accountId: id, isDisabled: false })
    await expect.poll(statuses, { timeout: 5000 }).toEqual(['done'])
  })
})

describe('an account that is disabled while it uploads', () => {
  it('lets that upload end, and begins no other', async () => {
    const sandbox = await testSandbox()
    sandbox.faults.add({ provider: 'konpro', method: 'POST' }, { kind: 'delay-answer', delayMs: 600 })
    const { must, drop, statuses } = await start()
    const { id } = await must('accounts.add', {
      providerId: 'konpro',
      name: 'main',
      apiKey: 'sandbox-main',
      serverAddress: sandbox.originOf('konpro'),
    })
    await drop(id)
    await sandbox.ledger.waitFor(({ method }) => method === 'POST')
    await must('accounts.update', { accountId: id, isDisabled: true })
    await drop(id, 'later.png')
    await expect.poll(statuses, { timeout: 5000 }).toEqual(['done', 'queued'])
    expect(sandbox.ledger.committed()).toHaveLength(1)
  })
})

describe('the list of accounts', () => {
  it('keeps the order that the person gave it', async () => {
    const { must, add } = await start()
    const ids = [(await add('a')).id, (await add('b')).id, (await add('c')).id].reverse()
    await must('accounts.reorder', { accountIds: ids })
    expect((await must('app.snapshot', {})).accounts.map(({ id }) => id)).toEqual(ids)
  })

  it('travels as a file without keys, and merges without overwriting', async () => {
    const path = join(await temporaryFolder(), 'accounts.json')
    const files = {
      chooseSaveFile: () => Promise.resolve(path),
      chooseOpenFile: () => Promise.resolve(path),
    }
    const first = await start(files)
    await first.add('main')
    await first.add('client')
    expect(await first.must('accounts.export', {})).toEqual({ fileName: 'accounts.json', count: 2 })
    expect(await readFile(path, 'utf8')).not.toContain(KEY)

    const second = await start(files)
    await second.add('client')
    expect(await second.must('accounts.import', {})).toEqual({
      addedCount: 1,
      needKeyCount: 1,
      skipped: ['client'],
    })
    const { accounts } = await second.must('app.snapshot', {})
    expect(accounts.map(({ name, keyState }) => [name, keyState])).toEqual([
      ['client', 'this-run'],
      ['main', 'missing'],
    ])
  })

  it('stays as it is when the person changes their mind', async () => {
    const { must } = await start()
    expect(await must('accounts.export', {})).toBeNull()
    expect(await must('accounts.import', {})).toBeNull()
  })
})

describe('a key of the environment', () => {
  const environment = (name: string) => (name === 'WHARF_KONPRO_KEY' ? 'canary-env-key' : undefined)
  const account = { providerId: 'konpro', name: 'main', apiKey: null, serverAddress: null }

  it('is used when asked for, and never shown', async () => {
    const { must, find } = await start({ environment })
    const { environmentKeys, accounts } = await must('app.snapshot', {})
    expect(environmentKeys).toEqual([{ providerId: 'konpro', variable: 'WHARF_KONPRO_KEY' }])
    expect(accounts).toEqual([])
    const { id } = await must('accounts.add', account)
    expect(await find(id)).toMatchObject({ keyState: 'this-run' })
    expect(JSON.stringify(await must('app.snapshot', {}))).not.toContain('canary-env-key')
  })

  it('goes nowhere but to the provider it is for', async () => {
    const { call } = await start({ environment })
    const elsewhere = { ...account, serverAddress: 'https://elsewhere.example' }
    expect(await call('accounts.test', elsewhere)).toEqual(failed('key-missing'))
    expect(await call('accounts.add', { ...account, providerId: 'indream' })).toEqual(failed('key-missing'))
  })
})
