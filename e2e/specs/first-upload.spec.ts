// The whole path of the first minute: sandbox, a file, its asset ID, and all of it again after a restart.
import { expect, test } from '../app.fixture.ts'
import { accounts, trySandbox } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writePicture } from '../sample-files.ts'

test('a chosen picture becomes an asset ID in the clipboard', async ({ wharf }) => {
  const { page } = wharf
  await trySandbox(page)
  await library(page).fileInput.setInputFiles(await writePicture(wharf.filesFolder, 'harbour.png'))

  await expect(queue(page).row('harbour.png')).toHaveAttribute('data-status', 'done')
  await queue(page).button('harbour.png', 'Copy ID').click()
  const copied = await wharf.clipboardText()
  expect(copied).not.toBe('')

  const asset = library(page).asset(copied)
  await expect(asset).toBeVisible()
  await expect(asset).toContainText('harbour.png')
})

test('a click on an asset copies its ID, the details copy every other value', async ({ wharf }) => {
  const { page } = wharf
  await trySandbox(page)
  await library(page).fileInput.setInputFiles(await writePicture(wharf.filesFolder, 'harbour.png'))
  await library(page).assets.first().click()

  const id = (await library(page).assets.first().getAttribute('data-asset-id')) ?? ''
  await expect.poll(wharf.clipboardText).toBe(id)

  const { details } = library(page)
  await expect(details).toContainText(id)
  await details.getByRole('button', { name: /Copy image key/i }).click()
  const imageKey = await wharf.clipboardText()
  expect(imageKey).not.toBe(id)
  await expect(details).toContainText(imageKey)
})

test('account, record, library and queue are still there after a restart', async ({ wharf }) => {
  await trySandbox(wharf.page)
  await library(wharf.page).fileInput.setInputFiles(await writePicture(wharf.filesFolder, 'harbour.png'))
  await expect(queue(wharf.page).withStatus('done')).toHaveCount(1)
  const id = await library(wharf.page).assets.first().getAttribute('data-asset-id')

  await wharf.quit()
  await wharf.launch()

  const { page } = wharf
  await expect(accounts(page).entry('KonPro sandbox')).toHaveAttribute('aria-current', 'page')
  await expect(library(page).asset(id ?? '')).toContainText('harbour.png')
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  await accounts(page).entry('All uploads').click()
  await expect(library(page).asset(id ?? '')).toBeVisible()
})

test('the window opens where it was', async ({ wharf }) => {
  const bounds = { x: 60, y: 40, width: 940, height: 610 }
  await wharf.app.evaluate(({ BrowserWindow }, place) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(place)
  }, bounds)
  await wharf.quit()
  await wharf.launch()
  const now = await wharf.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(now).toMatchObject({ width: bounds.width, height: bounds.height })
})
