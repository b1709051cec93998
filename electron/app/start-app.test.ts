// Shows the whole main process at work behind its calls: over a real folder, the real sandbox, real files.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Failure, Result } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts'
import { eventBatchSchema, type AppEvent, type EventBatch } from '../../shared/ipc/events.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { httpServer } from '../http/loopback.testkit.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { openSqlite } from '../store/sqlite.ts'
import { testPlatform } from './platform.testkit.ts'
import { sendTo } from './send-to.testkit.ts'
import { startApp } from './start-app.ts'
import { wholeRecord } from './whole-record.testkit.ts'

const CANARY = 'sandbox-canary-7f3e9a1c5b'

async function testApp(dataFolder: string) {
  const platform = testPlatform(dataFolder)
  const batches: EventBatch[] = []
  const logged: string[] = []
  const note = (event: string, facts?: unknown) => logged.push(JSON.stringify([event, facts]))
  const log = { info: note, error: note }
  const app = await startApp({ platform, log, sendEvents: (batch) => batches.push(batch) })
  let isOpen = true
  const end = async () => {
    if (isOpen) await app.dispose()
    isOpen = false
  }
  onTestFinished(end)

  const ask = async <N extends CallName>(name: N, input: CallInput<N>) =>
    (await app.dispatch(name, input)) as Result<CallOutput<N>>
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const result = await ask(name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  const failureOf = async <N extends CallName>(name: N, input: CallInput<N>): Promise<Failure> => {
    const result = await ask(name, input)
    if (result.ok) throw new Error(`${name} went well`)
    return result.failure
  }
  const events = (): AppEvent[] => batches.flatMap((batch) => batch.events)
  const upload = async (accountId: AccountId, paths: readonly string[]) => {
    const { grants } = await call('grants.fromPaths', { paths })
    const { refused, accounts } = await call('uploads.add', sendTo(accountId, grants))
    return {
      acceptedCount: accounts[0]?.acceptedCount,
      refused: [...refused, ...(accounts[0]?.refused ?? [])],
    }
  }
  const allDone = () =>
    vi.waitUntil(async () => (await call('app.snapshot', {})).jobs.every(({ status }) => status === 'done'))
  return { app, platform, batches, logged, events, call, failureOf, upload, allDone, end }
}

test('from an empty folder to an ID, and all of it is still there in the next run', async () => {
  const folder = await temporaryFolder()
  const first = await testApp(folder)
  expect(await first.call('app.snapshot', {})).toMatchObject({
    accounts: [],
    jobs: [],
    notices: [],
    recordCount: 0,
  })
  const account = await first.call('accounts.addSandbox', { providerId: 'konpro' })
  const { path, sha256 } = await sampleFile(samplePng(3, 4), { name: 'Été.png' })
  const text = await sampleFile(Buffer.from('hello'), { name: 'fake.png' })
  const added = await first.upload(account.id, [path, text.path])
  expect(added).toMatchObject({
    acceptedCount: 1,
    refused: [{ name: 'fake.png', problem: { code: 'type' } }],
  })
  await first.allDone()
  const listed = await first.call('library.page', {
    accountId: account.id,
    containerId: null,
    kind: null,
    cursor: null,
  })
  expect(listed.items).toMatchObject([{ name: 'Été.png', kind: 'image', sha256, width: 3, height: 4 }])
  const [item] = listed.items
  expect(item?.values.map(({ name }) => name)).toContain('image_key')
  expect(await first.app.findPreview(item?.previewUrl ?? '')).toMatchObject({ kind: 'file', path })
  await first.call('settings.update', { theme: 'dark' })
  await first.call('clipboard.write', { text: item?.primaryId ?? '' })
  expect(first.platform.clipboard).toEqual([item?.primaryId])
  await first.end()

  const second = await testApp(folder)
  const snapshot = await second.call('app.snapshot', {})
  expect(snapshot).toMatchObject({ accounts: [account], recordCount: 1, settings: { theme: 'dark' } })
  expect(snapshot.jobs).toMatchObject([{ status: 'done', assetId: item?.primaryId }])
  const found = await second.call('library.record', { ...wholeRecord, search: 'ete' })
  expect(found.items).toMatchObject([{ primaryId: item?.primaryId, name: 'Été.png' }])
  const again = await second.call('library.page', {
    accountId: account.id,
    containerId: null,
    kind: 'image',
    cursor: null,
  })
  expect(again.items).toMatchObject([{ primaryId: item?.primaryId, name: 'Été.png' }])
})

test('the page hears of every change, in batches that keep to the contract', async () => {
  const { call, batches, events, upload, allDone } = await testApp(await temporaryFolder())
  await call('app.snapshot', {})
  const account = await call('accounts.addSandbox', { providerId: 'konpro' })
  const { path } = await sampleFile(samplePng(), { name: 'a.png' })
  await upload(account.id, [path])
  await allDone()
  await vi.waitUntil(() => events().some((event) => event.type === 'record.changed'))
  for (const batch of batches) expect(eventBatchSchema.parse(structuredClone(batch))).toEqual(batch)
  expect(events()).toContainEqual({ type: 'account.changed', account })
  expect(events()).toContainEqual(expect.objectContaining({ type: 'record.changed', recordCount: 1 }))
  expect(JSON.stringify(batches)).not.toContain(path)
})

test('damaged files are kept aside with a notice each, and the app starts', async () => {
  const folder = await temporaryFolder()
  for (const name of ['settings.json', 'accounts.json', 'keys.json', 'wharf.db'])
    writeFileSync(join(folder, name), `damaged ${name} `.repeat(100))
  const { call } = await testApp(folder)
  const { notices, accounts, settings } = await call('app.snapshot', {})
  expect(notices.map(({ code }) => code).toSorted()).toEqual([
    'accounts-set-aside',
    'database-set-aside',
    'keys-set-aside',
    'settings-set-aside',
  ])
  expect([accounts, settings.theme]).toEqual([[], 'system'])
  for (const { fileName } of notices)
    expect(readFileSync(join(folder, fileName ?? ''), 'utf8')).toContain('damaged')
  await call('accounts.addSandbox', { providerId: 'konpro' })
})

test('a database of a newer Wharf is shown, never written', async () => {
  const folder = await temporaryFolder()
  const earlier = await testApp(folder)
  const account = await earlier.call('accounts.addSandbox', { providerId: 'konpro' })
  const { path } = await sampleFile(samplePng(), { name: 'a.png' })
  await earlier.upload(account.id, [path])
  await earlier.allDone()
  await earlier.end()
  const database = openSqlite(join(folder, 'wharf.db'))
  database.exec("PRAGMA user_version = 99; UPDATE jobs SET status = 'teleporting'")
  database.close()
  const before = readFileSync(join(folder, 'wharf.db'))
  const { call, failureOf, end } = await testApp(folder)
  expect(await call('app.snapshot', {})).toMatchObject({
    notices: [{ code: 'database-newer' }],
    recordCount: 1,
  })
  const { grants } = await call('grants.fromPaths', { paths: [path] })
  expect(await failureOf('uploads.add', sendTo(account.id, grants))).toMatchObject({
    code: 'database-newer',
  })
  await end()
  expect(readFileSync(join(folder, 'wharf.db')).equals(before)).toBe(true)
})

function allFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test('a key is in no file, no event, no answer, no log: whatever goes wrong', async () => {
  const folder = await temporaryFolder()
  const { origin } = await httpServer((request, response) => {
    const echo = JSON.stringify({ error: { message: `bad key ${CANARY}`, code: CANARY } })
    request.resume().on('end', () => response.writeHead(400, { 'x-request-id': `for ${CANARY}` }).end(echo))
  })
  const { app, call, failureOf, batches, logged, upload, end } = await testApp(folder)
  const answers: unknown[] = [await call('app.snapshot', {})]
  const custom = { providerId: 'konpro', apiKey: CANARY, serverAddress: origin } as const
  answers.push(await failureOf('accounts.test', custom))
  const account = await call('accounts.add', { ...custom, name: 'Mine' })
  answers.push(account, await call('accounts.setKey', { accountId: account.id, apiKey: CANARY }))
  answers.push(
    await failureOf('library.page', { accountId: account.id, containerId: null, kind: null, cursor: null }),
  )
  const { path } = await sampleFile(samplePng(), { name: 'a.png' })
  answers.push(await upload(account.id, [path]))
  await vi.waitUntil(async () =>
    (await call('app.snapshot', {})).jobs.every(({ status }) => status === 'failed'),
  )
  answers.push(await call('app.snapshot', {}), await app.dispatch('accounts.add', { apiKey: CANARY }))
  await vi.waitUntil(() => batches.length > 0)
  await end()
  expect(JSON.stringify(answers)).toContain('bad key •••')
  expect(JSON.stringify([answers, batches, logged])).not.toContain(CANARY)
  const forms = [CANARY, Buffer.from(CANARY).toString('base64'), encodeURIComponent(CANARY)]
  for (const file of allFilesIn(folder))
    for (const form of forms) expect(readFileSync(file).includes(form), file).toBe(false)
})

test('an account that is removed takes its jobs and its key along; the record stays', async () => {
  const folder = await temporaryFolder()
  const sandbox = await testSandbox()
  const { call, failureOf, upload, allDone, end } = await testApp(folder)
  const account = await call('accounts.add', {
    providerId: 'konpro',
    name: 'Mine',
    apiKey: CANARY,
    serverAddress: sandbox.originOf('konpro'),
  })
  const { path } = await sampleFile(samplePng(), { name: 'a.png' })
  await upload(account.id, [path])
  await allDone()
  await call('accounts.remove', { accountId: account.id })
  await call('accounts.remove', { accountId: account.id })
  expect(await call('app.snapshot', {})).toMatchObject({ accounts: [], jobs: [], recordCount: 1 })
  expect(await failureOf('uploads.add', sendTo(account.id, []))).toMatchObject({
    code: 'account-unknown',
  })
  await end()
  expect(readFileSync(join(folder, 'keys.json'), 'utf8')).toBe('{}')
})

test('a refused key blocks its account until a good one is entered', async () => {
  const sandbox = await testSandbox()
  const { call, upload, allDone } = await testApp(await temporaryFolder())
  const server = { providerId: 'konpro', serverAddress: sandbox.originOf('konpro') } as const
  const account = await call('accounts.add', { ...server, name: 'Mine', apiKey: 'sandbox-revoked' })
  const { path } = await sampleFile(samplePng(), { name: 'a.png' })
  await upload(account.id, [path])
  await vi.waitUntil(
    async () => (await call('app.snapshot', {})).accounts[0]?.blockedBy?.code === 'key-refused',
  )
  expect(await call('accounts.setKey', { accountId: account.id, apiKey: 'sandbox-good' })).toMatchObject({
    blockedBy: null,
    heldUntilMs: null,
    rateFullUntilMs: null,
    waitsFor: null,
  })
  await allDone()
})

test('the app’s own files are not for uploading; what was pasted is', async () => {
  const folder = await realpath(await temporaryFolder())
  const { call, upload, allDone } = await testApp(folder)
  const account = await call('accounts.addSandbox', { providerId: 'konpro' })
  writeFileSync(join(folder, 'own.png'), samplePng())
  expect(await upload(account.id, [join(folder, 'own.png')])).toMatchObject({
    acceptedCount: 0,
    refused: [{ name: 'own.png', problem: { code: 'private' } }],
  })
  const names = ['../../evil.png', 'image.png', 'image.png', '.hidden.png']
  const pasted = names.map((name) => call('grants.fromBytes', { name, bytes: new Uint8Array(samplePng()) }))
  const grants = (await Promise.all(pasted)).flatMap((answer) => answer.grants)
  const sent = await call('uploads.add', sendTo(account.id, grants, true))
  expect(sent).toMatchObject({ refused: [], accounts: [{ acceptedCount: 4, refused: [], warned: [] }] })
  await allDone()
  const shown = (await call('app.snapshot', {})).jobs.map(({ fileName }) => fileName)
  expect(shown.toSorted()).toEqual(['evil.png', 'hidden.png', 'image.png', 'image.png'])
  const again = await call('uploads.add', sendTo(account.id, grants, true))
  expect(again).toMatchObject({ refused: [], accounts: [{ acceptedCount: 0, refused: [], warned: [] }] })
})

test('files named at the start are offered to the page as tokens', async () => {
  const { app, call, events } = await testApp(await temporaryFolder())
  const { path } = await sampleFile(samplePng(), { name: 'a.png' })
  await app.offerFiles([])
  await app.offerFiles([path])
  await call('app.snapshot', {})
  await vi.waitUntil(() => events().length > 0)
  expect(events()).toEqual([{ type: 'files.offered', grants: [expect.any(String)] }])
  expect(JSON.stringify(events())).not.toContain(path)
})

test('an address that was never given out shows nothing', async () => {
  const { app } = await testApp(await temporaryFolder())
  for (const url of [
    'app-media://job/x',
    'app-media://asset/x/y',
    'app-media://asset/x',
    'app-media://file/etc/passwd',
  ])
    expect(await app.findPreview(url)).toBeNull()
})
