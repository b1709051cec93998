// Pasting: a picture or a file out of the real clipboard goes up, a text field keeps its paste to itself.
import { drawPng, scenes } from '../../scripts/sample-pictures.mjs'
import type { Wharf } from '../app.fixture.ts'
import { startGtkProgram, whyNoGtk } from '../gtk-program.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writePicture } from '../sample-files.ts'
import { expect, test, uploadsIn } from '../sandbox.fixture.ts'

test('a bitmap on the clipboard becomes a file that goes up', async ({ konpro, sandbox }) => {
  const { page } = konpro
  await copyPicture(konpro)
  await page.keyboard.press('Control+v')

  await expect(queue(page).withStatus('done')).toHaveCount(1)
  await expect(queue(page).fileNames).toHaveText([/\.png$/])
  await expect(library(page).assets).toHaveCount(1)
  expect(uploadsIn(sandbox).map(({ headers }) => headers['content-type'])).toEqual(['image/png'])
  const thumbnail = library(page).assets.locator('img')
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64)
})

test('files copied in a file manager go up as they are', async ({ konpro, sandbox }) => {
  const missing = whyNoGtk()
  test.skip(missing !== null, missing ?? '')
  const { page, filesFolder } = konpro
  const names = ['copied two.png', 'copied one.png']
  const files = await Promise.all(names.map((name, scene) => writePicture(filesFolder, name, scene)))
  const fileManager = startGtkProgram('clipboard-source.py', files)
  try {
    await expect.poll(() => fileManager.said).toEqual(['copied'])
    await page.keyboard.press('Control+v')
    await expect(queue(page).withStatus('done')).toHaveCount(2)
    await expect(queue(page).fileNames).toHaveText(names)
    expect(uploadsIn(sandbox)).toHaveLength(2)
  } finally {
    await fileManager.close()
  }
})

test('words on the clipboard upload nothing, and Wharf says why', async ({ konpro, sandbox }) => {
  const { page } = konpro
  await konpro.app.evaluate(({ clipboard }) => clipboard.writeText('only words'))
  await page.keyboard.press('Control+v')
  const said = page.getByRole('status').filter({ hasText: 'no file or picture on the clipboard' })
  await expect(said).toBeVisible()
  expect(uploadsIn(sandbox)).toEqual([])
})

test('a paste into a text field stays there', async ({ konpro, sandbox }) => {
  const { page } = konpro
  await konpro.app.evaluate(({ clipboard }) => clipboard.writeText('harbour'))
  await library(page).search.focus()
  await page.keyboard.press('Control+v')
  await expect(library(page).search).toHaveValue('harbour')
  await copyPicture(konpro)
  await page.keyboard.press('Control+v')
  await expect(library(page).search).toHaveValue('harbour')
  await expect(queue(page).rows).toHaveCount(0)
  expect(uploadsIn(sandbox)).toEqual([])
})

async function copyPicture({ app }: Wharf): Promise<void> {
  const [scene] = scenes
  if (!scene) throw new Error('There is no scene')
  const base64 = drawPng(scene, 64, 48).toString('base64')
  await app.evaluate(async ({ clipboard, nativeImage, ClipboardItem }, picture) => {
    const bytes = Buffer.from(picture, 'base64')
    // Electron has had `writeImage` up to the version that made its clipboard the one of the web.
    const older = clipboard as unknown as { writeImage?: (image: Electron.NativeImage) => void }
    if (older.writeImage) older.writeImage(nativeImage.createFromBuffer(bytes))
    else await clipboard.write([new ClipboardItem({ 'image/png': new Blob([bytes]) })])
  }, base64)
}
