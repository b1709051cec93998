// Shows that the page learns of a pause when it begins, when it ends, and after a restart.
import { expect, onTestFinished, test, vi } from 'vitest'
import type { AccountId } from '../../shared/ids.ts'
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { testPlatform } from './platform.testkit.ts'
import { sendTo } from './send-to.testkit.ts'
import { startApp } from './start-app.ts'

async function run(dataFolder: string) {
  const events: AppEvent[] = []
  const note = () => undefined
  const app = await startApp({
    platform: testPlatform(dataFolder),
    log: { info: note, error: note },
    sendEvents: (batch) => events.push(...batch.events),
  })
  let isOpen = true
  const end = async () => {
    if (isOpen) await app.dispose()
    isOpen = false
  }
  onTestFinished(end)
  const ask = <N extends CallName>(name: N, input: CallInput<N>) => app.dispatch(name, input)
  const holds = () =>
    events.flatMap((event) => (event.type === 'account.changed' ? [event.account.heldUntilMs] : []))
  return { ask, holds, end }
}

test('a pause is told when it begins, is there after a restart, and is told when it ends', async () => {
  const [sandbox, folder] = [await testSandbox(), await temporaryFolder()]
  const first = await run(folder)
  await first.ask('app.snapshot', {})
  const serverAddress = sandbox.originOf('konpro')
  const key = { providerId: 'konpro', apiKey: 'sandbox-held', serverAddress } as const
  const added = await first.ask('accounts.add', { ...key, name: 'Held' })
  const { id: accountId } = (added as { value: { id: AccountId } }).value
  sandbox.faults.add({}, { kind: 'answer', status: 429, headers: { 'retry-after': '2' } })
  const askedAtMs = Date.now()
  await first.ask('library.containers', { accountId })
  await vi.waitUntil(() => first.holds().some((untilMs) => untilMs !== null))
  const untilMs = first.holds().at(-1) ?? 0
  expect(untilMs - askedAtMs).toBeGreaterThanOrEqual(2000)
  expect(untilMs - askedAtMs).toBeLessThan(3000)
  await first.end()

  const second = await run(folder)
  const snapshot = await second.ask('app.snapshot', {})
  expect(snapshot).toMatchObject({ value: { accounts: [{ id: accountId }] } })
  const { heldUntilMs } =
    (snapshot as { value: { accounts: { heldUntilMs: number | null }[] } }).value.accounts[0] ?? {}
  expect(Math.abs((heldUntilMs ?? 0) - untilMs)).toBeLessThan(100)
  await vi.waitUntil(() => second.holds().at(-1) === null, { timeout: 4000 })
  expect(Date.now()).toBeGreaterThanOrEqual(untilMs - 100)
  expect(sandbox.ledger.entries()).toHaveLength(1)
})

test('during a pause uploads wait in the queue, none is begun; then all go on by themselves', async () => {
  const sandbox = await testSandbox()
  const { ask, holds } = await run(await temporaryFolder())
  await ask('app.snapshot', {})
  const added = await ask('accounts.add', {
    providerId: 'onemin',
    name: 'Held',
    apiKey: 'sandbox-held',
    serverAddress: sandbox.originOf('onemin'),
  })
  const { id } = (added as { value: { id: AccountId } }).value
  const files = await Promise.all(
    Array.from({ length: 20 }, (_, index) => sampleFile(samplePng(3, index + 1), { name: `${index}.png` })),
  )
  const granted = await ask('grants.fromPaths', { paths: files.map(({ path }) => path) })
  const { grants } = (granted as { value: CallOutput<'grants.fromPaths'> }).value
  sandbox.faults.add({ skip: 6 }, { kind: 'answer', status: 429, headers: { 'retry-after': '1' } })
  await ask('uploads.add', sendTo(id, grants))
  const jobs = async () =>
    ((await ask('app.snapshot', {})) as { value: CallOutput<'app.snapshot'> }).value.jobs
  await vi.waitUntil(() => holds().some((untilMs) => untilMs !== null), { interval: 5 })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect((await jobs()).map(({ status }) => status)).not.toContain('uploading')
  const beforeCount = sandbox.ledger.entries().length
  await vi.waitUntil(async () => (await jobs()).every(({ status }) => status === 'done'), { timeout: 10_000 })
  expect(beforeCount).toBeLessThan(12)
  expect(sandbox.ledger.committed()).toHaveLength(20)
  expect(sandbox.ledger.entries().filter(({ status }) => status === 429)).toHaveLength(1)
  expect(sandbox.ledger.maxConcurrent()).toBeLessThanOrEqual(5)
})
