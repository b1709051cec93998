// Closes an app under Playwright for certain: politely, then by force.

const graceMs = 5_000

/** @param {import('playwright').ElectronApplication} app */
export async function closeApp(app) {
  const child = app.process()
  const force = setTimeout(() => child.kill('SIGKILL'), graceMs)
  try {
    await app.close()
  } finally {
    clearTimeout(force)
  }
}
