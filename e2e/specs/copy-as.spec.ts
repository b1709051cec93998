// Copies an asset of each provider in each form, by keyboard alone, and in a form of one's own.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { manifestOf, PROVIDER_IDS, type ProviderId } from '../../shared/providers/index.ts'
import { showTheme, THEMES } from '../axe.ts'
import { dropFiles } from '../drop-files.ts'
import { addAccount } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { settings } from '../pages/settings.ts'
import { writePicture } from '../sample-files.ts'
import { expect, test } from '../sandbox.fixture.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'artifacts', 'screens')

/** What the call of each provider must hold, beside the address of the sandbox. */
const CALLS: Readonly<Record<ProviderId, { path: string; field: RegExp; key: string }>> = {
  konpro: { path: '/v1/photo_avatar/avatar_group/add', field: /"image_keys": \[\s+"/, key: 'KONPRO_API_KEY' },
  onemin: { path: '/api/features', field: /"imageUrl": "/, key: 'ONEMIN_API_KEY' },
  indream: { path: '/v1/projects', field: /"remoteKey": "/, key: 'INDREAM_API_KEY' },
  token360: { path: '/v1/videos', field: /"url": "asset:\/\//, key: 'TOKEN360_API_KEY' },
}
const CHECKS = {
  cURL: ['sh', ['-n']],
  JavaScript: [process.env['npm_node_execpath'] ?? 'node', ['--input-type=module', '--check']],
  Python: ['python3', ['-c', 'import ast, sys; ast.parse(sys.stdin.read())']],
} as const

const menu = (page: Page) => page.getByRole('menu', { name: 'Copy as' })

async function copyAs(page: Page, form: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+C')
  await menu(page).getByRole('menuitem', { name: form, exact: true }).click()
  await expect(menu(page)).toBeHidden()
}

for (const providerId of PROVIDER_IDS)
  test(`an asset of ${providerId} is copied in every form`, async ({ wharf, sandbox }) => {
    const { page } = wharf
    const { displayName: provider } = manifestOf(providerId)
    const address = sandbox.originOf(providerId)
    await addAccount(page, { provider, name: 'Main', key: 'sandbox-copy', address })
    await dropFiles(page, library(page).dropZone, [await writePicture(wharf.filesFolder, "it's a cat.png")])
    await expect(queue(page).withStatus('done')).toHaveCount(1)
    const id = sandbox.ledger.committed()[0]?.committedAssetId ?? ''
    await library(page).assets.first().click()
    await expect.poll(wharf.clipboardText).toBe(id)

    await copyAs(page, 'JSON')
    await expect.poll(wharf.clipboardText).toContain('"account": "Main"')
    const facts = JSON.parse(await wharf.clipboardText()) as { id: string; name: string; provider: string }
    expect(facts).toMatchObject({ id, name: "it's a cat.png", provider, kind: 'image' })
    await copyAs(page, 'CSV')
    await expect.poll(wharf.clipboardText).toContain(`\r\nit's a cat.png,Main,${provider},${id},image,`)
    await copyAs(page, 'Markdown')
    await expect.poll(wharf.clipboardText).toMatch(/^!?\[?it's a cat\.png/)
    await copyAs(page, 'HTML')
    await expect.poll(wharf.clipboardText).toContain('it&#39;s a cat.png')
    for (const [form, [command, args]] of Object.entries(CHECKS)) {
      await copyAs(page, form)
      const { path, field, key } = CALLS[providerId]
      await expect
        .poll(wharf.clipboardText)
        .toContain(form === 'cURL' ? `'${address}${path}'` : `"${address}${path}"`)
      const code = await wharf.clipboardText()
      expect(code).toMatch(field)
      expect(code).toContain(key)
      expect(code).not.toContain('sandbox-copy')
      execFileSync(command, args, { input: code })
    }
    await copyAs(page, 'ID')
    await expect.poll(wharf.clipboardText).toBe(id)
  })

test('by keyboard alone: found, looked at, copied, copied as; a form of one’s own', async ({
  konpro,
  sandbox,
}) => {
  const { page } = konpro
  const files = ['harbour.png', 'north sea.png'].map((name, scene) =>
    writePicture(konpro.filesFolder, name, scene),
  )
  await dropFiles(page, library(page).dropZone, await Promise.all(files))
  await expect(queue(page).withStatus('done')).toHaveCount(2)
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('north')
  await expect(library(page).assets).toHaveCount(1)
  await library(page).assets.first().focus()
  await page.keyboard.press('Enter')
  await expect(library(page).details).toContainText('north sea.png')
  const id = (await library(page).assets.first().getAttribute('data-asset-id')) ?? ''
  await page.keyboard.press('ControlOrMeta+c')
  await expect.poll(konpro.clipboardText).toBe(id)
  await page.keyboard.press('ControlOrMeta+Shift+C')
  await expect(menu(page).getByRole('menuitem', { name: 'ID', exact: true })).toBeFocused()
  for (const theme of THEMES) {
    await showTheme(page, theme)
    await page.screenshot({ path: join(FOLDER, `copy-as-menu-${theme}.png`) })
  }
  await page.keyboard.type('mark')
  await page.keyboard.press('Enter')
  await expect.poll(konpro.clipboardText).toMatch(/^!\[north sea\.png\]\(<http/)
  await expect(library(page).assets.first()).toBeFocused()

  await page.keyboard.press('ControlOrMeta+,')
  const { dialog } = settings(page)
  await dialog.getByRole('button', { name: 'Add a form…' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Pair')
  await dialog.getByRole('textbox', { name: 'For each asset' }).fill('{nmae}')
  await expect(dialog).toContainText('There is no {nmae}.')
  await dialog.getByRole('textbox', { name: 'For each asset' }).fill('{name}={value:image_key}')
  await expect(dialog.locator('pre')).toContainText('harbour.png=image/asset_123456/original')
  for (const theme of THEMES) {
    await showTheme(page, theme)
    await page.screenshot({ path: join(FOLDER, `copy-settings-${theme}.png`) })
  }
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('list', { name: 'Your own forms' })).toContainText('Pair')
  await dialog.getByRole('combobox', { name: 'When a batch ends, copy' }).selectOption({ label: 'Pair' })
  await page.screenshot({ path: join(FOLDER, 'copy-settings-list.png') })
  await dialog.getByRole('button', { name: 'Close' }).click()
  await dropFiles(page, library(page).dropZone, [await writePicture(konpro.filesFolder, 'third.png', 2)])
  await expect.poll(konpro.clipboardText).toMatch(/^third\.png=\S+$/)
  expect(sandbox.ledger.committed()).toHaveLength(3)
})
