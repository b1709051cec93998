// The whole app after a lost reply: what it finds is in the queue as in the record; what another account has is not taken.
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Result } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import type { Fault } from '../sandbox/faults.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { testPlatform } from './platform.testkit.ts'
import { sendTo } from './send-to.testkit.ts'
import { startApp } from './start-app.ts'
import type { Tuning } from './tuning.ts'
import { wholeRecord } from './whole-record.testkit.ts'

const LONG_MS = { timeout: 15_000 }
async function testApp(folder: string, tuning: Partial<Tuning> = {}) {
  const log = { info: () => undefined, error: () => undefined }
  const app = await startApp({ platform: testPlatform(folder), log, sendEvents: () => undefined, tuning })
  let isOpen = true
  const end = async () => {
    if (isOpen) await app.dispose()
    isOpen = false
  }
  onTestFinished(end)
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const result = (await app.dispatch(name, input)) as Result<CallOutput<N>>
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  const jobs = async () => (await call('app.snapshot', {})).jobs
  return {
    call,
    end,
    jobs,
    addAccount: (name: string, serverAddress: string) =>
      call('accounts.add', { providerId: 'konpro', name, apiKey: 'sandbox-shared', serverAddress }),
    send: async (accountId: AccountId, path: string) => {
      const { grants } = await call('grants.fromPaths', { paths: [path] })
      await call('uploads.add', sendTo(accountId, grants))
    },
    reach: (...statuses: string[]) =>
      vi.waitUntil(
        async () => JSON.stringify((await jobs()).map(({ status }) => status)) === JSON.stringify(statuses),
        LONG_MS,
      ),
  }
}

async function begun(tuning: Partial<Tuning> = {}) {
  const sandbox = await testSandbox()
  const folder = await temporaryFolder()
  const lose = (fault: Fault) => {
    sandbox.faults.add({ method: 'POST' }, fault)
  }
  return { sandbox, folder, lose, base: sandbox.originOf('konpro'), app: await testApp(folder, tuning) }
}

test('row 7: what was found is in the queue as in the record, with its hash', async () => {
  const { app, base, lose, sandbox } = await begun()
  const { id } = await app.addAccount('Main', base)
  const { path, sha256 } = await sampleFile(samplePng(3, 4), { name: 'lost.png' })
  lose({ kind: 'commit-then-drop' })
  await app.send(id, path)
  await app.reach('checking')
  await app.reach('done')
  const [entry] = sandbox.ledger.committed()
  expect(await app.jobs()).toMatchObject([{ assetId: entry?.committedAssetId, failure: null }])
  expect((await app.call('library.record', wholeRecord)).items).toMatchObject([
    { primaryId: entry?.committedAssetId, name: 'lost.png', sha256, accountId: id },
  ])
  expect(sandbox.ledger.entries().filter(({ method }) => method === 'POST')).toHaveLength(1)
})

test('row 59: killed while it looks, the next run finds it', async () => {
  const { app, base, folder, lose, sandbox } = await begun()
  const { id } = await app.addAccount('Main', base)
  const { path } = await sampleFile(samplePng(5, 6), { name: 'lost.png' })
  lose({ kind: 'commit-then-drop' })
  await app.send(id, path)
  await app.reach('checking')
  await app.end()
  const next = await testApp(folder)
  await next.reach('done')
  expect(await next.jobs()).toMatchObject([{ assetId: sandbox.ledger.committed()[0]?.committedAssetId }])
  expect(sandbox.ledger.committed()).toHaveLength(1)
})

test('two accounts with one key: what the other one uploaded is not taken for the lost file', async () => {
  const { app, base, lose, sandbox } = await begun()
  const [first, second] = [await app.addAccount('First', base), await app.addAccount('Second', base)]
  const { path: lost } = await sampleFile(samplePng(7, 8), { name: 'lost.png' })
  const { path: other } = await sampleFile(samplePng(9, 10), { name: 'other.png' })
  lose({ kind: 'reset-after-bytes', afterBytes: 10 })
  await app.send(first.id, lost)
  await app.reach('checking')
  await app.send(second.id, other)
  await app.reach('checking', 'done')
  await new Promise((resolve) => setTimeout(resolve, 2500))
  const [entry] = sandbox.ledger.committed()
  expect((await app.jobs()).map(({ status, assetId }) => [status, assetId])).toEqual([
    ['checking', null],
    ['done', entry?.committedAssetId],
  ])
})

const NEW_ACCESS = [
  ['key', () => ({ apiKey: 'sandbox-another' })],
  ['server', (elsewhere: string) => ({ apiKey: 'sandbox-shared', serverAddress: elsewhere })],
] as const

test.each(NEW_ACCESS)(
  'a file not seen with another %s is not sent again: the person is asked',
  async (_, change) => {
    const { app, base, lose, sandbox } = await begun({ looksAtMs: [10, 600] })
    const elsewhere = await testSandbox()
    const { id } = await app.addAccount('Main', base)
    const { path } = await sampleFile(samplePng(11, 12), { name: 'lost.png' })
    lose({ kind: 'reset-after-bytes', afterBytes: 10 })
    await app.send(id, path)
    await app.reach('checking')
    await app.call('accounts.update', { accountId: id, ...change(elsewhere.originOf('konpro')) })
    await app.reach('unconfirmed')
    const [job] = await app.jobs()
    if (job) await app.call('uploads.check', { jobIds: [job.id] })
    await app.reach('unconfirmed')
    const posts = [sandbox, elsewhere].map(({ ledger }) =>
      ledger.entries().filter(({ method }) => method === 'POST'),
    )
    expect(posts.map(({ length }) => length)).toEqual([1, 0])
  },
)
