// Every screen without a finding by axe in both themes; the main path by keyboard alone.
import { expectAccessible } from '../axe.ts'
import { visitEveryScreen } from '../every-screen.ts'
import { accounts, openAddAccount, typeAccount } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writePicture } from '../sample-files.ts'
import { expect, test } from '../sandbox.fixture.ts'

test('axe finds nothing on any screen, light or dark', async ({ wharf, sandbox }) => {
  test.slow()
  await visitEveryScreen({ wharf, sandbox, look: (screen) => expectAccessible(wharf.page, screen) })
})

test('from the first start to a copied ID without a mouse', async ({ wharf }) => {
  const { page, filesFolder } = wharf
  const focused = page.locator(':focus')
  const tabTo = async (name: string | RegExp) => {
    const wanted = page.getByRole('button', { name }).and(focused)
    for (let presses = 0; presses < 40 && !(await wanted.isVisible()); presses += 1)
      await page.keyboard.press('Tab')
    await expect(wanted).toBeVisible()
  }
  await tabTo('Try the sandbox')
  await page.keyboard.press('Enter')
  await expect(library(page).region).toContainText('Nothing here yet')

  await tabTo('Choose files')
  const choosing = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (
    await choosing
  ).setFiles([await writePicture(filesFolder, 'one.png', 0), await writePicture(filesFolder, 'two.png', 1)])
  await expect(queue(page).withStatus('done')).toHaveCount(2)
  await expect(library(page).assets).toHaveCount(2)

  const first = library(page).assets.first()
  for (let presses = 0; presses < 40 && !(await first.and(focused).isVisible()); presses += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  const second = library(page).assets.nth(1)
  await expect(second).toBeFocused()
  await expect(second).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+c')
  await expect.poll(wharf.clipboardText).toBe(await second.getAttribute('data-asset-id'))
  await page.keyboard.press('Enter')
  await expect(library(page).details).toContainText('Asset ID')
})

test('a dialog takes the focus, keeps it, and gives it back', async ({ wharf }) => {
  const { page } = wharf
  const opener = page.getByRole('button', { name: 'Add account' }).first()
  await opener.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Add account' })
  await expect(dialog.getByRole('textbox', { name: 'Account name' })).toBeFocused()
  for (let presses = 0; presses < 15; presses += 1) {
    await page.keyboard.press('Tab')
    await expect(dialog.locator(':focus')).toHaveCount(1)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
})

test('a button that works for a while keeps the focus, so that Escape still closes its dialog', async ({
  wharf,
  sandbox,
}) => {
  const { page } = wharf
  const { dialog, test: testButton } = accounts(page)
  await openAddAccount(page)
  await typeAccount(page, { name: 'KonPro', key: 'sandbox-e2e', address: sandbox.originOf('konpro') })
  await testButton.focus()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('status')).toContainText('The key works.')
  await expect(testButton).toBeFocused({ timeout: 1000 })
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})
