// Dropping: where files go, what is left out with which reason, whatever they are called.
import { mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beginDrag, centreOf, dropContent, dropFiles } from '../drop-files.ts'
import { accounts, addAccount } from '../pages/accounts.ts'
import { refusedDialog } from '../pages/dialogs.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writeBytes, writePicture } from '../sample-files.ts'
import { expect, KONPRO, test, uploadsIn } from '../sandbox.fixture.ts'

const PAGE = 'app://wharf/index.html'

test('several files go up in the order in which they were dropped', async ({ konpro, sandbox }) => {
  const { page, filesFolder } = konpro
  const names = ['b.png', 'a.png', 'c.png', '10.png', '9.png']
  const paths = await Promise.all(names.map((name, scene) => writePicture(filesFolder, name, scene)))
  await dropFiles(page, library(page).dropZone, paths)

  await expect(queue(page).withStatus('done')).toHaveCount(names.length)
  await expect(queue(page).fileNames).toHaveText(names)
  expect(sandbox.ledger.committed()).toHaveLength(names.length)
})

test('a folder is walked: its files in order, hidden ones or links left out', async ({ konpro, sandbox }) => {
  const { page, filesFolder } = konpro
  const folder = join(filesFolder, 'shoot')
  const outside = await writePicture(filesFolder, 'outside.png', 5)
  await writePicture(folder, 'img 10.png', 0)
  await writePicture(folder, 'img 9.png', 1)
  await writePicture(join(folder, 'raw', 'deep'), 'z.png', 2)
  await writePicture(join(folder, '.cache'), 'thumb.png', 3)
  await writePicture(folder, '.hidden.png', 4)
  await symlink(outside, join(folder, 'link.png'))
  await symlink(folder, join(folder, 'loop'))
  await dropFiles(page, library(page).dropZone, [folder])

  await expect(queue(page).withStatus('done')).toHaveCount(3)
  await expect(queue(page).fileNames).toHaveText(['img 9.png', 'img 10.png', 'z.png'])
  await expect(refusedDialog(page).dialog).toBeHidden()
  expect(uploadsIn(sandbox)).toHaveLength(3)
})

test('a drop on an account of the sidebar goes to that account, not to the open one', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  const key = 'sandbox-e2e-second'
  await addAccount(page, { name: 'KonPro · client', key, address: sandbox.originOf('konpro') })
  await accounts(page).entry(KONPRO).click()
  await dropFiles(page, accounts(page).entry('KonPro · client'), [
    await writePicture(filesFolder, 'harbour.png'),
  ])

  await expect(queue(page).row('harbour.png')).toHaveAttribute('data-status', 'done')
  await expect(queue(page).row('harbour.png')).toContainText('KonPro · client')
  const [sent] = sandbox.ledger.committed()
  const { keyDigest } = await sandbox.ledger.waitFor(({ method }) => method === 'GET')
  expect(sent?.keyDigest).not.toBe(keyDigest)
})

test('while files hang over the window an overlay names where they would go', async ({ konpro, sandbox }) => {
  const { page, filesFolder } = konpro
  const address = sandbox.originOf('konpro')
  await addAccount(page, { name: 'KonPro · client', key: 'sandbox-e2e-second', address })
  await accounts(page).entry(KONPRO).click()
  const overlay = page.getByRole('status').filter({ hasText: 'Drop to upload to' })
  const target = overlay.getByRole('paragraph').filter({ hasText: 'Drop to upload to' })

  const drag = await beginDrag(page, { files: [await writePicture(filesFolder, 'harbour.png')] })
  const middle = await centreOf(library(page).dropZone)
  await drag.enter(middle)
  await expect(target).toContainText(KONPRO)
  await drag.over(await centreOf(accounts(page).entry('KonPro · client')))
  await expect(target).toContainText('KonPro · client')

  const tile = overlay.getByRole('listitem').filter({ hasText: 'KonPro · client' })
  await drag.drop(await centreOf(tile))
  await expect(overlay).toBeHidden()
  await expect(queue(page).row('harbour.png')).toContainText('KonPro · client')
  await expect(queue(page).withStatus('done')).toHaveCount(1)
})

test('a drag that carries no file shows no overlay, and its drop changes nothing', async ({ konpro }) => {
  const { page } = konpro
  const middle = await centreOf(library(page).dropZone)
  for (const items of [
    [{ mimeType: 'text/plain', data: 'only words' }],
    [{ mimeType: 'text/uri-list', data: 'https://example.com/' }],
    [{ mimeType: 'text/html', data: '<img src="https://example.com/a.png">' }],
    [],
  ]) {
    const drag = await beginDrag(page, { files: [], items })
    await drag.enter(middle)
    await expect(page.getByText('Drop to upload to')).toBeHidden()
    await drag.drop(middle)
    expect(page.url()).toBe(PAGE)
  }
  await expect(queue(page).rows).toHaveCount(0)
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('no drop navigates, wherever it lands', async ({ konpro }) => {
  const { page, filesFolder } = konpro
  await page.evaluate(() => {
    const unprevented: string[] = []
    Object.assign(window, { unprevented })
    for (const type of ['dragover', 'drop'])
      window.addEventListener(type, (event) => {
        if (!event.defaultPrevented) unprevented.push(type)
      })
  })
  const file = await writeBytes(filesFolder, 'page.html', '<title>elsewhere</title><h1>elsewhere</h1>')
  const places = [
    accounts(page).navigation,
    page.getByRole('button', { name: 'Settings' }),
    library(page).search,
    queue(page).region,
  ]
  for (const place of places) {
    await dropFiles(page, place, [file])
    await expect(refusedDialog(page).reason('page.html')).toContainText('KonPro does not take')
    await dropFiles(page, refusedDialog(page).dialog, [file])
    await refusedDialog(page).dismiss.click()
    expect(page.url()).toBe(PAGE)
  }
  const unprevented = () => (window as unknown as { unprevented: string[] }).unprevented
  expect(await page.evaluate(unprevented)).toEqual([])
})

test('what cannot be sent is listed once with its reason, the rest goes up', async ({ konpro, sandbox }) => {
  const { page, filesFolder } = konpro
  const nothing = join(filesFolder, 'nothing in here')
  await mkdir(join(nothing, 'still nothing'), { recursive: true })
  const vanished = await writePicture(filesFolder, 'vanished.png')
  const files = [
    await writePicture(filesFolder, 'good one.png', 1),
    await writeBytes(filesFolder, 'empty.png', ''),
    await writeBytes(filesFolder, 'notes.txt', 'only words'),
    await writeBytes(filesFolder, 'pretends.png', 'words that pretend to be a picture'),
    vanished,
    nothing,
    await writePicture(filesFolder, 'good two.png', 2),
  ]
  const drag = await beginDrag(page, { files })
  const middle = await centreOf(library(page).dropZone)
  await drag.enter(middle)
  await rm(vanished)
  await drag.drop(middle)

  const { dialog, reason, dismiss } = refusedDialog(page)
  await expect(dialog).toHaveAccessibleName('5 files were not sent')
  await expect(dialog).toContainText('The other 2 are on their way.')
  await expect(reason('empty.png')).toContainText('It is empty (0 bytes)')
  await expect(reason('notes.txt')).toContainText('KonPro does not take plain text')
  await expect(reason('pretends.png')).toContainText('KonPro does not take files of an unknown type')
  await expect(reason('vanished.png')).toContainText('It is no longer where it was.')
  await expect(reason('nothing in here')).toContainText('The folder holds no files that can be read.')
  await expect(dialog.getByRole('listitem')).toHaveCount(5)

  await expect(queue(page).withStatus('done')).toHaveCount(2)
  await dismiss.click()
  await expect(dialog).toBeHidden()
  await expect(queue(page).fileNames).toHaveText(['good one.png', 'good two.png'])
  expect(uploadsIn(sandbox)).toHaveLength(2)
})

test('a picture under a wrong extension goes up as what it is', async ({ konpro, sandbox }) => {
  const { page, filesFolder } = konpro
  const picture = await writePicture(filesFolder, 'really a picture.txt')
  await dropFiles(page, library(page).dropZone, [picture])
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  expect(uploadsIn(sandbox).map(({ headers }) => headers['content-type'])).toEqual(['image/png'])
})

test('names that would break headers, markup or the line go up like any other', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  const shownNames = new Map([
    ['🎉 fête 👩‍👩‍👧 日本.png', '🎉 fête 👩‍👩‍👧 日本.png'],
    [`"double" 'single' ; filename="x.exe".png`, `"double" 'single' ; filename="x.exe".png`],
    ['line\r\nX-Injected: 1.png', 'line␤␤X-Injected: 1.png'],
    ['holiday\u202Egnp.exe.png', 'holiday\u202Egnp.exe.png'],
    ['<b>bold& ${x} %s.png', '<b>bold& ${x} %s.png'],
    ['-rf ..png', '-rf ..png'],
  ])
  const names = [...shownNames.keys()]
  const paths = await Promise.all(names.map((name, scene) => writePicture(filesFolder, name, scene)))
  await dropFiles(page, library(page).dropZone, paths)

  await expect(queue(page).withStatus('done')).toHaveCount(names.length)
  await expect(library(page).assets).toHaveCount(names.length)
  await expect(queue(page).fileNames).toHaveText([...shownNames.values()])
  for (const shown of shownNames.values())
    for (const place of [queue(page).fileNames, library(page).fileNames]) {
      const name = place.filter({ hasText: shown })
      expect(await name.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe('isolate')
    }

  const sent = uploadsIn(sandbox)
  expect(sent.map(({ path }) => path)).toEqual(names.map(() => '/konpro/v1/asset'))
  expect(new Set(sent.map(({ committedAssetId }) => committedAssetId)).size).toBe(names.length)
  for (const { headers } of sent)
    expect(Object.keys(headers).sort()).toEqual(['content-length', 'content-type', 'user-agent'])
})

test('files dropped before there is an account wait for one, unsent until the person says so', async ({
  wharf,
  sandbox,
}) => {
  const { page, filesFolder } = wharf
  await dropContent(page, page.locator('main'), { files: [await writePicture(filesFolder, 'early.png')] })
  const { dialog } = accounts(page)
  await expect(dialog).toContainText('One file is waiting.')
  await dialog.getByRole('textbox', { name: 'Account name' }).fill(KONPRO)
  await dialog.getByLabel('API key').fill('sandbox-e2e-main')
  await dialog.getByRole('button', { name: 'Advanced' }).click()
  await dialog.getByRole('textbox', { name: 'Server address' }).fill(sandbox.originOf('konpro'))
  await dialog.getByRole('button', { name: 'Save' }).click()

  const send = page.getByRole('dialog', { name: 'Send 1 file?' })
  await expect(send).toBeVisible()
  expect(uploadsIn(sandbox)).toEqual([])
  await send.getByRole('button', { name: 'Send' }).click()
  await expect(queue(page).row('early.png')).toHaveAttribute('data-status', 'done')
})
