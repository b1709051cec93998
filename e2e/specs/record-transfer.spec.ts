// The record goes out as a file and comes in on another computer, by the dialogs a person sees.
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerDialogs } from '../answer-dialogs.ts'
import { expectAccessible, showTheme, THEMES } from '../axe.ts'
import { accounts } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { transfer } from '../pages/transfer.ts'
import { expect, KONPRO, KONPRO_KEY, test } from '../sandbox.fixture.ts'
import { seedRecord } from '../seed-record.ts'

const PICTURES = join(import.meta.dirname, '..', '..', 'artifacts', 'screens')
const SIZES = [
  { width: 1100, height: 720 },
  { width: 800, height: 600 },
] as const

test('what one computer uploaded is shown on another, with no key and no path', async ({ konpro }) => {
  test.slow()
  const { filesFolder, dataFolder } = konpro
  const path = join(filesFolder, 'wharf-record.json')
  const look = async (screen: string) => {
    const { page, app } = konpro
    await expectAccessible(page, screen)
    for (const size of SIZES) {
      await app.evaluate(({ BrowserWindow }, { width, height }) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(width, height)
      }, size)
      await expect
        .poll(() => page.evaluate(() => [innerWidth, innerHeight]))
        .toEqual([size.width, size.height])
      for (const theme of THEMES) {
        await showTheme(page, theme)
        await page.screenshot({ path: join(PICTURES, `${screen}-${theme}-${size.width}x${size.height}.png`) })
      }
    }
  }
  const shown = async () => {
    const { page } = konpro
    await accounts(page).entry('All uploads').click()
    await expect(library(page).assets.first()).toBeVisible()
    return library(page).assets.evaluateAll((items) =>
      items.map((item) => item.getAttribute('data-asset-id')),
    )
  }

  await seedRecord(konpro, 3000)
  await accounts(konpro.page).entry('All uploads').click()
  await expect(library(konpro.page).assets.first()).toBeVisible()
  const before = await shown()
  await answerDialogs(konpro.app, path)
  await library(konpro.page).region.getByRole('button', { name: 'Export…' }).click()
  await expect(transfer(konpro.page).what.locator('option')).toHaveText([
    /of this view/,
    'The whole record: 3,000 assets',
  ])
  await look('export')
  await transfer(konpro.page).startExport.click()
  await expect(transfer(konpro.page).exporting.getByRole('status')).toContainText(
    'Exported 3,000 assets to wharf-record.json',
  )
  await look('export-done')
  await konpro.page.keyboard.press('Enter')
  await expect(transfer(konpro.page).exporting).toBeHidden()
  const written = await readFile(path, 'utf8')
  expect(JSON.parse(written)).toMatchObject({
    format: 'wharf-record',
    version: 1,
    accounts: [{ name: KONPRO }],
  })
  expect(written).not.toContain(KONPRO_KEY)
  expect(written).not.toContain(filesFolder)

  await konpro.quit()
  await rm(dataFolder, { recursive: true })
  await konpro.launch()
  const { page, app } = konpro
  await answerDialogs(app, path)
  const { importing, chooseFile, startImport, open } = transfer(page)
  await open('Import record…')
  await look('import')
  await expect(chooseFile).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(importing).toContainText('3,000 assets in wharf-record.json')
  await expect(importing.getByRole('combobox', { name: `${KONPRO} · 3,000 assets` })).toHaveValue('new')
  await look('import-accounts')
  await expect(startImport).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(importing).toContainText('3,000 added.')
  await expect(importing).toContainText('1 account added. Enter its key to use it.')
  await look('import-done')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(accounts(page).entry('All uploads')).toContainText('3,000')
  // As many as a window of any size shows.
  expect((await shown()).slice(0, 6)).toEqual(before.slice(0, 6))
})

test('what differs is kept, told, and replaced only when the person says so', async ({ konpro }) => {
  const { page, app, filesFolder } = konpro
  const path = join(filesFolder, 'wharf-record.json')
  await seedRecord(konpro, 20)
  await answerDialogs(app, path)
  const { exporting, startExport, importing, chooseFile, startImport, open } = transfer(page)
  await open('Export record…')
  await startExport.click()
  await expect(exporting).toContainText('Exported 20 assets')
  await exporting.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('Escape')

  const file = JSON.parse(await readFile(path, 'utf8')) as { entries: { name: string; sizeBytes: number }[] }
  const renamed = file.entries.map((entry, index) =>
    index < 3 ? { ...entry, name: `theirs-${String(index)}.png` } : entry,
  )
  const spoilt = renamed.map((entry, index) => (index === 19 ? { ...entry, sizeBytes: -1 } : entry))
  const lines = spoilt.map((entry) => JSON.stringify(entry))
  const head = JSON.stringify({ ...file, entries: undefined }).slice(0, -1)
  await writeFile(path, `${head},"entries":[\n${lines.join(',\n')}\n]}`)
  await open('Import record…')
  await chooseFile.click()
  await expect(importing).toContainText('1 part of the file cannot be read and is left out.')
  await expect(importing).toContainText('Line 21')
  await startImport.click()
  await expect(importing).toContainText('3 differ from what is here, and were kept as they are here.')
  await expect(importing).toContainText('16 were here already.')
  await expect(importing.getByRole('button', { name: 'Keep mine' })).toBeFocused()
  await expectAccessible(page, 'import-conflicts')
  await page.screenshot({ path: join(PICTURES, 'import-conflicts-dark-1100x720.png') })
  await importing.getByRole('button', { name: 'Take theirs for all' }).click()
  await expect(importing).toContainText('3 differed from what was here, and are now as in the file.')
  await importing.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('Escape')
  await accounts(page).entry('All uploads').click()
  await library(page).search.fill('theirs')
  await expect(library(page).assets).toHaveCount(3)
})

test('another file is refused in words', async ({ konpro }) => {
  const { page, app, filesFolder } = konpro
  const path = join(filesFolder, 'wrong.json')
  await seedRecord(konpro, 1)
  await writeFile(path, '{"accounts":[]}')
  await answerDialogs(app, path)
  const { importing, chooseFile, open } = transfer(page)
  await open('Import record…')
  await chooseFile.click()
  await expect(importing.getByRole('alert')).toContainText('This is not a record that Wharf exported')
})
