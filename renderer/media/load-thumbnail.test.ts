// Shows where a thumbnail comes from, and what is not asked for twice.
import { beforeEach, expect, test, vi } from 'vitest'
import { writePeaks } from '../../shared/thumbnail-format.ts'
import { accountId, fakeBridge, ok } from '../bridge/fake-bridge.testkit.ts'
import { loadThumbnail } from './load-thumbnail.ts'
import { subjectKey } from './subject-key.ts'
import { lookAtThumbnail, thumbnailAt } from './thumbnail-store.ts'

const peaks = Array.from({ length: 64 }, (_, index) => index)
const subject = (primaryId: string) => ({ accountId: accountId('a1'), primaryId })
const request = (primaryId: string) => ({
  subject: subject(primaryId),
  kind: 'audio' as const,
  previewUrl: `app-media://asset/a1/${primaryId}`,
})
const forEver = new AbortController().signal

beforeEach(() => {
  vi.stubGlobal(
    'OfflineAudioContext',
    class {
      readonly decodeAudioData = () =>
        Promise.resolve({ duration: 2, getChannelData: () => Float32Array.from(peaks) })
    },
  )
})

test('one that was kept is shown, and nothing is read', async () => {
  const called = fakeBridge({ 'thumbnails.find': () => ok({ bytes: writePeaks(peaks) }) }).install()
  const told = vi.fn()
  lookAtThumbnail(subjectKey(subject('kept')), told)
  await loadThumbnail(request('kept'), forEver)
  expect(thumbnailAt(subjectKey(subject('kept')))).toEqual({ kind: 'peaks', peaks })
  expect(told).toHaveBeenCalledOnce()
  expect(called.map(({ name }) => name)).toEqual(['thumbnails.find'])
})

test('one that was not is drawn, kept, and what it told is passed on', async () => {
  const called = fakeBridge({
    'thumbnails.find': () => ok(null),
    'media.read': () => ok({ mimeType: 'audio/mpeg', bytes: new Uint8Array(10) }),
    'thumbnails.keep': () => ok({}),
    'assets.describe': () => ok({}),
  }).install()
  await loadThumbnail(request('drawn'), forEver)
  expect(thumbnailAt(subjectKey(subject('drawn')))).toMatchObject({ kind: 'peaks' })
  expect(called.map(({ name }) => name)).toEqual([
    'thumbnails.find',
    'media.read',
    'thumbnails.keep',
    'assets.describe',
  ])
  expect(called[3]?.input).toEqual({
    ...subject('drawn'),
    measure: { width: null, height: null, durationMs: 2000 },
  })
})

test('where there is nothing to read none is shown, until a minute has passed', async () => {
  vi.useFakeTimers({ now: 0 })
  fakeBridge({ 'thumbnails.find': () => ok(null), 'media.read': () => ok(null) }).install()
  await loadThumbnail(request('none'), forEver)
  expect(thumbnailAt(subjectKey(subject('none')))).toEqual({ kind: 'none' })
  vi.setSystemTime(61_000)
  expect(thumbnailAt(subjectKey(subject('none')))).toBeNull()
  vi.useRealTimers()
})

test('one that was scrolled away is not asked for', async () => {
  const called = fakeBridge({}).install()
  await loadThumbnail(request('gone'), AbortSignal.abort())
  expect([called, thumbnailAt(subjectKey(subject('gone')))]).toEqual([[], null])
})
