// Brings the window into every screen with every state, one after the other, for those who look at all of them.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fault } from '../electron/sandbox/faults.ts'
import type { Sandbox } from '../electron/sandbox/start-sandbox.ts'
import { writeSamplePictures } from '../scripts/sample-pictures.mjs'
import { visitAccountScreens } from './account-screens.ts'
import type { Wharf } from './app.fixture.ts'
import { beginDrag, centreOf, dropFiles } from './drop-files.ts'
import { accounts, addAccount, chooseForAccount, openAddAccount, typeAccount } from './pages/accounts.ts'
import { refusedDialog } from './pages/dialogs.ts'
import { library } from './pages/library.ts'
import { visitIntake } from './intake-screens.ts'
import { queue } from './pages/queue.ts'
import { settings } from './pages/settings.ts'
import { writeBytes, writeClip } from './sample-files.ts'
import { expect, KONPRO, KONPRO_KEY } from './sandbox.fixture.ts'

type Look = (screen: string) => Promise<void>
type Parts = { readonly wharf: Wharf; readonly sandbox: Sandbox; readonly look: Look }

const MB = 1024 * 1024
/** Long enough for a look at it. */
const LOADING_MS = 5000
const REPAIR: Fault = {
  kind: 'answer',
  status: 500,
  body: '{"error":{"message":"Our list is being repaired"}}',
}

/** From the first start on; `look` is called at each screen, named in kebab-case. */
export async function visitEveryScreen(parts: Parts): Promise<void> {
  await parts.look('first-run')
  await visitAddAccount(parts)
  await visitFailingLibrary(parts)
  await visitUploads(parts)
  await visitLibrary(parts)
  await visitDrop(parts)
  await visitIntake(parts)
  await visitDialogs(parts)
  await visitAccountScreens(parts)
}

async function visitAddAccount({ wharf: { page }, sandbox, look }: Parts) {
  const { dialog, save, test, key } = accounts(page)
  await openAddAccount(page)
  await look('add-account')
  await save.click()
  await look('add-account-incomplete')
  const address = sandbox.originOf('konpro')
  await typeAccount(page, { name: KONPRO, key: 'sandbox-revoked', address })
  await look('add-account-advanced')
  await test.click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await look('add-account-refused')
  await key.fill(KONPRO_KEY)
  await test.click()
  await expect(dialog.getByRole('status')).toContainText('The key works.')
  await look('add-account-works')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
}

async function visitFailingLibrary({ wharf: { page }, sandbox, look }: Parts) {
  sandbox.faults.add({ method: 'GET', times: 2 }, { kind: 'delay-answer', delayMs: LOADING_MS })
  await addAccount(page, { name: KONPRO, key: KONPRO_KEY, address: sandbox.originOf('konpro') })
  const { region, type } = library(page)
  await look('library-loading')
  await expect(region).toContainText('Nothing here yet')
  await look('library-empty')
  sandbox.faults.add({ method: 'GET' }, REPAIR)
  await type.selectOption('Videos')
  await expect(region.getByRole('alert')).toContainText('Our list is being repaired')
  await look('library-failed')
  await region.getByRole('button', { name: 'Retry' }).click()
  await expect(region).toContainText('Nothing of this type')
  await look('library-none-of-type')
  await type.selectOption('All')
}

async function visitUploads({ wharf: { page, filesFolder }, sandbox, look }: Parts) {
  const { withStatus, button } = queue(page)
  const [dawn = '', sea = '', ...others] = await writeSamplePictures(filesFolder)
  const post = { method: 'POST' }
  sandbox.faults.add(post, { kind: 'commit-then-drop' })
  const body = '{"error":{"message":"The folder is full","code":"FOLDER_FULL"}}'
  sandbox.faults.add(post, { kind: 'answer', status: 400, body })
  sandbox.faults.add({ method: 'GET', pathPrefix: '/konpro/v1/asset/list' }, { kind: 'silent' })
  await dropFiles(page, library(page).dropZone, [dawn, sea])
  await expect(withStatus('failed')).toHaveCount(1)
  await expect(withStatus('checking')).toHaveCount(1)
  await sandbox.ledger.waitFor(({ method, endedAtMs }) => method === 'GET' && endedAtMs === null)
  await look('uploads-checking')
  await button('harbour-dawn.png', 'Cancel').click()
  await expect(withStatus('unconfirmed')).toHaveCount(1)
  await dropFiles(page, library(page).dropZone, others)
  await expect(withStatus('done')).toHaveCount(others.length)

  sandbox.faults.add({ ...post, times: 2 }, { kind: 'stall-after-bytes', afterBytes: 4 * MB })
  const clips = await Promise.all(
    ['tour.mp4', 'interview.mp4', 'harbour by night.mp4', 'outtakes.mp4'].map((name) =>
      writeClip(filesFolder, name, 40 * MB),
    ),
  )
  await dropFiles(page, library(page).dropZone, clips)
  await expect(withStatus('uploading')).toHaveCount(2)
  await button('outtakes.mp4', 'Pause').click()
  await expect(withStatus('paused')).toHaveCount(1)
  await expect(queue(page).progress('tour.mp4')).not.toHaveAttribute('aria-valuenow', '0')
  await look('uploads')
  await queue(page).scroller.evaluate((list) => list.scrollTo(0, 0))
  await expect(queue(page).row('harbour-dawn.png')).toBeVisible()
  await look('uploads-needs-you')
  await queue(page).scroller.evaluate((list) => list.scrollTo(0, list.scrollHeight))
  // The waiting one first, or it would take the place of one that was cancelled.
  for (const name of ['harbour by night.mp4', 'outtakes.mp4', 'interview.mp4', 'tour.mp4'])
    await button(name, 'Cancel').click()
  await expect(withStatus('cancelled')).toHaveCount(clips.length)
  await look('uploads-cancelled')
  await queue(page).clearDone.click()
  await button('harbour-dawn.png', 'Upload again').click()
  await expect(withStatus('done')).toHaveCount(1)
  await button('north-sea.png', 'Retry').click()
  await expect(withStatus('done')).toHaveCount(2)
}

async function visitLibrary({ wharf: { page }, sandbox, look }: Parts) {
  const { assets, search, region, details } = library(page)
  await expect(assets.first()).toBeVisible()
  await look('library-grid')
  await assets.first().click()
  await expect(details).toContainText('Asset ID')
  await look('details')
  await assets.nth(2).click({ modifiers: ['Shift'] })
  await look('details-of-several')
  await region.getByRole('radio', { name: 'List' }).click()
  await look('library-list')
  await region.getByRole('radio', { name: 'Grid' }).click()
  await search.fill('no asset is called that')
  await expect(region).toContainText('No match')
  await look('library-no-match')
  await search.fill('')
  sandbox.faults.add({ method: 'GET', pathPrefix: '/konpro' }, REPAIR)
  await page.keyboard.press('F5')
  await expect(region.getByRole('alert')).toContainText('Could not refresh.')
  await look('library-refresh-failed')
  await region.getByRole('button', { name: 'Retry' }).click()
  await expect(region.getByRole('alert')).toBeHidden()
  await accounts(page).entry('All uploads').click()
  await expect(assets.first()).toBeVisible()
  await look('all-uploads')
  await accounts(page).entry(KONPRO).click()
}

async function visitDrop({ wharf: { page, filesFolder }, sandbox, look }: Parts) {
  const address = sandbox.originOf('konpro')
  await addAccount(page, { name: 'KonPro · client', key: 'sandbox-e2e-second', address })
  await accounts(page).entry(KONPRO).click()
  const words = await writeBytes(filesFolder, 'notes.txt', 'only words')
  const drag = await beginDrag(page, { files: [words] })
  const middle = await centreOf(library(page).dropZone)
  await drag.enter(middle)
  await expect(page.getByText('Drop to upload to')).toBeVisible()
  await look('drag-overlay')
  await drag.drop(middle)
  const { dialog, dismiss } = refusedDialog(page)
  await dismiss.click()

  const empty = join(filesFolder, 'empty folder')
  await mkdir(empty)
  await dropFiles(page, library(page).dropZone, [
    words,
    await writeBytes(filesFolder, 'empty.png', ''),
    empty,
  ])
  await expect(dialog).toBeVisible()
  await look('refused')
  await dismiss.click()
}

async function visitDialogs({ wharf: { page }, look }: Parts) {
  const { removal, keyDialog } = accounts(page)
  await settings(page).open.click()
  await expect(settings(page).dialog).toBeVisible()
  await look('settings')
  await page.keyboard.press('Escape')
  await chooseForAccount(page, 'KonPro · client', /^New key/)
  await expect(keyDialog).toBeVisible()
  await look('enter-key')
  await page.keyboard.press('Escape')
  await chooseForAccount(page, 'KonPro · client', /^Remove…/)
  await expect(removal).toBeVisible()
  await look('remove-account')
  await page.keyboard.press('Escape')
  await expect(removal).toBeHidden()
}
