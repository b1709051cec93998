// Shows that a token is worth one file, once.
import { symlink, writeFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'
import { fileIdSchema, grantTokenSchema } from '../../shared/ids.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { createGrants, isInside } from './grants.ts'
import { sampleFile } from './sample-file.testkit.ts'

test('a token gives its path once, and tells nothing of it', async () => {
  const { path } = await sampleFile(1)
  const grants = createGrants()
  const token = await grants.mint(path)
  expect(token).not.toContain('sample')
  expect(grants.redeem(token)).toMatchObject({ path, isLinked: false, fileId: null })
  expect(grants.redeem(token)).toBeNull()
})

test('the same file granted twice has two tokens; a made-up one has no path', async () => {
  const { path } = await sampleFile(1)
  const grants = createGrants()
  const [first, second] = [await grants.mint(path), await grants.mint(path)]
  expect(first).not.toBe(second)
  expect(grants.redeem(grantTokenSchema.parse('__proto__'))).toBeNull()
  expect([grants.redeem(first)?.path, grants.redeem(second)?.path]).toEqual([path, path])
})

test('a link is resolved when granted: to point it elsewhere later changes nothing', async () => {
  const folder = await temporaryFolder()
  const { path } = await sampleFile(1, { folder })
  await symlink(path, join(folder, 'link'))
  const grants = createGrants()
  const token = await grants.mint(join(folder, 'link'))
  await writeFile(join(folder, 'other'), 'x')
  expect(grants.redeem(token)).toMatchObject({ path, isLinked: true })
})

test('a path that leads nowhere is kept, for the one who looks at the file to say so', async () => {
  const path = join(await temporaryFolder(), 'absent')
  const grants = createGrants()
  expect(grants.redeem(await grants.mint(path))?.path).toBe(path)
})

test('a file that is offered again stays the file that it was', () => {
  const grants = createGrants()
  const fileId = fileIdSchema.parse('file-1')
  expect(grants.redeem(grants.mintAgain('/a.png', fileId))).toEqual({
    path: '/a.png',
    isLinked: false,
    fileId,
  })
})

test.each([
  ['a', 'a', true],
  ['a', 'a/b', true],
  ['a', 'ab', false],
  ['a', 'b/a', false],
  ['a/', 'a/b/c', true],
])('isInside(%j, %j) is %s', (folder, path, expected) => {
  const native = (text: string) => sep + text.replaceAll('/', sep)
  expect(isInside(native(folder), native(path))).toBe(expected)
})
