// Tests how gently an asset that is being worked on is asked about.
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Answers, anItem, fakeBridge, ok, refused } from '../bridge/fake-bridge.testkit.ts'
import { libraryKey } from './library-key.ts'
import { watchAsset } from './watch-asset.ts'

const EVERY_MS = 3000
const item = anItem('face', { readiness: 'processing' })
const key = libraryKey({
  from: 'record',
  accountId: null,
  containerId: null,
  kind: null,
  search: '',
  sinceMs: null,
  state: null,
  tag: null,
  sort: { by: 'date', direction: 'descending' },
})

function start(answers: Answers = { 'assets.refresh': () => ok(item) }) {
  const asked = fakeBridge(answers).install()
  const client = new QueryClient()
  client.setQueryData(key, { pages: [{ items: [item], nextCursor: null, total: null }], pageParams: [null] })
  return { asked, client }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

test('two who look at it ask once, and not at all once both have looked away', async () => {
  const { asked, client } = start()
  const leaveGrid = watchAsset(client, item)
  const leaveDetails = watchAsset(client, item)
  await vi.advanceTimersByTimeAsync(2 * EVERY_MS)
  expect(asked).toHaveLength(2)
  leaveGrid()
  await vi.advanceTimersByTimeAsync(EVERY_MS)
  expect(asked).toHaveLength(3)
  leaveDetails()
  await vi.advanceTimersByTimeAsync(5 * EVERY_MS)
  expect(asked).toHaveLength(3)
})

test('what became of it is shown', async () => {
  const { client } = start({ 'assets.refresh': () => ok({ ...item, readiness: 'ready' }) })
  const leave = watchAsset(client, item)
  await vi.advanceTimersByTimeAsync(EVERY_MS)
  leave()
  expect(client.getQueryData(key)).toMatchObject({ pages: [{ items: [{ readiness: 'ready' }] }] })
})

test('a slow answer is waited for, a failed one ends it', async () => {
  let answer = (): void => undefined
  const slow = new Promise<void>((resolve) => (answer = resolve))
  const { asked, client } = start({ 'assets.refresh': () => slow.then(() => refused('host-not-found')) })
  const leave = watchAsset(client, item)
  await vi.advanceTimersByTimeAsync(4 * EVERY_MS)
  expect(asked).toHaveLength(1)
  answer()
  await vi.advanceTimersByTimeAsync(4 * EVERY_MS)
  leave()
  expect(asked).toHaveLength(1)
})

test('nothing is asked while nobody can see it', async () => {
  const { asked, client } = start()
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const leave = watchAsset(client, item)
  await vi.advanceTimersByTimeAsync(4 * EVERY_MS)
  leave()
  expect(asked).toEqual([])
})
