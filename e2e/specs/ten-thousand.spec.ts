// Ten thousand files in one drop: all of them are there, stay there, can be looked through and be given up.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawPng, scenes } from '../../scripts/sample-pictures.mjs'
import { dropFiles } from '../drop-files.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { expect, test } from '../sandbox.fixture.ts'

const COUNT = 10_000
const FILES_AT_ONCE = 200
const nameOf = (index: number) => `${String(index).padStart(5, '0')}.png`

/** Each a picture with bytes of its own behind it, so that no two are the same. */
async function writeTinyFiles(folder: string): Promise<readonly string[]> {
  const [scene] = scenes
  if (!scene) throw new Error('There is no scene to draw')
  const picture = drawPng(scene, 4, 4)
  await mkdir(folder, { recursive: true })
  const paths = Array.from({ length: COUNT }, (_, index) => join(folder, nameOf(index)))
  for (let start = 0; start < COUNT; start += FILES_AT_ONCE)
    await Promise.all(
      paths
        .slice(start, start + FILES_AT_ONCE)
        .map((path, offset) =>
          writeFile(path, Buffer.concat([picture, Buffer.from(nameOf(start + offset))])),
        ),
    )
  return paths
}

test('ten thousand files dropped at once are all there, also after a kill, and can all be cancelled', async ({
  konpro,
  sandbox,
}) => {
  test.setTimeout(120_000)
  // Two of them are on their way, the others wait: what is counted does not move meanwhile.
  sandbox.faults.add({ method: 'POST', times: Infinity }, { kind: 'silent' })
  const paths = await writeTinyFiles(konpro.filesFolder)
  await dropFiles(konpro.page, library(konpro.page).dropZone, paths)
  const count = (page = konpro.page) =>
    page.evaluate(async () => {
      const { wharf } = window as unknown as {
        wharf: {
          calls: Record<string, (input: object) => Promise<{ value: { jobs: { status: string }[] } }>>
        }
      }
      const statuses: Record<string, number> = {}
      const answer = await wharf.calls['app.snapshot']?.({})
      for (const { status } of answer?.value.jobs ?? []) statuses[status] = (statuses[status] ?? 0) + 1
      return statuses
    })
  await expect.poll(async () => (await count())['queued'], { timeout: 30_000 }).toBe(COUNT - 2)

  const { page } = konpro
  const toTheEnd = async () => {
    // The page is told of them in batches, so the end moves away at first.
    await expect(async () => {
      await queue(konpro.page).scroller.evaluate((list) => {
        list.scrollTop = list.scrollHeight
      })
      await expect(queue(konpro.page).row(nameOf(COUNT - 1))).toBeVisible({ timeout: 500 })
    }).toPass({ timeout: 20_000 })
  }
  await expect(queue(page).row(nameOf(0))).toBeVisible()
  await toTheEnd()
  // The list holds what is in view, not all there is.
  expect(await queue(page).rows.count()).toBeLessThan(200)

  await konpro.kill()
  await konpro.launch()
  await expect.poll(() => count(konpro.page)).toEqual({ queued: COUNT - 2, unconfirmed: 2 })
  await toTheEnd()

  const waiting = queue(konpro.page).row(nameOf(COUNT - 1))
  await waiting.click()
  await konpro.page.keyboard.press('Control+a')
  await konpro.page.keyboard.press('Delete')
  await expect
    .poll(() => count(konpro.page), { timeout: 15_000 })
    .toEqual({ cancelled: COUNT - 2, unconfirmed: 2 })
  await expect(waiting).toHaveAttribute('data-status', 'cancelled')
})
