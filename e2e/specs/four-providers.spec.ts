// One account of each provider: files of every kind go out, IDs come back.
import type { Page } from '@playwright/test'
import { expect, test as base } from '../sandbox.fixture.ts'
import type { Wharf } from '../app.fixture.ts'
import { addAccount } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { dropFiles } from '../drop-files.ts'
import { writeBytes, writeClip, writePicture } from '../sample-files.ts'
import { manifestOf, type ProviderId } from '../../shared/providers/index.ts'

type Add = (providerId: ProviderId, key?: string) => Promise<void>

const test = base.extend<{ add: Add }>({
  /** Adds an account of the provider at the test's own sandbox, under the provider's name, and opens it. */
  add: async ({ wharf: { page }, sandbox }, use) => {
    await use(async (providerId, key = `sandbox-${providerId}`) => {
      const { displayName } = manifestOf(providerId)
      const address = sandbox.originOf(providerId)
      await addAccount(page, { provider: displayName, name: `My ${displayName}`, key, address })
    })
  },
})

/** A folder with a file of every kind; returns its path. */
async function mixedFolder({ filesFolder }: Wharf): Promise<string> {
  await writePicture(filesFolder, 'harbour.png')
  await writeBytes(
    filesFolder,
    'pier.jpg',
    Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
  )
  await writeClip(filesFolder, 'waves.mp4', 64 * 1024)
  await writeBytes(
    filesFolder,
    'gulls.mp3',
    Buffer.from('ID3\x04\x00\x00\x00\x00\x00\x00'.padEnd(2048, '\0'), 'latin1'),
  )
  await writeBytes(filesFolder, 'plan.pdf', '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
  await writeBytes(filesFolder, 'notes.txt', 'Low water at noon.\n')
  return filesFolder
}

async function chooseOption(page: Page, field: string, label: string): Promise<void> {
  await page.getByRole('button', { name: 'Upload options' }).click()
  const dialog = page.getByRole('dialog', { name: /^Upload options/ })
  await dialog.getByRole('combobox', { name: field }).selectOption({ label })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
}

const MEDIA = ['gulls.mp3', 'harbour.png', 'pier.jpg', 'waves.mp4']
const ALL = [...MEDIA, 'notes.txt', 'plan.pdf'].sort()
/** What each provider ends up with: its documents block, it answers with a refusal, or it takes everything. */
const TAKEN: readonly (readonly [ProviderId, readonly string[]])[] = [
  ['konpro', MEDIA],
  ['onemin', ALL],
  ['indream', MEDIA],
  ['token360', MEDIA],
]

for (const [providerId, taken] of TAKEN)
  test(`a folder of mixed files goes to ${providerId}, each ID is copied`, async ({
    wharf,
    sandbox,
    add,
  }) => {
    const { page } = wharf
    await add(providerId)
    await dropFiles(page, library(page).dropZone, [await mixedFolder(wharf)])
    await expect(queue(page).withStatus('done')).toHaveCount(taken.length, { timeout: 15_000 })
    const dismiss = page.getByRole('dialog').getByRole('button', { name: 'Dismiss' })
    if (await dismiss.isVisible()) await dismiss.click()

    const copied: string[] = []
    for (const name of taken) {
      await queue(page).button(name, 'Copy ID').click()
      await expect.poll(wharf.clipboardText).not.toBe(copied.at(-1))
      copied.push(await wharf.clipboardText())
    }
    const committed = sandbox.ledger.committed()
    expect(committed.map(({ provider }) => provider)).toEqual(taken.map(() => providerId))
    expect(copied.toSorted()).toEqual(committed.map(({ committedAssetId }) => committedAssetId).toSorted())
  })

test('Indream files go into the chosen project, and are deleted unless a project uses them', async ({
  wharf,
  sandbox,
  add,
}) => {
  const { page } = wharf
  await add('indream')
  await chooseOption(page, 'Project', 'Harbour film')
  await expect(library(page).region).toContainText('Goes to project Harbour film')
  const files = ['cover.png', 'referenced.png', 'spare.png'].map((name, scene) =>
    writePicture(wharf.filesFolder, name, scene),
  )
  await library(page).fileInput.setInputFiles(await Promise.all(files))
  await expect(queue(page).withStatus('done')).toHaveCount(3)
  const projects = sandbox.ledger.committed().map(({ headers }) => headers['x-project-id'])
  expect(new Set(projects).size).toBe(1)

  await page.getByRole('combobox', { name: 'Project' }).selectOption({ label: 'Podcast covers' })
  await expect(library(page).region).toContainText('This project is empty')
  await page.getByRole('combobox', { name: 'Project' }).selectOption({ label: 'Harbour film' })
  await expect(library(page).assets).toHaveCount(3)
  expect(sandbox.ledger.entries().map(({ path }) => path)).toContainEqual(
    expect.stringContaining(`/v1/projects/${projects[0] ?? ''}/assets`),
  )

  await library(page).assets.filter({ hasText: 'cover.png' }).click()
  await page.keyboard.press('Delete')
  const question = page.getByRole('alertdialog', { name: 'Delete cover.png?' })
  await expect(question).toContainText('The copy at Indream is deleted for good.')
  await question.getByRole('button', { name: 'Delete' }).click()
  await expect(library(page).assets).toHaveCount(2)
  await expect(page.getByRole('status').filter({ hasText: '1 asset deleted' })).toBeVisible()
  await expect(page.locator('[data-asset-id]:focus')).toHaveCount(1)

  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  const failed = page.getByRole('dialog', { name: '1 asset was not deleted' })
  await expect(failed).toContainText('The asset is used elsewhere at Indream, so it cannot be deleted.')
  await failed.getByRole('button', { name: 'Dismiss' }).click()
  await expect(library(page).assets).toHaveCount(1)
  await expect(library(page).assets).toContainText('referenced.png')
})

test('Token360 asks for a group, which is chosen once for all that wait for it', async ({
  wharf,
  sandbox,
  add,
}) => {
  const { page } = wharf
  await add('token360', 'sandbox-group-required')
  await library(page).fileInput.setInputFiles([
    await writePicture(wharf.filesFolder, 'a.png'),
    await writePicture(wharf.filesFolder, 'b.png', 1),
  ])
  await expect(queue(page).withStatus('failed')).toHaveCount(2)
  await queue(page).button('a.png', 'Choose a group').click()
  const options = page.getByRole('dialog', { name: /^Upload options/ })
  await expect(options.getByRole('combobox', { name: 'Group' })).toHaveValue('library')
  await expect(options.getByRole('textbox', { name: 'Legacy group number' })).toBeDisabled()
  await options.getByRole('button', { name: 'Save and retry' }).click()
  await expect(queue(page).withStatus('done')).toHaveCount(2)
  await expect(library(page).region).toContainText('Goes to group Library')
  expect(sandbox.ledger.committed()).toHaveLength(2)
})

test('a Token360 portrait is followed until it is ready', async ({ wharf, add }) => {
  const { page } = wharf
  await add('token360')
  await chooseOption(page, 'Group', 'Virtual portraits')
  await library(page).fileInput.setInputFiles(await writePicture(wharf.filesFolder, 'face.png'))
  await expect(library(page).assets).toContainText('Processing')
  await expect(library(page).assets).not.toContainText('Processing', { timeout: 15_000 })
  await library(page).assets.click()
  await expect(library(page).details).toContainText('Ready')
  await library(page).details.getByRole('button', { name: 'Forget here…' }).click()
  const question = page.getByRole('alertdialog', { name: 'Forget face.png?' })
  await question.getByRole('button', { name: 'Forget' }).click()
  await expect(library(page).assets).toHaveCount(0)
})

test('KonPro folders narrow the library down', async ({ wharf, sandbox, add }) => {
  const { page } = wharf
  await add('konpro')
  sandbox.faults.add({ method: 'POST' }, { kind: 'filed', containerId: 'folder_studio' })
  for (const [scene, name] of ['filed.png', 'loose.png'].entries()) {
    await library(page).fileInput.setInputFiles(await writePicture(wharf.filesFolder, name, scene))
    await expect(queue(page).withStatus('done')).toHaveCount(scene + 1)
  }
  await expect(library(page).assets).toHaveCount(2)
  const folder = page.getByRole('combobox', { name: 'Folder' })
  await folder.selectOption({ label: 'Studio' })
  await expect(library(page).assets).toHaveCount(1)
  await expect(library(page).assets).toContainText('filed.png')
  await folder.selectOption({ label: 'All' })
  await expect(library(page).assets).toHaveCount(2)
})
