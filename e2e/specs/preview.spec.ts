// Thumbnails with the quick preview: from the local file, from the provider, from what was kept.
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { drawPng, scenes } from '../../scripts/sample-pictures.mjs'
import type { Sandbox } from '../../electron/sandbox/start-sandbox.ts'
import { expectAccessible } from '../axe.ts'
import { dropFiles } from '../drop-files.ts'
import { accounts } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { preview } from '../pages/preview.ts'
import { queue } from '../pages/queue.ts'
import { sampleMedia, writeBytes } from '../sample-files.ts'
import { expect, KONPRO_KEY, test } from '../sandbox.fixture.ts'

const [scene] = scenes
const picture = scene ? drawPng(scene, 1600, 1200) : Buffer.alloc(0)

async function post({ originOf }: Sandbox, contentType: string, bytes: Buffer): Promise<string> {
  const answer = await fetch(`${originOf('konpro')}/v1/asset`, {
    method: 'POST',
    headers: { 'x-api-key': KONPRO_KEY, 'content-type': contentType },
    body: new Uint8Array(bytes),
  })
  return ((await answer.json()) as { id: string }).id
}

/** One of each kind, uploaded from this computer; their names. */
async function dropAll(page: Page, folder: string): Promise<readonly string[]> {
  const paths = [
    await writeBytes(folder, 'harbour.png', picture),
    await writeBytes(folder, 'tour.webm', await sampleMedia('clip.webm')),
    await writeBytes(folder, 'horn.mp3', await sampleMedia('tone.mp3')),
  ]
  await dropFiles(page, library(page).dropZone, paths)
  await expect(queue(page).withStatus('done')).toHaveCount(paths.length)
  return ['harbour.png', 'tour.webm', 'horn.mp3']
}

const tile = (page: Page, name: string): Locator => library(page).assets.filter({ hasText: name })
const thumbOf = (asset: Locator) => asset.locator('.thumb')

/** The longer side of the picture that is shown, once it is. */
const pictureSide = (asset: Locator) =>
  asset.locator('.thumb img').evaluate((image: HTMLImageElement) => {
    if (!image.complete) return 0
    return Math.max(image.naturalWidth, image.naturalHeight)
  })

/** Whether the page may look into it is not asked: what is painted is. */
async function coloursOf(page: Page, asset: Locator): Promise<number> {
  const shot = await thumbOf(asset).screenshot()
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] }
    const colours = new Set<number>()
    for (let at = 0; at < data.length; at += 4)
      colours.add(((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0))
    return colours.size
  }, shot.toString('base64'))
}

test('a picture, a clip and a sound show what they hold, from the local file, small', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder, dataFolder } = konpro
  await dropAll(page, filesFolder)
  await expect(thumbOf(tile(page, 'harbour.png'))).toHaveAttribute('data-shown', 'picture')
  await expect(thumbOf(tile(page, 'tour.webm'))).toHaveAttribute('data-shown', 'picture')
  await expect(thumbOf(tile(page, 'horn.mp3'))).toHaveAttribute('data-shown', 'peaks')
  await expect.poll(() => pictureSide(tile(page, 'harbour.png'))).toBe(320)
  await expect.poll(() => pictureSide(tile(page, 'tour.webm'))).toBe(192)
  expect(await coloursOf(page, tile(page, 'tour.webm'))).toBeGreaterThan(100)
  expect(sandbox.ledger.entries().some(({ path }) => path.startsWith('/media/'))).toBe(false)
  // Those of the queue and of the library.
  await expect.poll(async () => (await readdir(join(dataFolder, 'thumbnails'))).length).toBe(6)
})

test('thumbnails outlive the file and the provider; what was measured stays known', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  const names = await dropAll(page, filesFolder)
  for (const name of names) await expect(thumbOf(tile(page, name))).toHaveAttribute('data-shown', /./)
  await rm(filesFolder, { recursive: true })
  await queue(page).clearDone.click()
  await konpro.quit()
  sandbox.faults.add({ pathPrefix: '/media/', times: 1000 }, { kind: 'answer', status: 410, body: '' })
  await konpro.launch()
  const again = konpro.page
  await accounts(again).entry('All uploads').click()
  for (const name of names) await expect(thumbOf(tile(again, name))).toHaveAttribute('data-shown', /./)
  expect(await pictureSide(tile(again, 'harbour.png'))).toBe(320)
  expect(sandbox.ledger.entries().some(({ path }) => path.startsWith('/media/'))).toBe(false)
  await tile(again, 'tour.webm').click()
  await expect(library(again).details).toContainText('192 × 108')
  await expect(library(again).details).toContainText('0:03')
})

test('what was uploaded elsewhere is drawn from the provider, once, without a key', async ({
  wharf,
  sandbox,
  konpro,
}) => {
  const { page } = wharf
  const ids = [
    await post(sandbox, 'image/png', picture),
    await post(sandbox, 'video/webm', await sampleMedia('clip.webm')),
    await post(sandbox, 'audio/mpeg', await sampleMedia('tone.mp3')),
    await post(sandbox, 'image/png', picture.subarray(0, 400)),
  ] as const
  await konpro.page.keyboard.press('F5')
  const { asset } = library(page)
  await expect(thumbOf(asset(ids[0]))).toHaveAttribute('data-shown', 'picture')
  await expect(thumbOf(asset(ids[1]))).toHaveAttribute('data-shown', 'picture')
  await expect(thumbOf(asset(ids[2]))).toHaveAttribute('data-shown', 'peaks')
  // A broken one keeps the icon of its kind, and says why.
  await expect(thumbOf(asset(ids[3]))).toHaveAttribute('title', 'Image that cannot be shown here')
  await expect(thumbOf(asset(ids[3])).locator('img')).toHaveCount(0)
  const media = sandbox.ledger.entries().filter(({ path }) => path.startsWith('/media/'))
  expect(media.every(({ keyDigest }) => keyDigest === null)).toBe(true)
  expect(media.filter(({ path }) => path.includes(ids[0]))).toHaveLength(1)
  const shown = await page.evaluate(() => document.documentElement.outerHTML)
  expect(shown).not.toContain(sandbox.origin)

  await asset(ids[1]).focus()
  await page.keyboard.press(' ')
  const { video } = preview(page)
  await expect.poll(() => video.evaluate((clip: HTMLVideoElement) => clip.currentTime)).toBeGreaterThan(0.3)
  await video.evaluate((clip: HTMLVideoElement) => {
    clip.currentTime = 2.5
  })
  await expect.poll(() => video.evaluate((clip: HTMLVideoElement) => clip.ended)).toBe(true)
})

test('Space looks closer: arrows go on, Escape or Space closes, the focus is where one got to', async ({
  konpro,
}) => {
  const { page, filesFolder } = konpro
  await dropAll(page, filesFolder)
  const { dialog, named, image, video, audio, button } = preview(page)
  const { assets, details } = library(page)
  await expect(assets).toHaveCount(3)
  const order = await library(page).fileNames.allTextContents()
  await assets.first().focus()
  await page.keyboard.press(' ')
  for (const [index, name] of order.entries()) {
    await expect(named(name)).toBeVisible()
    await expect(dialog.getByRole('status')).toContainText(`${String(index + 1)} of 3`)
    if (name.endsWith('.png')) {
      await expect.poll(() => image.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBe(1600)
      await expectAccessible(page, 'preview of a picture')
      await button('Show at 100 %').click()
      expect(await image.evaluate((shown) => shown.getBoundingClientRect().width)).toBe(1600)
      await expectAccessible(page, 'preview of a picture at 100 %')
      await button('Fit to window').click()
      await dialog.evaluate((element: HTMLElement) => element.focus())
    } else {
      const player = name.endsWith('.webm') ? video : audio
      await player.evaluate((shown: HTMLMediaElement) => shown.play())
      await expect
        .poll(() => player.evaluate((shown: HTMLMediaElement) => shown.currentTime))
        .toBeGreaterThan(0.2)
      await expectAccessible(page, `preview of ${name}`)
    }
    await button('Copy ID').click()
    await expect.poll(konpro.clipboardText).toBe(await dialog.locator('code').textContent())
    await dialog.evaluate((element: HTMLElement) => element.focus())
    await page.keyboard.press('ArrowRight')
  }
  await expect(named(order[2] ?? '')).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(named(order[1] ?? '')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(assets.nth(1)).toBeFocused()
  await expect(details).toContainText(order[1] ?? '')
  await page.keyboard.press(' ')
  await expect(named(order[1] ?? '')).toBeVisible()
  await page.keyboard.press(' ')
  await expect(dialog).toBeHidden()
  await expect(assets.nth(1)).toBeFocused()

  const row = queue(page).row('harbour.png')
  await row.focus()
  await page.keyboard.press(' ')
  await expect(named('harbour.png')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
})
