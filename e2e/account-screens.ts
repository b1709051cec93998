// Brings the window into the screens that depend on the account: its options, its key, what its provider says of an asset.
import type { Sandbox } from '../electron/sandbox/start-sandbox.ts'
import type { Wharf } from './app.fixture.ts'
import { beginDrag, centreOf, dropFiles } from './drop-files.ts'
import { accounts, addAccount, chooseForAccount } from './pages/accounts.ts'
import { sendDialog } from './pages/dialogs.ts'
import { library } from './pages/library.ts'
import { queue } from './pages/queue.ts'
import { writePicture } from './sample-files.ts'
import { expect } from './sandbox.fixture.ts'

type Parts = {
  readonly wharf: Wharf
  readonly sandbox: Sandbox
  readonly look: (screen: string) => Promise<void>
}

const PORTRAITS = 'Token360 · portraits'
const FILMS = 'Indream · films'
const KEPT_UNTIL = '2031-05-06T07:08:00Z'

export async function visitAccountScreens(parts: Parts): Promise<void> {
  await visitAssetStates(parts)
  await visitContainersFailed(parts)
  await visitOptionsOfOneDrop(parts)
}

async function visitAssetStates({ wharf: { page, filesFolder }, sandbox, look }: Parts) {
  const address = sandbox.originOf('token360')
  await addAccount(page, { provider: 'Token360', name: PORTRAITS, key: 'sandbox-portraits', address })
  await look('sidebar-key-for-this-run')
  const { dropZone, asset, assets, details } = library(page)
  const data = { assetId: 'asset-kept-a-while', name: 'kept for a while.png', status: 'active' }
  const body = JSON.stringify({ code: 200, data: { ...data, mediaType: 'image/png', expiresAt: KEPT_UNTIL } })
  sandbox.faults.add({ method: 'POST' }, { kind: 'answer', status: 200, body })
  await dropFiles(page, dropZone, [await writePicture(filesFolder, 'kept for a while.png')])
  await asset(data.assetId).click()
  await expect(details).toContainText('Kept until')
  await details.getByText('Kept until').scrollIntoViewIfNeeded()
  await look('details-expiry')

  await page.getByRole('button', { name: 'Upload options' }).click()
  const options = page.getByRole('dialog', { name: /^Upload options/ })
  await options.getByRole('combobox', { name: 'Group' }).selectOption({ label: 'Virtual portraits' })
  await options.getByText('For the next files only').click()
  await look('upload-options-once')
  await options.getByRole('button', { name: 'Use once' }).click()
  await expect(library(page).region).toContainText('Goes to group Virtual portraits')
  await look('options-line-once')
  await dropFiles(page, dropZone, [await writePicture(filesFolder, 'rejected face.png', 1)])
  const rejected = assets.filter({ hasText: 'rejected face.png' })
  await expect(rejected).toContainText('Failed', { timeout: 15_000 })
  await rejected.click()
  await expect(details).toContainText('The picture shows no face')
  await look('details-readiness-failed')
}

async function visitContainersFailed({ wharf: { page }, sandbox, look }: Parts) {
  const body = '{"title":"Our projects are being moved","status":503}'
  sandbox.faults.add({ method: 'GET', times: 3 }, { kind: 'answer', status: 400, body })
  const address = sandbox.originOf('indream')
  await addAccount(page, { provider: 'Indream', name: FILMS, key: 'sandbox-films', address })
  const problem = library(page).region.getByRole('alert')
  await expect(problem).toContainText('The list of projects could not be loaded.')
  await look('containers-failed')
  sandbox.faults.clear()
  await problem.getByRole('button', { name: 'Retry' }).click()
  await expect(problem).toBeHidden()
}

async function visitOptionsOfOneDrop({ wharf: { page, filesFolder }, look }: Parts) {
  await chooseForAccount(page, PORTRAITS, 'Disable')
  await expect(accounts(page).entry(PORTRAITS)).toContainText('Disabled')
  const drag = await beginDrag(page, { files: [await writePicture(filesFolder, 'cover.png', 2)] })
  await drag.enter(await centreOf(library(page).dropZone))
  const offer = page.getByText('Choose options…')
  await expect(offer).toBeVisible()
  await look('drag-overlay-options')
  await drag.drop(await centreOf(offer))
  const { dialog, send } = sendDialog(page)
  await expect(dialog.getByRole('combobox', { name: 'Project' })).toBeVisible()
  await look('send-with-options')
  await dialog.getByRole('combobox', { name: 'Project' }).selectOption({ label: 'Podcast covers' })
  await dialog.getByRole('button', { name: 'Upload options' }).click()
  await look('send-options-folded')
  await send.click()
  await expect(queue(page).withStatus('done').filter({ hasText: 'cover.png' })).toBeVisible()
  await look('result-said')
}
