// Shows that the page learns of a pause when it begins, when it ends, and after a restart.
import { expect, onTestFinished, test, vi } from 'vitest'
import type { CallInput } from '../../shared/ipc/contract.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { testPlatform } from './platform.testkit.ts'
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
  const { id: accountId } = (added as { value: { id: CallInput<'accounts.remove'>['accountId'] } }).value
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
