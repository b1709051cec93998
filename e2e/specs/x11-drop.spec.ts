// A genuine drag out of another program's window, by a real pointer on a real display.
import { trySandbox } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writePicture } from '../sample-files.ts'
import { openDragSource, whyNoX11Drag } from '../x11-drag.ts'
import { expect, test } from '../app.fixture.ts'

const missing = whyNoX11Drag()

test('a file dragged out of another program uploads where it is dropped', async ({ wharf }) => {
  test.skip(missing !== null, missing ?? '')
  const { page, filesFolder } = wharf
  await trySandbox(page)
  const bounds = { x: 240, y: 0, width: 1100, height: 720 }
  await wharf.app.evaluate(({ BrowserWindow }, place) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(place)
  }, bounds)
  await expect.poll(() => page.evaluate(() => window.screenX)).toBe(bounds.x)
  const inside = { x: bounds.x + 600, y: bounds.y + 300 }
  const outside = { x: 120, y: 600 }
  const overlay = page.getByRole('status').filter({ hasText: 'Drop to upload to' })

  const source = openDragSource([await writePicture(filesFolder, 'harbour 1.png')])
  try {
    await expect.poll(() => source.said).toEqual(['ready'])

    await source.pickUp()
    await source.carry({ x: 140, y: 110 }, inside)
    await expect(overlay).toContainText('KonPro sandbox')
    await source.carry(inside, outside)
    await expect(overlay).toBeHidden()
    await source.letGo()
    await expect.poll(() => source.said).toEqual(['ready', 'begin', 'end'])
    await expect(queue(page).rows).toHaveCount(0)

    await source.pickUp()
    await source.carry({ x: 140, y: 110 }, inside)
    await expect(overlay).toBeVisible()
    await source.letGo()
    await expect(overlay).toBeHidden()
    await expect(queue(page).row('harbour 1.png')).toHaveAttribute('data-status', 'done')
    await expect(library(page).assets).toHaveCount(1)
  } finally {
    await source.close()
  }
})
