// The queue: progress, cancel, retry, a refused key, a file that went missing.
import { createHash } from 'node:crypto'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { dropFiles } from '../drop-files.ts'
import { accounts, chooseForAccount } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writeClip, writePicture } from '../sample-files.ts'
import { expect, KONPRO, test, uploadsIn } from '../sandbox.fixture.ts'

const MB = 1024 * 1024
/** More than the buffers between the two processes hold, so that a slow reader is felt. */
const CLIP_BYTES = 40 * MB
/** What the system may hold on the way from one process to the other. */
const BUFFERED_BYTES = 16 * MB
const UPLOAD = { method: 'POST' }

async function percentOf(page: Page, fileName: string): Promise<number> {
  return Number(await queue(page).progress(fileName).getAttribute('aria-valuenow'))
}

test('progress follows the bytes that left, for the eye as for assistive technology', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add(UPLOAD, { kind: 'slow-reader', bytesPerSecond: 12 * MB })
  await dropFiles(page, library(page).dropZone, [await writeClip(filesFolder, 'tour.mp4', CLIP_BYTES)])
  const bar = queue(page).progress('tour.mp4')
  await expect(bar).toHaveAttribute('aria-valuemin', '0')
  await expect(bar).toHaveAttribute('aria-valuemax', '100')

  const seen: number[] = []
  const look = async () => {
    const percent = await percentOf(page, 'tour.mp4')
    seen.push(percent)
    const { bytesReceived = 0 } = uploadsIn(sandbox)[0] ?? {}
    expect((percent / 100) * CLIP_BYTES).toBeLessThanOrEqual(bytesReceived + BUFFERED_BYTES)
    return percent
  }
  for (const part of [10, 40, 70]) await expect.poll(look, { intervals: [50] }).toBeGreaterThanOrEqual(part)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(seen.some((percent) => percent > 0 && percent < 100)).toBe(true)
  await expect(queue(page).row('tour.mp4')).toContainText('MB/s')
  await expect(queue(page).row('tour.mp4')).toContainText('left')

  await expect(queue(page).row('tour.mp4')).toHaveAttribute('data-status', 'done')
  await expect(bar).toBeHidden()
  expect(uploadsIn(sandbox)).toMatchObject([{ bytesReceived: CLIP_BYTES, aborted: false }])
})

test('a cancelled upload ends on the wire, and Retry sends it anew', async ({ konpro, sandbox }) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add(UPLOAD, { kind: 'slow-reader', bytesPerSecond: 8 * MB })
  await dropFiles(page, library(page).dropZone, [await writeClip(filesFolder, 'tour.mp4', CLIP_BYTES)])
  await expect.poll(() => percentOf(page, 'tour.mp4')).toBeGreaterThan(10)
  await queue(page).button('tour.mp4', 'Cancel').click()

  await expect(queue(page).row('tour.mp4')).toHaveAttribute('data-status', 'cancelled')
  await expect(queue(page).row('tour.mp4')).toContainText('Cancelled')
  const cut = await sandbox.ledger.waitFor(({ aborted }) => aborted)
  expect(cut.bytesReceived).toBeLessThan(CLIP_BYTES)
  expect(sandbox.ledger.committed()).toEqual([])

  await queue(page).button('tour.mp4', 'Retry').click()
  await expect(queue(page).row('tour.mp4')).toHaveAttribute('data-status', 'done')
  expect(sandbox.ledger.committed()).toHaveLength(1)
  expect(uploadsIn(sandbox)).toHaveLength(2)
})

test('a queued file can be paused, resumed or cancelled before any byte of it leaves', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add({ ...UPLOAD, times: 2 }, { kind: 'delay-answer', delayMs: 3000 })
  const names = ['one.png', 'two.png', 'three.png', 'four.png']
  const paths = await Promise.all(names.map((name, scene) => writePicture(filesFolder, name, scene)))
  await dropFiles(page, library(page).dropZone, paths)
  await queue(page).button('three.png', 'Pause').click()
  await expect(queue(page).row('three.png')).toHaveAttribute('data-status', 'paused')
  await queue(page).button('four.png', 'Cancel').click()
  await expect(queue(page).row('four.png')).toHaveAttribute('data-status', 'cancelled')

  await expect(queue(page).withStatus('done')).toHaveCount(2)
  expect(uploadsIn(sandbox)).toHaveLength(2)
  await queue(page).button('three.png', 'Resume').click()
  await expect(queue(page).withStatus('done')).toHaveCount(3)
  expect(uploadsIn(sandbox)).toHaveLength(3)
})

test('a key refused in mid-queue keeps every job, and a new key resumes them', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  // Revoked for everything: a key that only one request was refused for would be asked about once more.
  const revoked = {
    kind: 'answer',
    status: 401,
    body: '{"error":{"message":"This key was revoked"}}',
  } as const
  sandbox.faults.add({ ...UPLOAD, skip: 1, times: Infinity }, revoked)
  sandbox.faults.add({ method: 'GET', times: Infinity }, revoked)
  const names = ['1.png', '2.png', '3.png', '4.png', '5.png', '6.png']
  const paths = await Promise.all(names.map((name, scene) => writePicture(filesFolder, name, scene)))
  await dropFiles(page, library(page).dropZone, paths)

  await expect(accounts(page).entry(KONPRO)).toContainText('Key refused')
  await expect(queue(page).withStatus('uploading')).toHaveCount(0)
  await expect(queue(page).withStatus('failed')).toHaveCount(0)
  await expect(queue(page).rows).toHaveCount(6)
  await expect(queue(page).withStatus('queued').first()).toContainText('KonPro did not accept the API key.')
  const sentBefore = uploadsIn(sandbox).length
  expect(sentBefore).toBeLessThanOrEqual(3)
  sandbox.faults.clear()

  await chooseForAccount(page, KONPRO, /^New key/)
  await accounts(page).newKey.fill('sandbox-e2e-renewed')
  await accounts(page).saveKey.click()
  await expect(queue(page).withStatus('done')).toHaveCount(6)
  await expect(accounts(page).entry(KONPRO)).toContainText('Ready')
  expect(sandbox.ledger.committed().filter(({ method }) => method === 'POST')).toHaveLength(6)
})

test('a file that is gone at its turn fails with the reason, and goes up once restored', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add({ ...UPLOAD, times: 2 }, { kind: 'delay-answer', delayMs: 2500 })
  const names = ['one.png', 'two.png', 'moved.png', 'last.png']
  const paths = await Promise.all(names.map((name, scene) => writePicture(filesFolder, name, scene)))
  const [, , moved = ''] = paths
  await dropFiles(page, library(page).dropZone, paths)
  await expect(queue(page).withStatus('queued')).toHaveCount(2)
  await rename(moved, `${moved}.away`)

  await expect(queue(page).withStatus('done')).toHaveCount(3)
  await expect(queue(page).row('moved.png')).toHaveAttribute('data-status', 'failed')
  await expect(queue(page).row('moved.png')).toContainText('The file is no longer where it was.')
  expect(uploadsIn(sandbox)).toHaveLength(3)

  await rename(`${moved}.away`, moved)
  await queue(page).button('moved.png', 'Retry').click()
  await expect(queue(page).row('moved.png')).toHaveAttribute('data-status', 'done')
})

test('a file rewritten while it waits is not sent unasked; Retry sends it as it is now', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add({ ...UPLOAD, times: 2 }, { kind: 'delay-answer', delayMs: 1500 })
  const names = ['one.png', 'two.png', 'rewritten.png']
  const paths = await Promise.all(names.map((name, scene) => writePicture(filesFolder, name, scene)))
  await dropFiles(page, library(page).dropZone, paths)
  await expect(queue(page).withStatus('queued')).toHaveCount(1)
  await writePicture(filesFolder, 'rewritten.png', 5)

  await expect(queue(page).row('rewritten.png')).toHaveAttribute('data-status', 'failed')
  await expect(queue(page).row('rewritten.png')).toContainText('The file changed while it was in the queue.')
  expect(uploadsIn(sandbox)).toHaveLength(2)
  await queue(page).button('rewritten.png', 'Retry').click()
  await expect(queue(page).row('rewritten.png')).toHaveAttribute('data-status', 'done')
  const sha256 = createHash('sha256').update(await readFile(join(filesFolder, 'rewritten.png')))
  expect(sandbox.ledger.committed().at(-1)?.sha256).toBe(sha256.digest('hex'))
})

test('what is over is cleared at once, IDs are copied, failures stay until dealt with', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add(
    { ...UPLOAD, times: 2 },
    { kind: 'answer', status: 400, body: '{"error":{"message":"No such folder"}}' },
  )
  await dropFiles(page, library(page).dropZone, [
    await writePicture(filesFolder, 'bad one.png', 0),
    await writePicture(filesFolder, 'bad two.png', 1),
  ])
  await expect(queue(page).withStatus('failed')).toHaveCount(2)
  await expect(queue(page).row('bad one.png')).toContainText('No such folder')
  await dropFiles(page, library(page).dropZone, [await writePicture(filesFolder, 'good.png', 2)])
  await expect(queue(page).row('good.png')).toHaveAttribute('data-status', 'done')
  await queue(page).button('good.png', 'Copy ID').click()
  await expect.poll(konpro.clipboardText).toBe(sandbox.ledger.committed()[0]?.committedAssetId)
  await expect(queue(page).button('good.png', 'Copied')).toBeVisible()

  await queue(page).clearDone.click()
  await expect(queue(page).rows).toHaveCount(2)
  await expect(queue(page).withStatus('failed')).toHaveCount(2)
  await rm(filesFolder, { recursive: true })
  await queue(page).retryFailed.click()
  await expect(queue(page).row('bad two.png')).toContainText('The file is no longer where it was.')
  for (const name of ['bad one.png', 'bad two.png']) {
    await queue(page).button(name, 'Take off the list').click()
    await expect(queue(page).row(name)).toBeHidden()
  }
  await expect(queue(page).rows).toHaveCount(0)
  await expect(queue(page).region).toContainText('Nothing on its way')
})
