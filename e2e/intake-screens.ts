// Brings the window into every state of a drop that meets known content or goes to several accounts.
import { copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sandbox } from '../electron/sandbox/start-sandbox.ts'
import type { Wharf } from './app.fixture.ts'
import { beginDrag, centreOf, dropFiles } from './drop-files.ts'
import { knownDialog, sendDialog } from './pages/dialogs.ts'
import { library } from './pages/library.ts'
import { queue } from './pages/queue.ts'
import { writeClip, writePicture } from './sample-files.ts'
import { expect } from './sandbox.fixture.ts'

type Parts = {
  readonly wharf: Wharf
  readonly sandbox: Sandbox
  readonly look: (screen: string) => Promise<void>
}

/** With two accounts at least, one of them open. */
export async function visitIntake({ wharf: { page, filesFolder }, sandbox, look }: Parts): Promise<void> {
  const { dropZone } = library(page)
  const harbour = await writePicture(filesFolder, 'pier.png', 3)
  await dropFiles(page, dropZone, [harbour])
  await expect(queue(page).row('pier.png')).toHaveAttribute('data-status', 'done')
  const copies = ['pier copy.png', 'holiday\u202Egnp.exe.png'].map((name) => join(filesFolder, name))
  for (const copy of copies) await copyFile(harbour, copy)
  await dropFiles(page, dropZone, [harbour, ...copies])
  await expect(knownDialog(page).dialog).toBeVisible()
  await look('known-files')
  await knownDialog(page).skip.click()

  const clip = await writeClip(filesFolder, 'aerial.mp4', 40 * 1024 * 1024)
  const lost = await writePicture(filesFolder, 'lost.png', 4)
  sandbox.faults.add({ method: 'POST' }, { kind: 'slow-reader', bytesPerSecond: 512 * 1024 })
  const drag = await beginDrag(page, { files: [clip, lost] })
  const middle = await centreOf(dropZone)
  await drag.enter(middle)
  const overlay = page.getByRole('status').filter({ hasText: 'Drop to upload to' })
  await drag.over(await centreOf(overlay.getByRole('listitem').first()), true)
  await look('drag-overlay-several')
  await drag.drop(middle)
  await expect(queue(page).row('aerial.mp4')).toHaveCount(2)
  await queue(page).scroller.evaluate((list) => list.scrollTo(0, list.scrollHeight))
  await look('uploads-fan-out')
  // Either account may have got the slow place.
  await queue(page).row('aerial.mp4').getByRole('button', { name: 'Cancel' }).first().click()

  const gone = await writePicture(filesFolder, 'gone.png', 5)
  sandbox.faults.add({ method: 'POST' }, { kind: 'answer', status: 400, body: '{}' })
  await dropFiles(page, dropZone, [gone])
  await expect(queue(page).row('gone.png')).toHaveAttribute('data-status', 'failed')
  await rm(gone)
  await queue(page).button('gone.png', 'Retry').click()
  await expect(queue(page).row('gone.png').getByRole('button', { name: 'Locate…' })).toBeVisible()
  await look('uploads-file-missing')

  const again = await beginDrag(page, { files: [lost] })
  await again.enter(middle)
  await again.drop(await centreOf(page.getByRole('listitem').filter({ hasText: 'Several accounts…' })))
  await expect(sendDialog(page).dialog).toBeVisible()
  await look('send-to-several')
  await page.keyboard.press('Escape')
}
