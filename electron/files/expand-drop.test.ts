// Shows which files a drop of files with folders comes to.
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { expandDrop } from './expand-drop.ts'

async function folderWith(names: readonly string[]) {
  const folder = await temporaryFolder()
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    if (!name.endsWith('/')) await writeFile(join(folder, name), name)
    else await mkdir(join(folder, name), { recursive: true })
  }
  return folder
}

test('files in the order of the drop, those of a folder in the order of people', async () => {
  const folder = await folderWith(['z.png', 'a.png', 'trip/10.png', 'trip/9.png', 'trip/b/c/deep.png'])
  const drop = [join(folder, 'z.png'), join(folder, 'trip'), join(folder, 'a.png')]
  expect(await expandDrop(drop)).toEqual({
    files: ['z.png', 'trip/9.png', 'trip/10.png', 'trip/b/c/deep.png', 'a.png'].map((name) =>
      join(folder, name),
    ),
    refused: [],
    leftOut: { hiddenCount: 0, linkCount: 0 },
  })
})

test('what is hidden in a folder stays out; dropped by itself it is wanted', async () => {
  const folder = await folderWith(['in/.hidden.png', 'in/.git/config', 'in/seen.png', '.alone.png'])
  const { files, leftOut } = await expandDrop([join(folder, 'in'), join(folder, '.alone.png')])
  expect(leftOut).toEqual({ hiddenCount: 2, linkCount: 0 })
  expect(files).toEqual([join(folder, 'in/seen.png'), join(folder, '.alone.png')])
})

test('links in a folder are left out, so a loop ends and nothing outside is taken', async () => {
  const folder = await folderWith(['in/a.png', 'outside/secret.png'])
  await symlink(folder, join(folder, 'in/loop'))
  await symlink(join(folder, 'outside/secret.png'), join(folder, 'in/secret.png'))
  expect(await expandDrop([join(folder, 'in')])).toEqual({
    files: [join(folder, 'in/a.png')],
    refused: [],
    leftOut: { hiddenCount: 0, linkCount: 2 },
  })
})

test('a folder without files is named in the answer', async () => {
  const folder = await folderWith(['nothing/', 'only-hidden/.a', 'nested/empty/'])
  const { files, refused } = await expandDrop(
    ['nothing', 'only-hidden', 'nested', 'absent'].map((name) => join(folder, name)),
  )
  expect(files).toEqual([join(folder, 'absent')])
  expect(refused).toEqual([
    { name: 'nothing', problem: { code: 'folder-empty' } },
    { name: 'only-hidden', problem: { code: 'folder-empty' } },
    { name: 'nested', problem: { code: 'folder-empty' } },
  ])
})

// Windows forbids these names.
test.skipIf(process.platform === 'win32')('names are kept as they are', async () => {
  const names = ['😀.png', 'a\nb.png', 'c\u202ednp.png', '-rf', ' ', '"quoted".png', 'trailing. ']
  const folder = await folderWith(names.map((name) => `in/${name}`))
  const { files } = await expandDrop([join(folder, 'in')])
  expect(files.map((path) => basename(path)).toSorted()).toEqual(names.toSorted())
})

test('a very deep folder ends the walk, not the app, and is named', async () => {
  const folder = await folderWith([`in/${'d/'.repeat(100)}deep.png`, 'in/a.png'])
  const { files, refused } = await expandDrop([join(folder, 'in')])
  expect(files).toEqual([join(folder, 'in/a.png')])
  expect(refused).toEqual([{ name: 'd', problem: { code: 'too-deep' } }])
})

test('the count is said while the walk goes on, and giving up ends it', async () => {
  const folder = await folderWith(['in/1.png', 'in/b/2.png', 'in/c/3.png'])
  const counts: number[] = []
  await expandDrop([join(folder, 'in')], { onFound: (count) => counts.push(count) })
  expect(counts.at(-1)).toBe(3)
  expect(counts.length).toBeGreaterThan(2)
  const abort = new AbortController()
  const walking = expandDrop([join(folder, 'in')], {
    signal: abort.signal,
    onFound: () => {
      abort.abort(new Error('given up'))
    },
  })
  await expect(walking).rejects.toThrow('given up')
})
