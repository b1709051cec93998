// The library: pages as one scrolls, filter with search, failures in place, thumbnails, selection.
import type { Page } from '@playwright/test'
import { drawPng, scenes } from '../../scripts/sample-pictures.mjs'
import type { Sandbox } from '../../electron/sandbox/start-sandbox.ts'
import { dropFiles } from '../drop-files.ts'
import { accounts, addAccount } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writePicture } from '../sample-files.ts'
import { expect, KONPRO, KONPRO_KEY, test as base } from '../sandbox.fixture.ts'

const PICTURES = 238
const CLIPS = 12
const PAGE_SIZE = 100

/** A sandbox that holds 250 assets before the app first sees it; their IDs, newest first. */
const test = base.extend<{ ids: readonly string[] }>({
  ids: async ({ sandbox }, use) => {
    const ids: string[] = []
    for (let clip = 0; clip < CLIPS; clip += 1) ids.unshift(await post(sandbox, 'video/mp4', MP4))
    for (let picture = 0; picture < PICTURES; picture += 1)
      ids.unshift(await post(sandbox, 'image/png', PNGS[picture % PNGS.length] ?? MP4))
    sandbox.ledger.clear()
    await use(ids)
  },
})

const MP4 = Buffer.from('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2 and so on', 'latin1')
const PNGS = scenes.map((scene) => drawPng(scene, 48, 32))

async function post({ originOf }: Sandbox, contentType: string, bytes: Buffer): Promise<string> {
  const answer = await fetch(`${originOf('konpro')}/v1/asset`, {
    method: 'POST',
    headers: { 'x-api-key': KONPRO_KEY, 'content-type': contentType },
    body: new Uint8Array(bytes),
  })
  const { id } = (await answer.json()) as { id: string }
  return id
}

async function addKonPro(page: Page, sandbox: Sandbox): Promise<void> {
  await addAccount(page, { name: KONPRO, key: KONPRO_KEY, address: sandbox.originOf('konpro') })
}

const pagesAsked = ({ ledger }: Sandbox) =>
  ledger.entries().filter(({ path }) => path.startsWith('/konpro/v1/asset/list'))

test('the first page is there at once, the others come as one scrolls', async ({ wharf, sandbox, ids }) => {
  const { page } = wharf
  sandbox.faults.add(
    { pathPrefix: '/konpro/v1/asset/list', skip: 1, times: 2 },
    { kind: 'delay-answer', delayMs: 300 },
  )
  await addKonPro(page, sandbox)
  const { grid, asset, loadMore, region } = library(page)
  await expect(asset(ids[0] ?? '')).toBeVisible()
  await expect(grid).toHaveAttribute('data-page-state', 'more')
  expect(pagesAsked(sandbox)).toHaveLength(1)
  expect(await page.locator('[data-asset-id]').count()).toBeLessThan(PAGE_SIZE)

  await watchPageState(page)
  await grid.hover()
  const lastShown = async () => {
    await page.mouse.wheel(0, 3000)
    return asset(ids.at(-1) ?? '').isVisible()
  }
  await expect.poll(lastShown, { intervals: [50], timeout: 20_000 }).toBe(true)
  await expect(grid).toHaveAttribute('data-page-state', 'end')
  await expect(loadMore).toBeHidden()
  await expect(region).toContainText(`${String(ids.length)} assets`)
  expect(await pageStatesSeen(page)).toEqual(['more', 'loading', 'more', 'loading', 'end'])

  const asked = pagesAsked(sandbox)
  expect(asked).toHaveLength(3)
  expect(asked.map(({ path }) => new URLSearchParams(path.split('?')[1]).get('limit'))).toEqual([
    '100',
    '100',
    '100',
  ])
  expect(new Set(asked.map(({ path }) => path)).size).toBe(3)
})

test('"Load more" brings the next page by keyboard alone', async ({ wharf, sandbox, ids }) => {
  const { page } = wharf
  await addKonPro(page, sandbox)
  const { asset, loadMore, search, region } = library(page)
  await expect(asset(ids[0] ?? '')).toBeVisible()
  // A search does not load by itself, so the button is what brings the rest.
  const wanted = ids.at(-1) ?? ''
  await search.fill(wanted)
  await expect(region).toContainText(`No match for “${wanted}”`)
  await expect(region).toContainText('Only what is loaded was searched.')
  for (const pages of [2, 3]) {
    await loadMore.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => pagesAsked(sandbox).length).toBe(pages)
  }
  await expect(asset(wanted)).toBeVisible()
  await expect(library(page).assets).toHaveCount(1)
})

test('types are filtered by the provider, a search without a hit can be cleared', async ({
  wharf,
  sandbox,
  ids,
}) => {
  const { page } = wharf
  await addKonPro(page, sandbox)
  const { type, assets, asset, region, search, grid } = library(page)
  await type.selectOption('Videos')
  await expect(assets).toHaveCount(CLIPS)
  await expect(grid).toHaveAttribute('data-page-state', 'end')
  expect(pagesAsked(sandbox).at(-1)?.path).toContain('file_type=video')
  await type.selectOption('Audio')
  await expect(region).toContainText('Nothing of this type')
  await type.selectOption('Images')
  await expect(asset(ids[0] ?? '')).toBeVisible()
  await search.fill('no asset is called that')
  await expect(region).toContainText('No match for “no asset is called that”')
  await region.getByRole('button', { name: 'Clear' }).last().click()
  await expect(search).toHaveValue('')
  await expect(type).toHaveValue('all')
  await expect(asset(ids[0] ?? '')).toBeVisible()
})

test('when the first page fails the reason is there, and Retry brings it', async ({
  wharf,
  sandbox,
  ids,
}) => {
  const { page } = wharf
  const body = '{"error":{"message":"Our list is being repaired"}}'
  sandbox.faults.add({ pathPrefix: '/konpro/v1/asset/list' }, { kind: 'answer', status: 500, body })
  await addKonPro(page, sandbox)
  const { region, asset } = library(page)
  await expect(region.getByRole('alert')).toContainText('The library could not be loaded')
  await expect(region.getByRole('alert')).toContainText('Our list is being repaired')
  await expect(region.locator('[data-page-state]')).toHaveAttribute('data-page-state', 'error')
  await region.getByRole('button', { name: 'Retry' }).click()
  await expect(asset(ids[0] ?? '')).toBeVisible()
})

test('when a later page fails what is shown stays, and Retry goes on at its place', async ({
  wharf,
  sandbox,
  ids,
}) => {
  const { page } = wharf
  sandbox.faults.add(
    { pathPrefix: '/konpro/v1/asset/list', skip: 1 },
    { kind: 'answer', status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Wi-Fi</h1>' },
  )
  await addKonPro(page, sandbox)
  const { grid, asset, region, scroller } = library(page)
  await expect(asset(ids[0] ?? '')).toBeVisible()
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect(grid).toHaveAttribute('data-page-state', 'error')
  await expect(region.getByRole('alert')).toContainText('not one that KonPro would give')
  await expect(asset(ids[PAGE_SIZE - 1] ?? '')).toBeVisible()
  await region.getByRole('button', { name: 'Retry' }).click()
  await expect(grid).toHaveAttribute('data-page-state', 'more')
  await asset(ids[PAGE_SIZE] ?? '').scrollIntoViewIfNeeded()
  await expect(asset(ids[PAGE_SIZE] ?? '')).toBeVisible()
})

test('an upload appears at the top without anyone losing their place', async ({ wharf, sandbox, ids }) => {
  const { page, filesFolder } = wharf
  await addKonPro(page, sandbox)
  const { scroller, asset, grid, assets } = library(page)
  await expect(asset(ids[0] ?? '')).toBeVisible()
  await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight))
  await expect.poll(() => pagesAsked(sandbox).length).toBe(2)
  await expect(grid).toHaveAttribute('data-page-state', 'more')
  const topBefore = await scroller.evaluate((element) => element.scrollTop)
  expect(topBefore).toBeGreaterThan(500)

  await dropFiles(page, library(page).dropZone, [await writePicture(filesFolder, 'harbour.png')])
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  await expect.poll(() => pagesAsked(sandbox).length).toBe(3)
  await expect(grid).toHaveAttribute('data-page-state', 'more')
  expect(await scroller.evaluate((element) => element.scrollTop)).toBe(topBefore)

  await scroller.evaluate((element) => element.scrollTo(0, 0))
  await expect(assets.first()).toContainText('harbour.png')
  await expect(asset(ids[0] ?? '')).toBeVisible()
})

test('thumbnails are painted, from the local file as well as from the provider', async ({
  wharf,
  sandbox,
  ids,
}) => {
  const { page, filesFolder } = wharf
  await addKonPro(page, sandbox)
  await dropFiles(page, library(page).dropZone, [await writePicture(filesFolder, 'harbour.png')])
  const { assets, asset } = library(page)
  await expect(assets.first()).toContainText('harbour.png')
  const widthOf = (id: string) =>
    asset(id)
      .locator('img')
      .evaluate((image: HTMLImageElement) => (image.complete ? image.naturalWidth : 0))
  const local = (await assets.first().getAttribute('data-asset-id')) ?? ''
  await expect.poll(() => widthOf(local)).toBe(320)
  await expect.poll(() => widthOf(ids[0] ?? '')).toBe(48)
  const media = sandbox.ledger.entries().filter(({ path }) => path.startsWith('/media/'))
  expect(media.length).toBeGreaterThan(0)
  expect(media.every((request) => request.keyDigest === null)).toBe(true)
  expect(media.some(({ path }) => path.includes(local))).toBe(false)
})

test('several assets are copied as one ID a line, in the order shown', async ({ wharf, sandbox, ids }) => {
  const { page } = wharf
  await addKonPro(page, sandbox)
  const { asset, assets, details } = library(page)
  await asset(ids[4] ?? '').click()
  await expect.poll(wharf.clipboardText).toBe(ids[4])
  await asset(ids[1] ?? '').click({ modifiers: ['Shift'] })
  await expect(details).toContainText('4 selected')
  await asset(ids[6] ?? '').click({ modifiers: ['Control'] })
  await asset(ids[2] ?? '').click({ modifiers: ['Control'] })
  await expect(details).toContainText('4 selected')
  await page.keyboard.press('Control+c')
  await expect.poll(wharf.clipboardText).toBe([ids[1], ids[3], ids[4], ids[6]].join('\n'))
  await expect(page.getByRole('status').filter({ hasText: 'Copied 4 IDs' })).toBeVisible()

  await asset(ids[0] ?? '').focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+c')
  await expect.poll(wharf.clipboardText).toBe([ids[1], ids[2]].join('\n'))
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect.poll(wharf.clipboardText).toBe(ids.slice(0, PAGE_SIZE).join('\n'))
  await asset(ids[3] ?? '').hover()
  await asset(ids[3] ?? '')
    .getByRole('button', { name: 'Copy ID' })
    .click()
  await expect.poll(wharf.clipboardText).toBe(ids[3])
  await expect(assets.and(page.locator('[aria-selected=true]'))).toHaveCount(1)
})

test('All uploads shows what went up from here, across accounts, searched by name', async ({
  konpro,
  sandbox,
}) => {
  const { page, filesFolder } = konpro
  const address = sandbox.originOf('konpro')
  await dropFiles(page, library(page).dropZone, [await writePicture(filesFolder, 'harbour dawn.png', 0)])
  await addAccount(page, { name: 'KonPro · client', key: 'sandbox-e2e-second', address })
  await dropFiles(page, library(page).dropZone, [await writePicture(filesFolder, 'north sea.png', 1)])
  await expect(queue(page).withStatus('done')).toHaveCount(2)

  await accounts(page).entry('All uploads').click()
  const { fileNames, search, region, details, assets } = library(page)
  await expect(fileNames).toHaveText(['north sea.png', 'harbour dawn.png'])
  await assets.first().click()
  await expect(details).toContainText('KonPro · client')
  await search.fill('dawn harb')
  await expect(fileNames).toHaveText(['harbour dawn.png'])
  await search.fill('nothing like it')
  await expect(region).toContainText('No match for “nothing like it”')
  await search.fill('')
  await expect(fileNames).toHaveCount(2)
})

async function watchPageState(page: Page): Promise<void> {
  await library(page).grid.evaluate((grid) => {
    const seen = [grid.getAttribute('data-page-state')]
    Object.assign(window, { pageStatesSeen: seen })
    new MutationObserver(() => {
      const now = grid.getAttribute('data-page-state')
      if (now !== seen.at(-1)) seen.push(now)
    }).observe(grid, { attributeFilter: ['data-page-state'] })
  })
}

const pageStatesSeen = (page: Page) =>
  page.evaluate(() => (window as unknown as { pageStatesSeen: string[] }).pageStatesSeen)
