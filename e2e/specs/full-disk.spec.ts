// A disk that is full: a small one of its own, which only root can mount.
import { execFileSync } from 'node:child_process'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dropFiles } from '../drop-files.ts'
import { addAccount, enterKey } from '../pages/accounts.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writePicture } from '../sample-files.ts'
import { expect, KONPRO, KONPRO_KEY, test, uploadsIn } from '../sandbox.fixture.ts'

const DISK_MB = 48

function mountDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'wharf-e2e', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('on a full disk nothing more is sent, nothing is lost, and all goes on when there is room', async ({
  wharf,
  sandbox,
}) => {
  const { dataFolder, filesFolder } = wharf
  await wharf.quit()
  await mkdir(dataFolder, { recursive: true })
  const isMounted = process.platform === 'linux' && mountDisk(dataFolder)
  test.skip(!isMounted, 'Only root on Linux can mount a disk that is small enough to fill')
  try {
    await wharf.launch()
    await addAccount(wharf.page, { name: KONPRO, key: KONPRO_KEY, address: sandbox.originOf('konpro') })
    const { page } = wharf
    const [first, second] = [
      await writePicture(filesFolder, 'first.png', 0),
      await writePicture(filesFolder, 'second.png', 1),
    ]
    await dropFiles(page, library(page).dropZone, [first])
    await expect(queue(page).withStatus('done')).toHaveCount(1)

    const filler = join(dataFolder, 'filler')
    const fill = async () => {
      const { bavail, bsize } = await statfs(dataFolder)
      await writeFile(filler, Buffer.alloc(bavail * bsize), { flag: 'a' }).catch(() => undefined)
    }
    await fill()
    await dropFiles(page, library(page).dropZone, [second])
    await expect(page.getByRole('alert').filter({ hasText: 'so nothing new is sent' })).toBeVisible()
    expect(uploadsIn(sandbox)).toHaveLength(1)

    await rm(filler)
    await expect(page.getByRole('alert').filter({ hasText: 'so nothing new is sent' })).toBeHidden({
      timeout: 15_000,
    })
    await dropFiles(page, library(page).dropZone, [second])
    await expect(queue(page).withStatus('done')).toHaveCount(2)
    expect(uploadsIn(sandbox)).toHaveLength(2)

    await wharf.kill()
    await wharf.launch()
    await expect(queue(wharf.page).withStatus('done')).toHaveCount(2)
    await enterKey(wharf.page, KONPRO, KONPRO_KEY)
    expect(uploadsIn(sandbox)).toHaveLength(2)
  } finally {
    await wharf.quit()
    execFileSync('umount', ['--lazy', dataFolder])
  }
})
