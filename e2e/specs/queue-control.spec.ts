// Control of the queue, proved by the server's ledger: pausing, order, limits at once, all of it by keyboard too.
import type { Page } from '@playwright/test'
import type { LedgerEntry } from '../../electron/sandbox/ledger.ts'
import type { Sandbox } from '../../electron/sandbox/start-sandbox.ts'
import { dropFiles } from '../drop-files.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { settings } from '../pages/settings.ts'
import { writeClip, writePicture } from '../sample-files.ts'
import { expect, KONPRO, test, uploadsIn } from '../sandbox.fixture.ts'

const MB = 1024 * 1024
const CLIP_BYTES = 40 * MB
const UPLOAD = { method: 'POST' }
const isUpload = ({ method }: LedgerEntry) => method === 'POST'

async function dropPictures(page: Page, folder: string, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `${index}.png`)
  const paths = await Promise.all(names.map((name, scene) => writePicture(folder, name, scene)))
  await dropFiles(page, library(page).dropZone, paths)
  await expect(queue(page).rows).toHaveCount(count)
  return names
}

/** The names of the files that arrived, in the order in which they did. */
async function arrived(page: Page, sandbox: Sandbox): Promise<(string | undefined)[]> {
  const nameOf = new Map<string, string>()
  for (const row of await queue(page).rows.all()) {
    const id = await row.locator('.upload-id').textContent()
    const name = await row.locator('.file-name').textContent()
    if (id !== null && name !== null) nameOf.set(id, name)
  }
  return uploadsIn(sandbox).map(({ committedAssetId }) => nameOf.get(committedAssetId ?? ''))
}

async function chooseAtOnce(page: Page, count: string, label: string | RegExp) {
  await settings(page).open.click()
  await settings(page).dialog.getByRole('combobox', { name: label }).selectOption(count)
  await page.keyboard.press('Escape')
  await expect(settings(page).dialog).toBeHidden()
}

test('a pause in mid-body ends the request, and Resume leads to exactly one copy', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add(UPLOAD, { kind: 'slow-reader', bytesPerSecond: 8 * MB })
  await dropFiles(page, library(page).dropZone, [await writeClip(filesFolder, 'tour.mp4', CLIP_BYTES)])
  await expect
    .poll(async () => Number(await queue(page).progress('tour.mp4').getAttribute('aria-valuenow')))
    .toBeGreaterThan(10)
  await queue(page).button('tour.mp4', 'Pause').click()
  await expect(queue(page).row('tour.mp4')).toHaveAttribute('data-status', 'paused')
  const cut = await sandbox.ledger.waitFor(({ aborted }) => aborted)
  expect(cut.bytesReceived).toBeLessThan(CLIP_BYTES)
  expect(sandbox.ledger.committed()).toEqual([])

  await queue(page).button('tour.mp4', 'Resume').click()
  await expect(queue(page).row('tour.mp4')).toHaveAttribute('data-status', 'done')
  expect(sandbox.ledger.committed()).toHaveLength(1)
  expect(uploadsIn(sandbox)).toHaveLength(2)
})

test('files arrive in the order that the person gave them, by drag as by menu', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  await chooseAtOnce(page, '1', 'At the same time, at most')
  sandbox.faults.add(UPLOAD, { kind: 'delay-answer', delayMs: 6000 })
  await dropPictures(page, filesFolder, 5)
  await expect(queue(page).row('0.png')).toHaveAttribute('data-status', 'uploading')

  await queue(page)
    .row('4.png')
    .click({ button: 'right', position: { x: 200, y: 20 } })
  await page.getByRole('menuitem', { name: 'Upload next' }).click()
  await expect(queue(page).fileNames).toHaveText(['0.png', '4.png', '1.png', '2.png', '3.png'])
  const grip = { sourcePosition: { x: 100, y: 20 }, targetPosition: { x: 100, y: 8 } }
  await queue(page).row('3.png').dragTo(queue(page).row('1.png'), grip)
  const order = ['0.png', '4.png', '3.png', '1.png', '2.png']
  await expect(queue(page).fileNames).toHaveText(order)
  await expect(queue(page).withStatus('done')).toHaveCount(5, { timeout: 15_000 })
  expect(await arrived(page, sandbox)).toEqual(order)
})

test('caps hold from the moment they are chosen, also for an account alone', async ({ konpro, sandbox }) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add({ ...UPLOAD, times: 20 }, { kind: 'delay-answer', delayMs: 400 })
  await chooseAtOnce(page, '1', new RegExp(KONPRO))
  await dropPictures(page, filesFolder, 6)
  await expect(queue(page).withStatus('done')).toHaveCount(2)
  expect(sandbox.ledger.maxConcurrent(isUpload)).toBe(1)
  await chooseAtOnce(page, '2', new RegExp(KONPRO))
  await expect(queue(page).withStatus('done')).toHaveCount(6)
  expect(sandbox.ledger.maxConcurrent(isUpload)).toBe(2)
})

test('everything can be done without a pointer', async ({ konpro, sandbox }) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add({ ...UPLOAD, times: 2 }, { kind: 'delay-answer', delayMs: 8000 })
  await dropPictures(page, filesFolder, 6)
  await expect(queue(page).withStatus('uploading')).toHaveCount(2)
  const { keyboard } = page
  const { row } = queue(page)
  await row('0.png').focus()
  await keyboard.press('End')
  await expect(row('5.png')).toBeFocused()
  await keyboard.press('Alt+Home')
  await expect(queue(page).fileNames).toHaveText(['0.png', '1.png', '5.png', '2.png', '3.png', '4.png'])
  await expect(row('5.png')).toBeFocused()
  await keyboard.press('Alt+ArrowDown')
  await expect(queue(page).fileNames).toHaveText(['0.png', '1.png', '2.png', '5.png', '3.png', '4.png'])
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('Space')
  await expect(queue(page).withStatus('paused')).toHaveCount(2)
  await keyboard.press('Space')
  await expect(queue(page).withStatus('paused')).toHaveCount(0)
  await keyboard.press('End')
  await keyboard.press('Delete')
  await expect(row('4.png')).toHaveAttribute('data-status', 'cancelled')
  await keyboard.press('Enter')
  await expect(row('4.png')).toHaveAttribute('data-status', 'queued')
  await keyboard.press('Shift+F10')
  await expect(page.getByRole('menuitem', { name: 'Pause' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(row('4.png')).toBeFocused()
  await expect(queue(page).withStatus('done')).toHaveCount(6, { timeout: 20_000 })
  await keyboard.press('Control+A')
  await keyboard.press('Delete')
  await expect(queue(page).rows).toHaveCount(0)
})

test('Pause all stops everything, Resume all goes on; height and fold outlast a restart', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add({ ...UPLOAD, times: 2 }, { kind: 'slow-reader', bytesPerSecond: 4 * MB })
  const paths = await Promise.all(
    ['a.mp4', 'b.mp4', 'c.mp4'].map((name) => writeClip(filesFolder, name, CLIP_BYTES)),
  )
  await dropFiles(page, library(page).dropZone, paths)
  await expect(queue(page).withStatus('uploading')).toHaveCount(2)
  await queue(page).region.getByRole('button', { name: 'Pause all' }).click()
  await expect(queue(page).withStatus('paused')).toHaveCount(3)
  await page.getByRole('separator', { name: 'Height of the uploads' }).press('ArrowUp')
  const { heightPx } = await page.evaluate(() => ({
    heightPx: document.querySelector('.upload-scroll')?.clientHeight ?? 0,
  }))
  await queue(page).region.getByRole('button', { name: 'Resume all' }).click()
  await expect(queue(page).withStatus('done')).toHaveCount(3, { timeout: 20_000 })
  expect(sandbox.ledger.committed()).toHaveLength(3)

  await konpro.quit()
  await konpro.launch()
  const scroller = konpro.page.locator('.upload-scroll')
  expect(await scroller.evaluate(({ clientHeight }) => clientHeight)).toBe(heightPx)
  await queue(konpro.page).region.getByRole('button', { name: 'Hide uploads' }).click()
  await expect(scroller).toBeHidden()
  await konpro.quit()
  await konpro.launch()
  await expect(queue(konpro.page).region.getByRole('button', { name: 'Show uploads' })).toBeVisible()
  await expect(konpro.page.locator('.upload-scroll')).toBeHidden()
})

test('a limit on the speed is kept as the server sees it, by what runs already too', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  const paths = await Promise.all(['a.mp4', 'b.mp4'].map((name) => writeClip(filesFolder, name, CLIP_BYTES)))
  await settings(page).open.click()
  const { dialog } = settings(page)
  await dialog.getByText('Limit the upload speed').click()
  await dialog.getByRole('textbox', { name: 'Megabytes per second' }).fill('4')
  await page.keyboard.press('Escape')
  await dropFiles(page, library(page).dropZone, paths)
  await expect(queue(page).withStatus('uploading')).toHaveCount(2)

  const received = () => uploadsIn(sandbox).reduce((sum, { bytesReceived }) => sum + bytesReceived, 0)
  const speedOver = async (durationMs: number) => {
    const [beganAtMs, before] = [performance.now(), received()]
    await page.waitForTimeout(durationMs)
    return ((received() - before) * 1000) / (performance.now() - beganAtMs)
  }
  await page.waitForTimeout(1000)
  const limited = await speedOver(4000)
  expect(limited).toBeGreaterThan(3_200_000)
  expect(limited).toBeLessThan(4_800_000)

  await settings(page).open.click()
  await dialog.getByRole('textbox', { name: 'Megabytes per second' }).fill('8')
  const faster = await speedOver(3000)
  expect(faster).toBeGreaterThan(6_400_000)
  expect(faster).toBeLessThan(9_600_000)
  await dialog.getByText('Limit the upload speed').click()
  await page.keyboard.press('Escape')
  await expect(queue(page).withStatus('done')).toHaveCount(2)
  expect(sandbox.ledger.committed()).toHaveLength(2)
})
