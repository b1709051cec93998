// One account of each provider: files of every kind go out, IDs come back.
import { expect, test as base } from '../sandbox.fixture.ts'
import type { Wharf } from '../app.fixture.ts'
import { accounts, fillAccount } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { dropFiles } from '../drop-files.ts'
import { writeBytes, writeClip, writePicture } from '../sample-files.ts'
import { MANIFESTS, type ProviderId } from '../../shared/providers/index.ts'

type Add = (providerId: ProviderId, key?: string) => Promise<void>

const test = base.extend<{ add: Add }>({
  /** Adds an account of the provider at the test's own sandbox, under the provider's name, and opens it. */
  add: async ({ wharf: { page }, sandbox }, use) => {
    await use(async (providerId, key = `sandbox-${providerId}`) => {
      const name = `My ${MANIFESTS[providerId].displayName}`
      const { dialog, entry } = accounts(page)
      const address = sandbox.originOf(providerId)
      await fillAccount(page, { provider: MANIFESTS[providerId].displayName, name, key, address })
      await dialog.getByRole('button', { name: 'Save' }).click()
      await expect(dialog).toBeHidden()
      await entry(name).click()
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

const MEDIA = ['gulls.mp3', 'harbour.png', 'pier.jpg', 'waves.mp4']
const ALL = [...MEDIA, 'notes.txt', 'plan.pdf'].sort()
/** What each provider ends up with: its documents block, it answers with a refusal, or it takes everything. */
const TAKEN: Readonly<Record<ProviderId, readonly string[]>> = {
  konpro: MEDIA,
  onemin: ALL,
  indream: MEDIA,
  token360: MEDIA,
}

for (const providerId of Object.keys(TAKEN) as ProviderId[])
  test(`a folder of mixed files goes to ${providerId}, each ID is copied`, async ({
    wharf,
    sandbox,
    add,
  }) => {
    const { page } = wharf
    await add(providerId)
    await dropFiles(page, library(page).dropZone, [await mixedFolder(wharf)])
    const taken = TAKEN[providerId]
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
