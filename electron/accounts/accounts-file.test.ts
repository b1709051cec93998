// Proves that accounts travel between computers without their keys, and that no other file passes for theirs.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failure } from '../../shared/errors.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { accountSchema } from './accounts.ts'
import { readAccountsFile, sortImport, writeAccountsFile } from './accounts-file.ts'

const account = (name: string, part: object = {}) =>
  accountSchema.parse({
    id: `id ${name}`,
    providerId: 'konpro',
    name,
    server: { kind: 'custom', address: 'https://proxy.example/konpro' },
    createdAtMs: 1,
    ...part,
  })
const file = async (content: string) => {
  const path = join(await temporaryFolder(), 'accounts.json')
  await writeFile(path, content)
  return path
}
const fails = (code: Parameters<typeof failure>[0]) => ({ failure: failure(code, 'not-sent') })

test('what was written is read again, without ids', async () => {
  const path = join(await temporaryFolder(), 'out.json')
  const one = account('KonPro · main', { colour: 'pink', isDisabled: true })
  expect(await writeAccountsFile(path, [one])).toBe('out.json')
  expect(await readFile(path, 'utf8')).not.toContain(one.id)
  const { providerId, name, server, colour, isDisabled } = one
  expect(await readAccountsFile(path)).toEqual([{ providerId, name, server, colour, isDisabled }])
})

test.each([
  ['no JSON', 'hello'],
  ['another JSON', '{"accounts":[]}'],
  ['a later version', '{"format":"wharf-accounts","version":2,"accounts":[]}'],
  ['a nameless account', '{"format":"wharf-accounts","version":1,"accounts":[{"providerId":"konpro"}]}'],
])('%s is refused as a whole', async (_, content) => {
  await expect(readAccountsFile(await file(content))).rejects.toMatchObject(fails('accounts-file-invalid'))
})

test('an account at an address that no key may go to is refused', async () => {
  const path = join(await temporaryFolder(), 'out.json')
  await writeAccountsFile(path, [
    account('a', { server: { kind: 'custom', address: 'http://evil.example' } }),
  ])
  await expect(readAccountsFile(path)).rejects.toMatchObject(fails('address-not-allowed'))
})

test('a file that is not there, or a folder that takes none, says so', async () => {
  const path = join(await temporaryFolder(), 'none', 'out.json')
  await expect(readAccountsFile(path)).rejects.toMatchObject(fails('file-unreadable'))
  await expect(writeAccountsFile(path, [])).rejects.toMatchObject(fails('export-unwritable'))
})

test('only the same provider, name and server make an account one that is here already', () => {
  const here = [account('a'), account('b', { server: { kind: 'provider' } })]
  const read = [
    account('a', { id: 'x', colour: 'red' }),
    account('b'),
    account('a', { providerId: 'indream' }),
    account('a', { server: { kind: 'provider' } }),
    account('a', { server: { kind: 'provider' } }),
  ]
  const { added, skipped } = sortImport(read, here)
  expect(skipped).toEqual([read[0], read[4]])
  expect(added).toEqual(read.slice(1, 4))
})
