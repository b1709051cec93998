// No address, symbolic link or message lets the page reach a file that was not granted to it.
import { readFile, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Wharf } from '../app.fixture.ts'
import { dropFiles } from '../drop-files.ts'
import { library } from '../pages/library.ts'
import { queue } from '../pages/queue.ts'
import { writeBytes, writePicture } from '../sample-files.ts'
import { expect, test } from '../sandbox.fixture.ts'

const PAGE = 'app://wharf/index.html'

test('app://wharf answers for the built page alone', async ({ wharf }) => {
  const statuses = await statusOf(wharf, [
    'app://wharf/index.html',
    'app://wharf/',
    'app://wharf/../../package.json',
    'app://wharf/%2e%2e/%2e%2e/package.json',
    'app://wharf/..%2f..%2fpackage.json',
    'app://wharf/..%5c..%5cpackage.json',
    'app://wharf/assets',
    'app://wharf/no-such-file.js',
    'app://wharf//etc/passwd',
    'app://wharf/index.html%00.js',
    'app://elsewhere/index.html',
    'app://wharf.example.com/index.html',
  ])
  const [page, ...others] = statuses
  expect(page).toBe(200)
  expect(others).toEqual(others.map(() => 404))
  const posted = await wharf.app.evaluate(
    async ({ net }, url) => (await net.fetch(url, { method: 'POST' })).status,
    PAGE,
  )
  expect(posted).toBe(404)
})

test('app-media: shows granted files alone, and never one that took their place', async ({ konpro }) => {
  const { page, filesFolder } = konpro
  const picture = await writePicture(filesFolder, 'harbour.png')
  const secret = await writeBytes(filesFolder, 'secret.txt', 'a secret of this computer')
  await dropFiles(page, library(page).dropZone, [picture])
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  const jobId = (await queue(page).rows.first().getAttribute('data-job-id')) ?? ''
  const key = (await library(page).assets.first().getAttribute('data-key')) ?? ''
  const image = `app-media://asset/${key}`
  expect(await statusOf(konpro, [image, `app-media://job/${jobId}`])).toEqual([200, 200])

  const account = key.split('/')[0] ?? ''
  const odd = [
    'app-media://job/',
    'app-media://job/no-such-job',
    `app-media://job/${encodeURIComponent(secret)}`,
    `app-media://job/${jobId}%2f..%2f..%2fsecret.txt`,
    'app-media://job/%E0%A4%A',
    'app-media://file/etc/passwd',
    `app-media://file${secret}`,
    `app-media://asset/${encodeURIComponent(secret)}`,
    `app-media://asset/${account}/${encodeURIComponent('../../secret.txt')}`,
    `app-media://asset/${account}`,
    `app-media://asset/${account}/no-such-asset`,
    'app-media:///etc/passwd',
  ]
  expect(await statusOf(konpro, odd)).toEqual(odd.map(() => 404))

  const sent = await readFile(picture)
  await rm(picture)
  await symlink(secret, picture)
  for (const url of [image, `app-media://job/${jobId}`]) {
    const body = await konpro.app.evaluate(
      async ({ net }, asked) => Buffer.from(await (await net.fetch(asked)).arrayBuffer()).toString('base64'),
      url,
    )
    expect(body, 'the provider’s copy').toBe(sent.toString('base64'))
  }
})

test('the page is never told where a file lies', async ({ konpro }) => {
  const { page, filesFolder } = konpro
  await page.evaluate(() => {
    const bridge = (window as unknown as { wharf: { onEvents: (hear: (batch: unknown) => void) => void } })
      .wharf
    const heard: unknown[] = []
    Object.assign(window, { heard })
    bridge.onEvents((batch) => heard.push(batch))
  })
  await dropFiles(page, library(page).dropZone, [
    await writePicture(filesFolder, 'harbour.png'),
    await writeBytes(join(filesFolder, 'deep'), 'notes.txt', 'words'),
    join(filesFolder, 'missing.png'),
  ])
  await expect(queue(page).withStatus('done')).toHaveCount(1)
  const known = await page.evaluate(async () => {
    const { wharf, heard } = window as unknown as {
      wharf: { calls: Record<string, (input: object) => unknown> }
      heard: unknown[]
    }
    return JSON.stringify([
      heard,
      await wharf.calls['app.snapshot']?.({}),
      await wharf.calls['library.record']?.({ search: '', kind: null, accountId: null, cursor: null }),
      document.documentElement.outerHTML,
    ])
  })
  expect(known).toContain('harbour.png')
  expect(known).not.toContain(filesFolder)
})

function statusOf({ app }: Wharf, urls: readonly string[]): Promise<readonly number[]> {
  return app.evaluate(
    async ({ net }, asked) => Promise.all(asked.map(async (url) => (await net.fetch(url)).status)),
    urls,
  )
}
