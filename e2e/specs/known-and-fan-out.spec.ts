// Known content and fan-out: nothing is sent twice unasked, one drop goes to several accounts.
import { copyFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beginDrag, centreOf, dropFiles } from '../drop-files.ts'
import { accounts, addAccount } from '../pages/accounts.ts'
import { knownDialog, refusedDialog, sendDialog } from '../pages/dialogs.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { settings } from '../pages/settings.ts'
import { writeBytes, writeClip, writePicture } from '../sample-files.ts'
import { expect, KONPRO, test, uploadsIn } from '../sandbox.fixture.ts'

const CLIENT = 'KonPro · client'

test('the same bytes dropped again are offered as the ID that is there, and not sent', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder, clipboardText } = konpro
  const first = await writePicture(filesFolder, 'harbour.png')
  await dropFiles(page, library(page).dropZone, [first])
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  const id = sandbox.ledger.committed()[0]?.committedAssetId ?? ''

  const copy = join(filesFolder, 'a copy.png')
  await copyFile(first, copy)
  await symlink(first, join(filesFolder, 'a link.png'))
  const { dialog, entry, copyIds, skip } = knownDialog(page)
  await dropFiles(page, library(page).dropZone, [first, copy, join(filesFolder, 'a link.png')])
  await expect(dialog).toHaveAccessibleName('3 files are already there')
  await expect(entry('a copy.png')).toContainText(id)
  await copyIds.click()
  await expect.poll(clipboardText).toBe(id)
  await skip.click()
  await expect(dialog).toBeHidden()
  expect(uploadsIn(sandbox)).toHaveLength(1)
  await expect(queue(page).rows).toHaveCount(1)
})

test('closed without an answer nothing is lost, and the files can still be sent', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  const file = await writePicture(filesFolder, 'harbour.png')
  await dropFiles(page, library(page).dropZone, [file])
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  await dropFiles(page, library(page).dropZone, [file])
  const { dialog, uploadAnyway } = knownDialog(page)
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.getByRole('status').getByRole('button', { name: 'Show' }).click()
  await uploadAnyway.click()
  await expect(queue(page).withStatus('done')).toHaveCount(2)
  expect(sandbox.ledger.committed()).toHaveLength(2)
})

test('what is to be done every time is done without a question, and can be changed', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  const file = await writePicture(filesFolder, 'harbour.png')
  await dropFiles(page, library(page).dropZone, [file])
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  await dropFiles(page, library(page).dropZone, [file])
  const { dialog, always, skip } = knownDialog(page)
  await always.click({ force: true })
  await skip.click()
  await dropFiles(page, library(page).dropZone, [file])
  await expect(page.getByRole('status').filter({ hasText: 'already there' })).toBeVisible()
  await expect(dialog).toBeHidden()
  expect(uploadsIn(sandbox)).toHaveLength(1)

  await settings(page).open.click()
  const choice = settings(page).dialog.getByRole('radiogroup', { name: 'Files already there' })
  await choice.getByRole('radio', { name: 'Upload anyway' }).click()
  await page.keyboard.press('Escape')
  await dropFiles(page, library(page).dropZone, [file])
  await expect(queue(page).withStatus('done')).toHaveCount(2)
  await expect(dialog).toBeHidden()
})

test('what is on its way counts as there', async ({ konpro, sandbox }) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add({ method: 'POST' }, { kind: 'delay-answer', delayMs: 4000 })
  const clip = await writeClip(filesFolder, 'tour.mp4', 1024 * 1024)
  await copyFile(clip, join(filesFolder, 'twin.mp4'))
  await dropFiles(page, library(page).dropZone, [clip, join(filesFolder, 'twin.mp4')])
  const { dialog, entry, skip } = knownDialog(page)
  await expect(dialog).toHaveAccessibleName('1 file is already there')
  await expect(entry('twin.mp4')).toContainText('On its way to KonPro · main already, as tour.mp4')
  await skip.click()
  await dropFiles(page, library(page).dropZone, [join(filesFolder, 'twin.mp4')])
  await skip.click()
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  expect(uploadsIn(sandbox)).toHaveLength(1)
})

test('one drop goes to several accounts: one row, a cell for each, after a restart as before', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  await addAccount(page, { name: CLIENT, key: 'sandbox-e2e-second', address: sandbox.originOf('konpro') })
  await accounts(page).entry(KONPRO).click()
  const picture = await writePicture(filesFolder, 'harbour.png')
  const drag = await beginDrag(page, { files: [picture] })
  const middle = await centreOf(library(page).dropZone)
  await drag.enter(middle)
  const overlay = page.getByRole('status').filter({ hasText: 'Drop to upload to' })
  const tile = await centreOf(overlay.getByRole('listitem').filter({ hasText: CLIENT }))
  await drag.over(tile, true)
  await expect(overlay.getByRole('paragraph').first()).toContainText(`${KONPRO} and ${CLIENT}`)
  await drag.drop(middle)

  await expect(queue(page).withStatus('done')).toHaveCount(2)
  const grouped = async () => {
    const row = queue(konpro.page).region.locator('[data-file-id]')
    await expect(row).toHaveCount(1)
    const cells = row.locator('[data-job-id]')
    await expect(cells).toHaveCount(2)
    for (const [index, name] of [KONPRO, CLIENT].entries()) {
      await expect(cells.nth(index)).toHaveAccessibleName(`harbour.png, ${name}, Uploaded`)
      await expect(cells.nth(index).getByRole('button', { name: 'Copy ID' })).toBeVisible()
    }
  }
  await grouped()
  const committed = sandbox.ledger.committed()
  expect(committed).toHaveLength(2)
  expect(new Set(committed.map(({ keyDigest }) => keyDigest)).size).toBe(2)
  expect(new Set(committed.map(({ sha256 }) => sha256)).size).toBe(1)

  await konpro.quit()
  await konpro.launch()
  await grouped()
})

test('accounts are chosen in the Send dialog as well; each refuses for itself', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  const address = sandbox.originOf('onemin')
  await addAccount(page, { provider: '1min.ai', name: 'team', key: 'sandbox-e2e-team', address })
  await accounts(page).entry(KONPRO).click()
  const files = [
    await writePicture(filesFolder, 'harbour.png'),
    await writeBytes(filesFolder, 'notes.txt', 'words'),
  ]
  const drag = await beginDrag(page, { files })
  await drag.enter(await centreOf(library(page).dropZone))
  await drag.drop(await centreOf(page.getByRole('listitem').filter({ hasText: 'Several accounts…' })))
  const { dialog, send } = sendDialog(page)
  await dialog.getByRole('checkbox', { name: 'team' }).click({ force: true })
  await send.click()
  await expect(refusedDialog(page).reason('notes.txt').first()).toContainText(KONPRO)
  await refusedDialog(page).dismiss.click()
  const cells = queue(page).region.locator('[data-file-id] [data-job-id][data-status="done"]')
  await expect(cells.filter({ hasText: 'harbour.png' })).toHaveCount(2)
})
