// With a real keyring a key survives the app without being in plain text anywhere.
import { spawnSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesHolding } from '../files-holding.ts'
import { accounts, chooseForAccount, openAddAccount, typeAccount } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writePicture } from '../sample-files.ts'
import { expect, KONPRO, test as base } from '../sandbox.fixture.ts'

const missing = whyNoKeyring()

/**
 * A session of its own for each run: a message bus with a keyring, kept in a home of its own. The keyring is unlocked
 * unless that home holds a file `locked`.
 */
const test = base.extend<{ home: string }>({
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'wharf-e2e-home-'))
    await turnAwayPrompts(home)
    await use(home)
    await rm(home, { recursive: true, force: true })
  },
  launcher: async ({ home }, use) => {
    const script = join(home, 'start')
    const open = 'printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null'
    const locked = 'gnome-keyring-daemon --start --components=secrets >/dev/null'
    const keyring = `if [ -e "$HOME/locked" ]; then ${locked}; else ${open}; fi`
    const session = `dbus-run-session -- sh -c '${keyring}; exec "$@"' sh "$WHARF_ELECTRON" "$@"`
    await writeFile(script, `#!/bin/sh\nexec ${session}\n`)
    await chmod(script, 0o700)
    const env = { HOME: home, XDG_CURRENT_DESKTOP: 'GNOME', XDG_DATA_HOME: join(home, 'share') }
    await use(
      missing === null
        ? { executable: script, env }
        : { executable: process.env['WHARF_ELECTRON'] ?? '', env: {} },
    )
  },
})

test('a key survives a restart, encrypted', async ({ wharf, sandbox, home }) => {
  test.skip(missing !== null, missing ?? '')
  const key = 'sandbox-canary-9e5d02ab41'
  await openAddAccount(wharf.page)
  await expect(accounts(wharf.page).dialog).toContainText('Kept encrypted with the GNOME keyring.')
  await typeAccount(wharf.page, { name: KONPRO, key, address: sandbox.originOf('konpro') })
  await accounts(wharf.page).save.click()
  await expect(accounts(wharf.page).entry(KONPRO)).toContainText('Ready')

  await wharf.quit()
  await wharf.launch()
  const { page } = wharf
  await expect(accounts(page).entry(KONPRO)).toContainText('Ready')
  await library(page).fileInput.setInputFiles(await writePicture(wharf.filesFolder, 'harbour.png'))
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  expect(await filesHolding(wharf.dataFolder, key)).toEqual([])
  expect(await filesHolding(home, key)).toEqual([])

  await wharf.kill()
  await wharf.launch()
  await expect(accounts(wharf.page).entry(KONPRO)).toContainText('Ready')
  await expect(library(wharf.page).assets).toHaveCount(1)

  const keyFile = join(wharf.dataFolder, 'keys.json')
  const savedKeys = await readFile(keyFile, 'utf8')
  await chooseForAccount(wharf.page, KONPRO, /^Remove…/)
  await accounts(wharf.page).removal.getByRole('button', { name: 'Remove' }).click()
  await expect(accounts(wharf.page).navigation).not.toContainText(KONPRO)
  expect(JSON.parse(await readFile(keyFile, 'utf8'))).toEqual({ value: {} })
  expect(savedKeys).not.toBe(await readFile(keyFile, 'utf8'))
})

test('a locked keyring takes nothing away', async ({ wharf, sandbox, home }) => {
  test.skip(missing !== null, missing ?? '')
  await openAddAccount(wharf.page)
  await typeAccount(wharf.page, {
    name: KONPRO,
    key: 'sandbox-behind-a-lock',
    address: sandbox.originOf('konpro'),
  })
  await accounts(wharf.page).save.click()
  await expect(accounts(wharf.page).entry(KONPRO)).toContainText('Ready')
  const keyFile = join(wharf.dataFolder, 'keys.json')
  const savedKeys = await readFile(keyFile, 'utf8')
  await wharf.quit()
  const requestsBefore = sandbox.ledger.entries().length

  await writeFile(join(home, 'locked'), '')
  await wharf.launch()
  await expect(accounts(wharf.page).entry(KONPRO)).toContainText('Locked')
  await library(wharf.page).fileInput.setInputFiles(await writePicture(wharf.filesFolder, 'harbour.png'))
  await expect(queue(wharf.page).withStatus('done')).toHaveCount(0)
  expect(sandbox.ledger.entries()).toHaveLength(requestsBefore)
  expect(await readFile(keyFile, 'utf8')).toBe(savedKeys)
  await wharf.quit()

  await rm(join(home, 'locked'))
  await wharf.launch()
  await expect(accounts(wharf.page).entry(KONPRO)).toContainText('Ready')
  expect(await readFile(keyFile, 'utf8')).toBe(savedKeys)
})

/** Answers the keyring's own question for the password as a person does who closes it. */
async function turnAwayPrompts(home: string): Promise<void> {
  const folder = join(home, 'share', 'dbus-1', 'services')
  await mkdir(folder, { recursive: true })
  const name = 'org.gnome.keyring.SystemPrompter'
  await writeFile(join(folder, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=/bin/false\n`)
}

function whyNoKeyring(): string | null {
  if (process.platform !== 'linux') return 'this keyring is that of Linux'
  const tools = ['dbus-run-session', 'gnome-keyring-daemon']
  const absent = tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined)
  return absent.length === 0 ? null : `${absent.join(' and ')} not installed`
}
