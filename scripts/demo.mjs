// Shows Wharf without a person: tries the sandbox, uploads pictures and keeps screenshots, light and dark.
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { _electron } from 'playwright'
import { isRoot } from './app-arguments.mjs'
import { closeApp } from './close-app.mjs'
import { resolveElectron } from './electron-runtime.mjs'
import { artifactsFolder, projectRoot } from './project-paths.mjs'
import { runScript } from './run-script.mjs'
import { writeSamplePictures } from './sample-pictures.mjs'

const launchLimitMs = 45_000
const stepLimitMs = 20_000
const uploadLimitMs = 60_000
const settleMs = 400
const pauseMs = 100
const messagesLimitMs = 8_000

const picturesFolder = join(artifactsFolder, 'demo')

/** @param {import('playwright').Page} page @param {string} name */
async function photograph(page, name) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.waitForTimeout(settleMs)
    const path = join(picturesFolder, `${name}-${colorScheme}.png`)
    await page.screenshot({ path })
    console.log(`  ${relative(projectRoot, path)}`)
  }
}

/**
 * Long lists only hold the rows in view, so either list may be the one that shows them all.
 * @param {import('playwright').Page} page @param {number} wanted
 */
async function waitForUploads(page, wanted) {
  const done = page.locator('[data-job-id][data-status="done"]')
  const assets = page.locator('[data-asset-id]')
  const deadlineMs = Date.now() + uploadLimitMs
  await done.first().waitFor({ timeout: uploadLimitMs })
  while (Math.max(await done.count(), await assets.count()) < wanted) {
    if (Date.now() > deadlineMs) throw new Error(`Only ${await done.count()} of ${wanted} uploads are done.`)
    await page.waitForTimeout(pauseMs)
  }
}

/**
 * Passing messages cover what the picture is about; one that stays is part of it.
 * @param {import('playwright').Page} page
 */
async function letMessagesPass(page) {
  const deadlineMs = Date.now() + messagesLimitMs
  const said = async () => (await page.getByRole('status').allInnerTexts()).join('').trim()
  while ((await said()) !== '' && Date.now() < deadlineMs) await page.waitForTimeout(pauseMs)
}

/** @param {import('playwright').Page} page */
async function openDetails(page) {
  const asset = page.locator('[data-asset-id]').first()
  await asset.waitFor({ timeout: stepLimitMs })
  await asset.click()
  const details = page.getByRole('complementary', { name: 'Details' })
  if (!(await details.isVisible())) await page.keyboard.press('Enter')
  await details.waitFor({ timeout: stepLimitMs })
}

/** @param {import('playwright').Page} page @param {string} folder */
async function demonstrate(page, folder) {
  page.setDefaultTimeout(stepLimitMs)
  await page.locator('html[data-app-state="ready"]').waitFor({ state: 'attached', timeout: launchLimitMs })
  console.log('The window is ready. First run:')
  await photograph(page, 'first-run')

  await page.getByRole('button', { name: 'Try the sandbox' }).first().click()
  const input = page.locator('input[type=file]').first()
  await input.waitFor({ state: 'attached' })
  const pictures = await writeSamplePictures(folder)
  await input.setInputFiles(pictures)
  console.log(`Uploading ${pictures.length} pictures to the sandbox:`)
  await page.locator('[data-job-id]').first().waitFor()
  await photograph(page, 'uploads')

  await waitForUploads(page, pictures.length)
  await letMessagesPass(page)
  console.log(`All ${pictures.length} have their asset IDs. The library:`)
  await photograph(page, 'library')

  await openDetails(page)
  await letMessagesPass(page)
  console.log('One of them, with everything that can be copied:')
  await photograph(page, 'details')
}

await runScript(async () => {
  await rm(picturesFolder, { recursive: true, force: true })
  await mkdir(picturesFolder, { recursive: true })
  const folder = await mkdtemp(join(tmpdir(), 'wharf-demo-'))
  const { executable } = await resolveElectron()
  const app = await _electron.launch({
    executablePath: executable,
    args: [projectRoot, `--user-data-dir=${join(folder, 'profile')}`],
    chromiumSandbox: !isRoot,
    timeout: launchLimitMs,
  })
  try {
    const page = await app.firstWindow({ timeout: launchLimitMs })
    try {
      await demonstrate(page, join(folder, 'pictures'))
    } catch (error) {
      await page.screenshot({ path: join(picturesFolder, 'where-it-stopped.png') }).catch(() => undefined)
      throw error
    }
    console.log('The demonstration is complete.')
    return 0
  } finally {
    await closeApp(app)
    await rm(folder, { recursive: true, force: true })
  }
})
