// What survives: a kill in mid-upload, damaged files, a newer database, a second start.
import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Page } from '@playwright/test'
import type { Wharf } from '../app.fixture.ts'
import { dropFiles } from '../drop-files.ts'
import { accounts, enterKey, trySandbox } from '../pages/accounts.ts'
import { sendDialog } from '../pages/dialogs.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writeBytes, writeClip, writePicture } from '../sample-files.ts'
import { expect, KONPRO, KONPRO_KEY, test, uploadsIn } from '../sandbox.fixture.ts'

const MB = 1024 * 1024
const run = promisify(execFile)
const notice = (page: Page) => page.getByRole('alert').filter({ hasText: /damaged|newer Wharf/ })

test('killed in mid-upload, Wharf asks about that file and goes on with the others', async ({
  konpro,
  sandbox,
}) => {
  const { filesFolder } = konpro
  sandbox.faults.add({ method: 'POST', times: 2 }, { kind: 'slow-reader', bytesPerSecond: 4 * MB })
  const clips = [
    await writeClip(filesFolder, 'first.mp4', 40 * MB),
    await writeClip(filesFolder, 'second.mp4', 40 * MB),
  ]
  const pictures = [
    await writePicture(filesFolder, 'third.png', 0),
    await writePicture(filesFolder, 'fourth.png', 1),
  ]
  await dropFiles(konpro.page, library(konpro.page).dropZone, [...clips, ...pictures])
  await sandbox.ledger.waitFor(({ seq, bytesReceived }) => seq > 0 && bytesReceived > MB)
  await expect(queue(konpro.page).withStatus('uploading')).toHaveCount(2)
  await konpro.kill()
  await expect.poll(() => uploadsIn(sandbox).filter(({ endedAtMs }) => endedAtMs === null)).toEqual([])

  await konpro.launch()
  const { page } = konpro
  await expect(queue(page).fileNames).toHaveText(['first.mp4', 'second.mp4', 'third.png', 'fourth.png'])
  for (const name of ['first.mp4', 'second.mp4']) {
    await expect(queue(page).row(name)).toHaveAttribute('data-status', 'unconfirmed')
    await expect(queue(page).row(name)).toContainText('May already be uploaded')
  }
  await enterKey(page, KONPRO, KONPRO_KEY)
  await expect(queue(page).withStatus('done')).toHaveCount(2)
  expect(uploadsIn(sandbox)).toHaveLength(4)
  await expect(queue(page).withStatus('unconfirmed')).toHaveCount(2)
  expect(sandbox.ledger.committed()).toHaveLength(2)
})

test('quitting in mid-upload sends the file anew: what was cut short cannot have arrived', async ({
  konpro,
  sandbox,
}) => {
  const clip = await writeClip(konpro.filesFolder, 'tour.mp4', 40 * MB)
  sandbox.faults.add({ method: 'POST' }, { kind: 'slow-reader', bytesPerSecond: 4 * MB })
  await dropFiles(konpro.page, library(konpro.page).dropZone, [clip])
  await sandbox.ledger.waitFor(({ bytesReceived }) => bytesReceived > MB)
  await konpro.quit()
  await konpro.launch()
  const { page } = konpro
  await expect(queue(page).rows).toHaveCount(1)
  await expect(queue(page).row('tour.mp4')).toHaveAttribute('data-status', 'queued')
  expect(sandbox.ledger.committed()).toEqual([])
  await enterKey(page, KONPRO, KONPRO_KEY)
  await expect(queue(page).row('tour.mp4')).toHaveAttribute('data-status', 'done')
  expect(uploadsIn(sandbox)).toHaveLength(2)
  expect(sandbox.ledger.committed()).toHaveLength(1)
})

test('when the page crashes the uploads go on, and the window comes back with the truth', async ({
  konpro,
  sandbox,
}) => {
  const { app, page, filesFolder } = konpro
  sandbox.faults.add({ method: 'POST' }, { kind: 'slow-reader', bytesPerSecond: 8 * MB })
  const clip = await writeClip(filesFolder, 'tour.mp4', 40 * MB)
  const picture = await writePicture(filesFolder, 'harbour.png')
  await dropFiles(page, library(page).dropZone, [clip, picture])
  const { seq, bytesReceived } = await sandbox.ledger.waitFor((entry) => entry.bytesReceived > MB)
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()
  })
  await sandbox.ledger.waitFor((entry) => entry.seq === seq && entry.bytesReceived > bytesReceived + 8 * MB)
  const seenInMain = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `[document.documentElement.dataset.appState,
          ...[...document.querySelectorAll('[data-job-id]')].map((row) => row.dataset.status)].join(' ')`,
      ),
    )
  await expect.poll(seenInMain).toBe('ready done done')
  expect(uploadsIn(sandbox)).toHaveLength(2)
  expect(sandbox.ledger.committed()).toHaveLength(2)
})

const DAMAGES = [
  { file: 'settings.json', says: 'The settings file was damaged.', damage: '{"value": {"theme": "pur' },
  { file: 'settings.json', says: 'The settings file was damaged.', damage: '{"value": {"theme": 7}}' },
  { file: 'accounts.json', says: 'The list of accounts was damaged.', damage: '\u0000\u0001 not JSON' },
  { file: 'wharf.db', says: 'The database was damaged.', damage: 'This is not a database. '.repeat(400) },
]

test('a damaged file is kept aside, the app starts, the person is told its name', async ({ wharf }) => {
  await trySandbox(wharf.page)
  await library(wharf.page).fileInput.setInputFiles(await writePicture(wharf.filesFolder, 'harbour.png'))
  await expect(queue(wharf.page).withStatus('done')).toHaveCount(1)

  for (const { file, says, damage } of DAMAGES) {
    await wharf.quit()
    await writeFile(join(wharf.dataFolder, file), damage)
    const before = await keptAside(wharf, file)
    await wharf.launch()
    await expect(notice(wharf.page)).toContainText(says)
    const [aside = '', ...more] = (await keptAside(wharf, file)).filter((name) => !before.includes(name))
    expect(more).toEqual([])
    await expect(notice(wharf.page)).toContainText(aside)
    expect(await readFile(join(wharf.dataFolder, aside), 'utf8')).toBe(damage)
    await wharf.page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click()
    await expect(notice(wharf.page)).toBeHidden()
  }

  // It works again, and does not complain a second time.
  await wharf.quit()
  await wharf.launch()
  await expect(notice(wharf.page)).toBeHidden()
  await trySandbox(wharf.page)
  await library(wharf.page).fileInput.setInputFiles(await writePicture(wharf.filesFolder, 'new.png', 1))
  await expect(queue(wharf.page).withStatus('done')).toHaveCount(1)
  await expect(library(wharf.page).assets).toHaveCount(2)
})

test('a database of a newer Wharf is only read, and nothing is sent', async ({ konpro, sandbox }) => {
  await dropFiles(konpro.page, library(konpro.page).dropZone, [
    await writePicture(konpro.filesFolder, 'harbour.png'),
  ])
  await expect(queue(konpro.page).withStatus('done')).toHaveCount(1)
  await konpro.quit()
  const path = join(konpro.dataFolder, 'wharf.db')
  const database = new DatabaseSync(path)
  database.exec('PRAGMA user_version = 999; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE')
  database.close()
  const before = await readFile(path)

  await konpro.launch()
  const { page } = konpro
  await expect(notice(page)).toContainText('The database was written by a newer Wharf.')
  await accounts(page).entry('All uploads').click()
  await expect(library(page).assets).toHaveCount(1)
  await accounts(page).entry(KONPRO).click()
  await dropFiles(page, library(page).dropZone, [await writePicture(konpro.filesFolder, 'new.png', 1)])
  await expect(page.getByRole('alert').filter({ hasText: 'so this one only reads it' })).toBeVisible()
  await expect(queue(page).rows).toHaveCount(1)
  expect(uploadsIn(sandbox)).toHaveLength(1)

  await konpro.quit()
  expect((await readFile(path)).equals(before)).toBe(true)
  expect(await keptAside(konpro, 'wharf.db')).toEqual([])
})

test('files named on the command line are offered, not sent unasked', async ({ konpro, sandbox }) => {
  const { filesFolder } = konpro
  const file = await writePicture(filesFolder, 'from the shell.png')
  await konpro.quit()
  await konpro.launch(file, join(filesFolder, 'no such file.png'), '--some-switch')
  const { page } = konpro
  const { dialog, account, send } = sendDialog(page)
  await expect(dialog).toHaveAccessibleName('Send 1 file?')
  await expect(account).toHaveValue(/.+/)
  expect(uploadsIn(sandbox)).toEqual([])
  await send.click()
  await expect(queue(page).row('from the shell.png')).toHaveAttribute('data-status', 'queued')
  await enterKey(page, KONPRO, KONPRO_KEY)
  await expect(queue(page).row('from the shell.png')).toHaveAttribute('data-status', 'done')
})

test('a second start hands its files to the first and ends', async ({ konpro, sandbox }) => {
  const { page, filesFolder, command } = konpro
  await writePicture(filesFolder, 'one.png', 0)
  const two = await writePicture(filesFolder, 'two.png', 1)
  const text = await writeBytes(filesFolder, 'notes.txt', 'only words')
  // Relative paths mean the folder of the second start.
  await run(command.executable, [...command.args, 'one.png', two, text], {
    cwd: filesFolder,
    timeout: 20_000,
  })

  const { dialog, send } = sendDialog(page)
  await expect(dialog).toHaveAccessibleName('Send 3 files?')
  expect(uploadsIn(sandbox)).toEqual([])
  await send.click()
  await expect(page.getByRole('dialog', { name: '1 file was not sent' })).toContainText('notes.txt')
  await expect(queue(page).withStatus('done')).toHaveCount(2)
  await expect(queue(page).fileNames).toHaveText(['one.png', 'two.png'])
})

async function keptAside({ dataFolder }: Wharf, file: string): Promise<readonly string[]> {
  return (await readdir(dataFolder)).filter((name) => name.startsWith(`${file}.damaged-`)).sort()
}
