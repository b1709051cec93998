// Watches a running app from outside until its page says that it is ready.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromium } from 'playwright'

const pauseMs = 100

/**
 * A release refuses Node's inspector, so the app is met where any Chromium can be: at its DevTools port, which it
 * writes into its profile.
 * @param {string} profile @param {number} deadlineMs
 */
async function readDevToolsPort(profile, deadlineMs) {
  while (Date.now() < deadlineMs) {
    const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8').catch(() => '')
    const port = Number(text.split('\n')[0])
    if (port > 0) return port
    await sleep(pauseMs)
  }
  throw new Error('The packaged app did not open its DevTools port in time.')
}

/**
 * @param {string} profile the user data folder the app was started with @param {number} limitMs
 * @returns {Promise<string>} the title of the window
 */
export async function waitForReadyWindow(profile, limitMs) {
  const deadlineMs = Date.now() + limitMs
  const port = await readDevToolsPort(profile, deadlineMs)
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: limitMs })
  try {
    while (Date.now() < deadlineMs) {
      for (const page of browser.contexts().flatMap((context) => context.pages()))
        if ((await page.locator('html[data-app-state="ready"]').count()) > 0) return await page.title()
      await sleep(pauseMs)
    }
    throw new Error('The window of the packaged app did not become ready in time.')
  } finally {
    await browser.close()
  }
}
