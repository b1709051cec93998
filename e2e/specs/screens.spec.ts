// Photographs every screen in both themes in two sizes of the window.
import { join } from 'node:path'
import { showTheme, THEMES } from '../axe.ts'
import { visitEveryScreen } from '../every-screen.ts'
import { expect, test } from '../sandbox.fixture.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'artifacts', 'screens')
const SIZES = [
  { width: 1100, height: 720 },
  { width: 800, height: 600 },
] as const

test('every screen has its picture', async ({ wharf, sandbox }) => {
  test.slow()
  const { page } = wharf
  const resize = async ({ width, height }: (typeof SIZES)[number]) => {
    await wharf.app.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size[0], size[1])
      },
      [width, height] as const,
    )
    await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height])
  }
  const look = async (screen: string) => {
    for (const size of SIZES) {
      await resize(size)
      for (const theme of THEMES) {
        await showTheme(page, theme)
        const path = join(FOLDER, `${screen}-${theme}-${size.width}x${size.height}.png`)
        await page.screenshot({ path })
      }
    }
    await resize(SIZES[0])
  }
  await resize(SIZES[0])
  await visitEveryScreen({ wharf, sandbox, look })
})
