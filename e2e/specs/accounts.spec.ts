// Accounts: what a test of the connection says, where a key goes, how an account is removed.
import { createServer } from 'node:net'
import { keyDigest } from '../../electron/sandbox/key-digest.ts'
import type { Wharf } from '../app.fixture.ts'
import { dropFiles } from '../drop-files.ts'
import { filesHolding } from '../files-holding.ts'
import {
  accounts,
  addAccount,
  chooseForAccount,
  enterKey,
  openAddAccount,
  trySandbox,
  typeAccount,
} from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writePicture } from '../sample-files.ts'
import { expect, KONPRO, KONPRO_KEY, test, uploadsIn } from '../sandbox.fixture.ts'

test('a test of the connection says in words what works or what is wrong', async ({ wharf, sandbox }) => {
  const { page } = wharf
  const address = sandbox.originOf('konpro')
  const { dialog, test: testButton } = accounts(page)
  const outcomeOf = async (fields: { key?: string; address: string }) => {
    await typeAccount(page, { name: KONPRO, key: KONPRO_KEY, ...fields })
    await testButton.click()
  }
  await openAddAccount(page)

  await outcomeOf({ address })
  await expect(dialog.getByRole('status')).toContainText('The key works. KonPro answered.')
  const [request] = sandbox.ledger.entries()
  expect(request?.path).toContain('limit=1')

  await outcomeOf({ key: 'sandbox-revoked-1', address })
  await expect(dialog.getByRole('alert')).toContainText('KonPro did not accept the API key.')
  await expect(dialog.getByRole('alert')).toContainText('The API key is missing or not valid')

  const requestsSoFar = sandbox.ledger.entries().length
  const { port } = new URL(sandbox.origin)
  for (const refused of [
    'http://203.0.113.7',
    `http://0.0.0.0:${port}`,
    `http://127.0.0.1.example.com:${port}`,
    `http://someone:secret@127.0.0.1:${port}`,
    'ftp://127.0.0.1',
    'file:///etc/passwd',
    'konpro',
    'not a URL',
  ]) {
    await outcomeOf({ address: refused })
    await expect(dialog.getByRole('alert')).toContainText('not one that Wharf sends keys to')
    await expect(dialog.getByRole('alert')).toContainText('Use an https:// address')
  }
  expect(sandbox.ledger.entries()).toHaveLength(requestsSoFar)

  await outcomeOf({ address: 'https://nowhere.invalid' })
  await expect(dialog.getByRole('alert')).toContainText('The server’s address could not be found.')
  await outcomeOf({ address: `http://127.0.0.1:${String(await unusedPort())}` })
  await expect(dialog.getByRole('alert')).toContainText('No server answers at this address.')

  const html = {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<h1>Sign in to the Wi-Fi</h1>',
  }
  sandbox.faults.add({ method: 'GET' }, { kind: 'answer', ...html })
  await outcomeOf({ address })
  await expect(dialog.getByRole('alert')).toContainText('not one that KonPro would give')
  sandbox.faults.add({ method: 'GET' }, { kind: 'redirect', status: 302, location: 'https://example.com/' })
  await outcomeOf({ address })
  await expect(dialog.getByRole('alert')).toContainText('The server pointed to another address.')

  await outcomeOf({ key: '', address })
  await expect(dialog).toContainText('Enter the API key.')
})

test('a host that takes the request but stays silent is given up with a reason', async ({
  wharf,
  sandbox,
}) => {
  const { page } = wharf
  const { dialog, test: testButton, save } = accounts(page)
  sandbox.faults.add({}, { kind: 'silent' })
  await openAddAccount(page)
  await typeAccount(page, { name: KONPRO, key: KONPRO_KEY, address: sandbox.originOf('konpro') })
  await testButton.click()
  await expect(dialog.getByRole('button', { name: 'Testing…' })).toBeDisabled()
  await expect(save).toBeDisabled()
  await expect(dialog.getByRole('alert')).toContainText('did not answer in time', { timeout: 25_000 })
  await expect(save).toBeEnabled()
})

test('an account needs a name, a key, an address that a key may go to', async ({ wharf, sandbox }) => {
  const { page } = wharf
  const { dialog, save, navigation } = accounts(page)
  await openAddAccount(page)
  await save.click()
  await expect(dialog).toContainText('Give the account a name.')
  await expect(dialog).toContainText('Enter the API key.')
  await typeAccount(page, { name: KONPRO, key: KONPRO_KEY, address: 'http://203.0.113.7' })
  await save.click()
  await expect(dialog.getByRole('alert')).toContainText('not one that Wharf sends keys to')
  await expect(navigation).not.toContainText(KONPRO)
  await typeAccount(page, { name: KONPRO, key: KONPRO_KEY, address: sandbox.originOf('konpro') })
  await save.click()
  await expect(dialog).toBeHidden()
  await expect(accounts(page).entry(KONPRO)).toHaveAttribute('aria-current', 'page')
})

test('a key is never shown again, nor found in any file or in the page', async ({ wharf, sandbox }) => {
  const key = 'sandbox-canary-4c1d77e09b'
  const { page } = wharf
  await openAddAccount(page)
  await typeAccount(page, { name: KONPRO, key, address: sandbox.originOf('konpro') })
  await expect(accounts(page).key).toHaveAttribute('type', 'password')
  await accounts(page).test.click()
  await expect(accounts(page).dialog.getByRole('status')).toContainText('The key works.')
  await accounts(page).save.click()
  await expect(accounts(page).dialog).toBeHidden()

  // A provider that repeats the key in its own words must not carry it onto the screen or into the log.
  const body = JSON.stringify({ error: { code: 'INVALID_REQUEST', message: `No rights for ${key}` } })
  sandbox.faults.add({ method: 'POST' }, { kind: 'answer', status: 400, body })
  const pictures = [
    await writePicture(wharf.filesFolder, 'refused.png', 0),
    await writePicture(wharf.filesFolder, 'harbour.png', 1),
  ]
  await dropFiles(page, library(page).dropZone, pictures)
  await expect(queue(page).withStatus('failed')).toContainText('No rights for')
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  expect(uploadsIn(sandbox).map((sent) => sent.keyDigest)).toEqual([keyDigest(key), keyDigest(key)])

  await openAddAccount(page)
  await expect(accounts(page).key).toHaveValue('')
  await page.keyboard.press('Escape')
  await chooseForAccount(page, KONPRO, /^New key/)
  await expect(accounts(page).newKey).toHaveValue('')
  await page.keyboard.press('Escape')
  expect(await whatThePageHolds(wharf)).not.toContain(key)
  expect(await filesHolding(wharf.dataFolder, key)).toEqual([])

  await wharf.quit()
  expect(await filesHolding(wharf.dataFolder, key)).toEqual([])
  await wharf.launch()
  expect(await whatThePageHolds(wharf)).not.toContain(key)
  expect(await filesHolding(wharf.dataFolder, key)).toEqual([])
  // The search itself works: the name of the account is in a file.
  expect(await filesHolding(wharf.dataFolder, KONPRO)).not.toEqual([])
})

test('without a keyring a key lasts for this run only, and is asked for again', async ({
  wharf,
  sandbox,
}) => {
  await openAddAccount(wharf.page)
  await expect(accounts(wharf.page).dialog).toContainText('Kept for this run only')
  const fields = { name: KONPRO, key: KONPRO_KEY, address: sandbox.originOf('konpro') }
  await typeAccount(wharf.page, fields)
  await accounts(wharf.page).save.click()
  await expect(accounts(wharf.page).entry(KONPRO)).toContainText('Ready')
  await dropFiles(wharf.page, library(wharf.page).dropZone, [
    await writePicture(wharf.filesFolder, 'before.png', 0),
  ])
  await expect(queue(wharf.page).withStatus('done')).toHaveCount(1)

  await wharf.quit()
  await wharf.launch()
  const { page } = wharf
  await expect(accounts(page).entry(KONPRO)).toContainText('Key needed')
  await expect(library(page).region).toContainText('There is no API key for this account.')
  sandbox.ledger.clear()
  await dropFiles(page, library(page).dropZone, [await writePicture(wharf.filesFolder, 'after.png', 1)])
  await expect(queue(page).row('after.png')).toHaveAttribute('data-status', 'queued')
  expect(sandbox.ledger.entries()).toEqual([])

  await enterKey(page, KONPRO, KONPRO_KEY)
  await expect(accounts(page).entry(KONPRO)).toContainText('Ready')
  await expect(queue(page).row('after.png')).toHaveAttribute('data-status', 'done')
  await expect(library(page).assets).toHaveCount(2)
})

test('the sandbox account is marked as one, and is removed after a question', async ({ wharf }) => {
  const { page } = wharf
  await trySandbox(page)
  await expect(accounts(page).entry('KonPro sandbox').getByText('sandbox', { exact: true })).toBeVisible()
  await library(page).fileInput.setInputFiles(await writePicture(wharf.filesFolder, 'harbour.png'))
  await expect(queue(page).withStatus('done')).toHaveCount(1)

  await chooseForAccount(page, 'KonPro sandbox', /^Remove…/)
  const { removal, navigation } = accounts(page)
  await expect(removal).toHaveAccessibleName('Remove “KonPro sandbox”?')
  for (const effect of [
    'Nothing of it is in the queue',
    'no key to wipe',
    'record of what you uploaded stays',
  ])
    await expect(removal).toContainText(effect)
  await removal.getByRole('button', { name: 'Cancel' }).click()
  await expect(accounts(page).entry('KonPro sandbox')).toBeVisible()

  await chooseForAccount(page, 'KonPro sandbox', /^Remove…/)
  await removal.getByRole('button', { name: 'Remove' }).click()
  await expect(removal).toBeHidden()
  await expect(navigation).not.toContainText('KonPro sandbox')
  await expect(library(page).assets).toHaveCount(1)
  await expect(library(page).assets).toContainText('harbour.png')

  await wharf.quit()
  await wharf.launch()
  await expect(accounts(wharf.page).navigation).not.toContainText('KonPro sandbox')
  await expect(library(wharf.page).assets).toHaveCount(1)
})

test('a job stays with its account, whichever is open', async ({ konpro, sandbox }) => {
  const { page, filesFolder } = konpro
  const address = sandbox.originOf('konpro')
  const second = { name: 'KonPro · client', key: 'sandbox-e2e-second', address }
  sandbox.faults.add({ method: 'POST' }, { kind: 'delay-answer', delayMs: 1500 })
  await dropFiles(page, library(page).dropZone, [await writePicture(filesFolder, 'for main.png', 0)])
  await expect(queue(page).row('for main.png')).toHaveAttribute('data-status', 'uploading')

  await addAccount(page, second)
  await dropFiles(page, library(page).dropZone, [await writePicture(filesFolder, 'for client.png', 1)])
  await expect(queue(page).withStatus('done')).toHaveCount(2)
  await expect(queue(page).row('for main.png')).toContainText(KONPRO)
  await expect(queue(page).row('for client.png')).toContainText(second.name)
  expect(uploadsIn(sandbox).map((sent) => sent.keyDigest)).toEqual([
    keyDigest(KONPRO_KEY),
    keyDigest(second.key),
  ])
})

async function whatThePageHolds({ page }: Wharf): Promise<string> {
  return page.evaluate(async () => {
    const bridge = (window as unknown as { wharf: { calls: Record<string, (input: object) => unknown> } })
      .wharf
    const inputs = [...document.querySelectorAll('input')].map(({ value }) => value)
    const snapshot: unknown = await bridge.calls['app.snapshot']?.({})
    const stores = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]
    return [document.documentElement.outerHTML, JSON.stringify([inputs, snapshot, stores])].join('\n')
  })
}

/** Of this machine; nobody listens on it any more. */
async function unusedPort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('There is no port')
  return address.port
}
