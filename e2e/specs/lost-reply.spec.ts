// A reply that is lost: what Wharf finds out by itself, what it asks, and that nothing is sent twice.
import type { Page } from '@playwright/test'
import type { Sandbox } from '../../electron/sandbox/start-sandbox.ts'
import { dropFiles } from '../drop-files.ts'
import { addAccount } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writePicture } from '../sample-files.ts'
import { expect, test, uploadsIn } from '../sandbox.fixture.ts'

const UPLOAD = { method: 'POST' }
const committedIds = ({ ledger }: Sandbox) =>
  ledger.committed().map(({ committedAssetId }) => String(committedAssetId))

/** 1min.ai has no list in which anything could be found. */
async function addOnemin(page: Page, sandbox: Sandbox): Promise<void> {
  const address = sandbox.originOf('onemin')
  await addAccount(page, { provider: '1min.ai', name: '1min · team', key: 'sandbox-e2e-team', address })
}

test('KonPro took the file and said nothing: it is looked for, found, and not sent again', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add(UPLOAD, { kind: 'commit-then-drop' })
  await dropFiles(page, library(page).dropZone, [
    await writePicture(filesFolder, 'lost.png', 0),
    await writePicture(filesFolder, 'unharmed.png', 1),
  ])
  await expect(queue(page).row('lost.png')).toHaveAttribute('data-status', 'checking')
  await expect(queue(page).row('lost.png')).toContainText('Checking')
  await expect(queue(page).row('lost.png')).toContainText('Reply lost. Looking for it at KonPro…')
  await expect(queue(page).withStatus('done')).toHaveCount(2)

  const [lost = '', unharmed = ''] = committedIds(sandbox)
  await expect(queue(page).row('lost.png')).toContainText(lost)
  await expect(queue(page).row('unharmed.png')).toContainText(unharmed)
  await expect(queue(page).button('lost.png', 'Copy ID')).toBeVisible()
  await expect(library(page).region.locator(`[data-asset-id="${lost}"]`)).toContainText('lost.png')
  expect(uploadsIn(sandbox)).toHaveLength(2)
  expect(committedIds(sandbox)).toHaveLength(2)
})

test('cancelled while it is looked for, a file that arrived is not called cancelled', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  sandbox.faults.add(UPLOAD, { kind: 'commit-then-drop' })
  sandbox.faults.add({ method: 'GET', pathPrefix: '/konpro/v1/asset/list' }, { kind: 'silent' })
  await dropFiles(page, library(page).dropZone, [await writePicture(filesFolder, 'lost.png', 0)])
  await sandbox.ledger.waitFor(({ method, endedAtMs }) => method === 'GET' && endedAtMs === null)
  await expect(queue(page).row('lost.png')).toHaveAttribute('data-status', 'checking')
  await queue(page).button('lost.png', 'Cancel').click()
  await expect(queue(page).row('lost.png')).toContainText('May already be uploaded')
  await queue(page).button('lost.png', 'Check again').click()
  await expect(queue(page).row('lost.png')).toHaveAttribute('data-status', 'done')
  await expect(queue(page).row('lost.png')).toContainText(committedIds(sandbox)[0] ?? 'an ID')
  expect(uploadsIn(sandbox)).toHaveLength(1)
})

test('where nothing can be looked at, nothing is sent again until the person says so', async ({
  wharf,
  sandbox,
}) => {
  const { page, filesFolder } = wharf
  await addOnemin(page, sandbox)
  sandbox.faults.add({ ...UPLOAD, times: 2 }, { kind: 'commit-then-drop' })
  await dropFiles(page, library(page).dropZone, [
    await writePicture(filesFolder, 'kept.png', 0),
    await writePicture(filesFolder, 'again.png', 1),
    await writePicture(filesFolder, 'unharmed.png', 2),
  ])
  await expect(queue(page).withStatus('unconfirmed')).toHaveCount(2)
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  await expect(queue(page).region).toContainText('2 need you')
  const names = await queue(page).withStatus('unconfirmed').locator('.file-name').allTextContents()
  const [kept = '', again = ''] = names
  for (const name of names) {
    await expect(queue(page).row(name)).toContainText('Needs you')
    await expect(queue(page).row(name)).toContainText('May already be uploaded')
    await expect(queue(page).row(name)).toContainText('It has no list that Wharf could look in')
    await expect(queue(page).button(name, 'Retry')).toBeHidden()
  }
  await queue(page).button(kept, 'Check again').click()
  await expect(queue(page).row(kept)).toHaveAttribute('data-status', 'unconfirmed')
  expect(uploadsIn(sandbox)).toHaveLength(3)

  await queue(page).button(kept, 'Mark as done').click()
  await expect(queue(page).row(kept)).toHaveAttribute('data-status', 'done')
  expect(uploadsIn(sandbox)).toHaveLength(3)

  await queue(page).button(again, 'Upload again').click()
  await expect(queue(page).row(again)).toHaveAttribute('data-status', 'done')
  await expect(queue(page).button(again, 'Copy ID')).toBeVisible()
  expect(uploadsIn(sandbox)).toHaveLength(4)
  expect(committedIds(sandbox)).toHaveLength(4)
})

test('a success that names no asset is not taken for one', async ({ wharf, sandbox }) => {
  const { page, filesFolder } = wharf
  await addOnemin(page, sandbox)
  const html = {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<h1>Sign in to the Wi-Fi</h1>',
  }
  sandbox.faults.add(UPLOAD, { kind: 'answer-without-id' })
  sandbox.faults.add(UPLOAD, { kind: 'answer', ...html })
  sandbox.faults.add(UPLOAD, { kind: 'answer', status: 500, body: 'boom' })
  const names = ['no id.png', 'html.png', 'failed.png']
  const paths = await Promise.all(names.map((name, scene) => writePicture(filesFolder, name, scene)))
  await dropFiles(page, library(page).dropZone, paths)
  await expect(queue(page).withStatus('unconfirmed')).toHaveCount(3)
  await expect(library(page).region.locator('[data-asset-id]')).toHaveCount(0)
  expect(uploadsIn(sandbox)).toHaveLength(3)
})
