// Finding in the library: words, filters, order, a person's own names with tags, in wide or narrow windows.
import { join } from 'node:path'
import { drawPng, scenes } from '../../scripts/sample-pictures.mjs'
import { showTheme, THEMES } from '../axe.ts'
import { addAccount } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { expect, KONPRO, KONPRO_KEY, test } from '../sandbox.fixture.ts'

const SCREENS = join(import.meta.dirname, '..', '..', 'artifacts', 'screens')
const PICTURES = 6
const MP4 = Buffer.from('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2 and so on', 'latin1')

test('an asset is named, tagged, found by either, in one calm line of any width', async ({
  wharf,
  sandbox,
}) => {
  const { page } = wharf
  const ids: string[] = []
  const post = async (contentType: string, bytes: Buffer) => {
    const answer = await fetch(`${sandbox.originOf('konpro')}/v1/asset`, {
      method: 'POST',
      headers: { 'x-api-key': KONPRO_KEY, 'content-type': contentType },
      body: new Uint8Array(bytes),
    })
    ids.unshift(((await answer.json()) as { id: string }).id)
  }
  for (let picture = 0; picture < PICTURES; picture += 1) {
    const scene = scenes[picture % scenes.length]
    if (scene) await post('image/png', drawPng(scene, 480, 320))
  }
  await post('video/mp4', MP4)
  await addAccount(page, { name: KONPRO, key: KONPRO_KEY, address: sandbox.originOf('konpro') })
  const { asset, assets, details, search, region, type } = library(page)
  const noted = ids[2] ?? ''
  await asset(noted).click()

  await details.getByRole('textbox', { name: 'Name in Wharf' }).fill('Café at dusk')
  await page.keyboard.press('Enter')
  await expect(asset(noted)).toContainText('Café at dusk')
  const tags = details.getByRole('combobox', { name: 'Tags' })
  await tags.fill('client A')
  await page.keyboard.press('Enter')
  await tags.fill('keep')
  await page.keyboard.press('Enter')
  await details.getByRole('button', { name: 'Remove tag client A' }).click()
  await expect(details).toContainText('Removed tag client A.')
  await details.getByRole('button', { name: 'Undo' }).click()
  await expect(details.getByRole('button', { name: 'Remove tag client A' })).toBeVisible()
  await details.getByRole('textbox', { name: 'Note' }).fill('for the spring campaign')
  await page.keyboard.press('Tab')

  for (const words of ['cafe', 'KEEP', 'spring camp', 'konpro dusk']) {
    await search.fill(words)
    await expect(assets).toHaveCount(1)
    await expect(asset(noted)).toBeVisible()
  }
  await search.fill('videos')
  await expect(assets).toHaveCount(1)
  await search.fill('')

  const filter = region.getByRole('button', { name: 'Filter and sort' })
  await filter.click()
  const form = page.getByRole('dialog', { name: 'Filter and sort' })
  await form.getByRole('combobox', { name: 'Tag' }).selectOption({ label: 'keep (1)' })
  await form.getByRole('combobox', { name: 'Sort by' }).selectOption('Name, A to Z')
  await look('filters')
  await page.keyboard.press('Escape')
  await expect(filter).toHaveAccessibleName('Filter and sort, 1 filter on')
  await expect(assets).toHaveCount(1)
  await look('filtered')
  await region.getByRole('button', { name: 'Remove filter keep' }).click()
  await expect(assets).toHaveCount(PICTURES + 1)

  await type.selectOption('Videos')
  await page.reload()
  await expect(assets).toHaveCount(1)
  await expect(type).toHaveValue('video')

  async function look(name: string) {
    for (const [width, height] of [
      [1100, 720],
      [800, 600],
      [720, 600],
    ] as const) {
      await wharf.app.evaluate(
        ({ BrowserWindow }, size) => {
          BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1])
        },
        [width, height] as const,
      )
      await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
      const toolbar = await region.locator('.toolbar').boundingBox()
      expect(toolbar?.height).toBeLessThan(60)
      for (const theme of THEMES) {
        await showTheme(page, theme)
        await page.screenshot({ path: join(SCREENS, `${name}-${theme}-${width}x${height}.png`) })
      }
    }
    await wharf.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1100, 720)
    })
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1100)
  }
})
