// Accounts as a list that a person shapes: names, colours, order, a pause, another server, another computer.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import { answerDialogs } from '../answer-dialogs.ts'
import { accounts, addAccount, chooseForAccount } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writePicture } from '../sample-files.ts'
import { expect, KONPRO, KONPRO_KEY, test, uploadsIn } from '../sandbox.fixture.ts'

const ENV_KEY = 'sandbox-canary-environment'

test('an account is renamed and coloured, for good', async ({ konpro }) => {
  await chooseForAccount(konpro.page, KONPRO, 'Rename…')
  const dialog = konpro.page.getByRole('dialog', { name: 'Edit account' })
  await expect(dialog.getByRole('textbox', { name: 'Account name' })).toBeFocused()
  await konpro.page.keyboard.type('Studio')
  await dialog.getByRole('radio', { name: 'Pink' }).check({ force: true })
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await expect(accounts(konpro.page).item('Studio').locator('[data-colour="pink"]')).toBeVisible()

  await konpro.page.getByRole('button', { name: 'More actions' }).click()
  await konpro.page.getByRole('menuitem', { name: 'Colour' }).click()
  await konpro.page.getByRole('menuitemradio', { name: 'Violet' }).click()
  await expect(accounts(konpro.page).item('Studio').locator('[data-colour="violet"]')).toBeVisible()

  await konpro.quit()
  await konpro.launch()
  await expect(accounts(konpro.page).item('Studio').locator('[data-colour="violet"]')).toBeVisible()
})

test('accounts are reordered by mouse, keyboard or menu; Ctrl+2 opens the second', async ({
  konpro,
  sandbox,
}) => {
  const { page } = konpro
  const { entry, item, names } = accounts(page)
  const address = sandbox.originOf('konpro')
  for (const name of ['Beta', 'Gamma']) await addAccount(page, { name, key: KONPRO_KEY, address })
  await expect(names).toHaveText([KONPRO, 'Beta', 'Gamma'])

  await item('Gamma').dragTo(item(KONPRO), { targetPosition: { x: 60, y: 4 } })
  await expect(names).toHaveText(['Gamma', KONPRO, 'Beta'])
  await expect(queue(page).rows).toHaveCount(0)
  await expect(page.getByRole('dialog')).toBeHidden()

  await entry('Gamma').focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(names).toHaveText([KONPRO, 'Gamma', 'Beta'])
  await expect(entry('Gamma')).toBeFocused()
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowDown')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(names).toHaveText([KONPRO, 'Gamma', 'Beta'])

  await chooseForAccount(page, 'Beta', 'Move up')
  await expect(names).toHaveText([KONPRO, 'Beta', 'Gamma'])
  await page.keyboard.press('Control+2')
  await expect(entry('Beta')).toHaveAttribute('aria-current', 'page')

  await konpro.quit()
  await konpro.launch()
  await expect(accounts(konpro.page).names).toHaveText([KONPRO, 'Beta', 'Gamma'])
})

test('a disabled account sends nothing and shows only the record, until it is enabled', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  await library(page).fileInput.setInputFiles(await writePicture(filesFolder, 'before.png'))
  await expect(queue(page).row('before.png')).toHaveAttribute('data-status', 'done')
  await chooseForAccount(page, KONPRO, 'Disable')
  await expect(accounts(page).item(KONPRO)).toContainText('Disabled')
  await expect(library(page).fileNames).toHaveText(['before.png'])
  const asked = sandbox.ledger.entries().length

  await library(page).fileInput.setInputFiles(await writePicture(filesFolder, 'later.png', 1))
  await expect(queue(page).row('later.png')).toContainText('Queued, account disabled')
  await page.getByRole('button', { name: 'Refresh' }).click()
  await konpro.quit()
  await konpro.launch()
  await expect(queue(konpro.page).row('later.png')).toHaveAttribute('data-status', 'queued')
  expect(sandbox.ledger.entries()).toHaveLength(asked)

  await chooseForAccount(konpro.page, KONPRO, 'New key…')
  const dialog = konpro.page.getByRole('dialog', { name: 'Enter key' })
  await dialog.getByLabel('API key').fill(KONPRO_KEY)
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await konpro.page.getByRole('button', { name: 'Enable' }).click()
  await expect(queue(konpro.page).row('later.png')).toHaveAttribute('data-status', 'done')
  expect(uploadsIn(sandbox)).toHaveLength(2)
})

test('another server needs the key again', async ({ konpro, sandbox }) => {
  const { page } = konpro
  const elsewhere = 'http://127.0.0.1:9/konpro'
  await accounts(page).item(KONPRO).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Edit server…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit account' })
  const address = dialog.getByRole('textbox', { name: 'Server address' })
  await expect(address).toHaveValue(sandbox.originOf('konpro'))
  await address.fill(elsewhere)
  await expect(dialog).toContainText('Enter the key for 127.0.0.1:9.')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toContainText('Another address needs the key again.')
  expect(await readFile(join(konpro.dataFolder, 'accounts.json'), 'utf8')).not.toContain(elsewhere)

  await dialog.getByLabel('API key').fill('sandbox-e2e-elsewhere')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(accounts(page).item(KONPRO)).toContainText('Offline')
})

test('a refused key is said in the sidebar; removing says what it does', async ({ konpro, sandbox }) => {
  const { page } = konpro
  const address = sandbox.originOf('konpro')
  await addAccount(page, { name: 'Old key', key: 'not one of the sandbox', address })
  await expect(accounts(page).item('Old key')).toContainText('Key refused')
  await chooseForAccount(page, 'Old key', 'Remove…')
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('Nothing of it is in the queue.')
  await expect(dialog).toContainText('Its key is wiped from this computer.')
  await dialog.getByRole('button', { name: 'Remove' }).click()
  await expect(accounts(page).names).toHaveText([KONPRO])
})

test('accounts travel as a file without keys; what is here already is left alone', async ({ konpro }) => {
  const { page, app, filesFolder } = konpro
  const path = join(filesFolder, 'wharf-accounts.json')
  await mkdir(filesFolder, { recursive: true })
  await answerDialogs(app, path)
  await page.getByRole('button', { name: 'Settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByRole('button', { name: 'Export accounts…' }).click()
  await expect(settings).toContainText('Exported one account to wharf-accounts.json.')
  const written = await readFile(path, 'utf8')
  expect(written).toContain(KONPRO)
  expect(written).not.toContain(KONPRO_KEY)

  await writeFile(path, written.replace('"accounts": [', `"accounts": [${anotherAccount},`))
  await settings.getByRole('button', { name: 'Import accounts…' }).click()
  await expect(settings).toContainText(
    `Added one account. Enter its key to use it. Already here, left as it is: “${KONPRO}”.`,
  )
  await writeFile(path, '{"accounts":[]}')
  await settings.getByRole('button', { name: 'Import accounts…' }).click()
  await expect(settings.getByRole('alert')).toContainText('This is not a file of accounts')
  await settings.getByRole('button', { name: 'Close' }).click()
  await expect(accounts(page).item('Carried along')).toContainText('Key needed')
})

const anotherAccount = JSON.stringify({
  providerId: 'konpro',
  name: 'Carried along',
  server: { kind: 'provider' },
  colour: 'green',
  isDisabled: false,
})

test('one account after another is added without leaving the dialog', async ({ wharf, sandbox }) => {
  const { page } = wharf
  const { dialog, names } = accounts(page)
  await page.getByRole('button', { name: 'Add account' }).click()
  await dialog.getByText('Add more').click()
  for (const provider of ['KonPro', '1min.ai', 'Indream', 'Token360']) {
    await dialog.getByRole('combobox', { name: 'Provider' }).selectOption({ label: provider })
    await dialog.getByRole('textbox', { name: 'Account name' }).fill(`${provider} mine`)
    await expect(dialog.getByLabel('API key')).toHaveValue('')
    await dialog.getByLabel('API key').fill('sandbox-e2e-mine')
    await dialog.getByRole('button', { name: 'Advanced' }).click()
    await dialog.getByRole('textbox', { name: 'Server address' }).fill(sandbox.originOf('konpro'))
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(names.filter({ hasText: `${provider} mine` })).toBeVisible()
  }
  await dialog.getByRole('combobox', { name: 'Provider' }).selectOption({ label: '1min.ai' })
  await expect(dialog).toContainText('Only an upload can tell whether this key works.')
  await expect(dialog.getByRole('button', { name: 'Test connection' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(names).toHaveCount(4)
})

test('the sandbox gives one account of each provider', async ({ wharf }) => {
  const { page } = wharf
  await page.getByRole('button', { name: 'Try the sandbox' }).click()
  await expect(accounts(page).names).toHaveText([
    'KonPro sandbox',
    '1min.ai sandbox',
    'Indream sandbox',
    'Token360 sandbox',
  ])
  await expect(accounts(page).entry('KonPro sandbox')).toHaveAttribute('aria-current', 'page')
  await page.getByRole('button', { name: 'Add account' }).click()
  await expect(accounts(page).dialog.getByRole('button', { name: 'Try the sandbox' })).toBeHidden()
})

test.describe('with a key in the environment', () => {
  test.use({
    launcher: async ({}, use) => {
      await use({ executable: process.env['WHARF_ELECTRON'] ?? '', env: { WHARF_KONPRO_KEY: ENV_KEY } })
    },
  })

  test('it is offered, used when the person says so, and shown nowhere', async ({ wharf, sandbox }) => {
    const { page, filesFolder } = wharf
    await page.getByRole('button', { name: 'Use the key found in WHARF_KONPRO_KEY' }).click()
    const { dialog } = accounts(page)
    await expect(dialog).toContainText('Using the key found in WHARF_KONPRO_KEY.')
    await expect(dialog.getByLabel('API key')).toBeHidden()
    expect(sandbox.ledger.entries()).toEqual([])
    await dialog.getByRole('button', { name: 'Advanced' }).click()
    await dialog.getByRole('textbox', { name: 'Server address' }).fill(sandbox.originOf('konpro'))
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await library(page).fileInput.setInputFiles(await writePicture(filesFolder, 'harbour.png'))
    await expect(queue(page).row('harbour.png')).toHaveAttribute('data-status', 'done')
    const snapshot = await page.evaluate(() =>
      (window as unknown as { wharf: Bridge }).wharf.calls['app.snapshot']({}),
    )
    expect(JSON.stringify(snapshot)).not.toContain(ENV_KEY)
    for (const name of ['accounts.json', 'settings.json'])
      expect(await readFile(join(wharf.dataFolder, name), 'utf8')).not.toContain(ENV_KEY)
  })
})
