// Shows where a key is kept in each state of the keyring, and that no file ever holds it in plain text.
import { expect, test } from 'vitest'
import { accountIdSchema } from '../../shared/ids.ts'
import { fakeCipher } from './fake-cipher.testkit.ts'
import { memoryFile } from './memory-file.testkit.ts'
import { createVault, keyFileSchema, type KeyFile } from './vault.ts'

const KEY = 'sk-canary-0123456789'
const ACCOUNT = accountIdSchema.parse('account-1')
const OTHER = accountIdSchema.parse('account-2')

function parts() {
  const cipher = fakeCipher()
  const file = memoryFile<KeyFile>({})
  return { cipher, file, vault: createVault(cipher, file), nextRun: () => createVault(cipher, file) }
}

test('with a keyring: stored, and there in the next run', () => {
  const { file, vault, nextRun } = parts()
  vault.put(ACCOUNT, KEY)
  expect([vault.get(ACCOUNT), vault.stateOf(ACCOUNT)]).toEqual([KEY, 'stored'])
  expect([nextRun().get(ACCOUNT), nextRun().stateOf(ACCOUNT)]).toEqual([KEY, 'stored'])
  expect(file.text()).not.toContain(KEY)
  expect(file.text()).not.toContain(Buffer.from(KEY).toString('base64'))
  expect(keyFileSchema.parse(file.read())).toEqual(file.read())
})

test('without a keyring: for this run only, and nothing on the disk', () => {
  const { cipher, file, vault, nextRun } = parts()
  cipher.isThere = false
  vault.put(ACCOUNT, KEY)
  expect([vault.get(ACCOUNT), vault.stateOf(ACCOUNT)]).toEqual([KEY, 'this-run'])
  expect(file.read()).toEqual({})
  expect([nextRun().get(ACCOUNT), nextRun().stateOf(ACCOUNT)]).toEqual([null, 'missing'])
})

test.each(['isLocked', 'isThere'] as const)(
  'a keyring that will not open (%s): locked, the blob kept',
  (way) => {
    const { cipher, file, vault, nextRun } = parts()
    vault.put(ACCOUNT, KEY)
    const before = file.text()
    cipher[way] = way === 'isLocked'
    const later = nextRun()
    expect([later.get(ACCOUNT), later.stateOf(ACCOUNT)]).toEqual([null, 'locked'])
    expect(file.text()).toBe(before)
    cipher[way] = way !== 'isLocked'
    expect([later.get(ACCOUNT), later.stateOf(ACCOUNT)]).toEqual([KEY, 'stored'])
  },
)

test.each(['isLocked', 'isThere'] as const)(
  'a new key while the keyring will not open (%s): for this run only, and the old one never comes back',
  (way) => {
    const { cipher, file, vault, nextRun } = parts()
    vault.put(ACCOUNT, 'old')
    vault.put(OTHER, 'other')
    cipher[way] = way === 'isLocked'
    const later = nextRun()
    later.put(ACCOUNT, KEY)
    expect([later.get(ACCOUNT), later.stateOf(ACCOUNT)]).toEqual([KEY, 'this-run'])
    cipher[way] = way !== 'isLocked'
    expect(Object.keys(file.read())).toEqual([OTHER])
    expect([nextRun().get(ACCOUNT), nextRun().get(OTHER)]).toEqual([null, 'other'])
  },
)

test('a key of which nothing is known is missing', () => {
  const { vault } = parts()
  for (const id of [ACCOUNT, accountIdSchema.parse('__proto__'), accountIdSchema.parse('toString')])
    expect([vault.get(id), vault.stateOf(id)]).toEqual([null, 'missing'])
})

test('a new key replaces the old one', () => {
  const { vault, nextRun } = parts()
  vault.put(ACCOUNT, 'old')
  vault.put(ACCOUNT, KEY)
  expect([vault.get(ACCOUNT), nextRun().get(ACCOUNT)]).toEqual([KEY, KEY])
})

test('a wiped key is gone from memory and disk, others stay', () => {
  const { file, vault } = parts()
  vault.put(ACCOUNT, KEY)
  vault.put(OTHER, 'other')
  vault.wipe(ACCOUNT)
  expect([vault.get(ACCOUNT), vault.stateOf(ACCOUNT)]).toEqual([null, 'missing'])
  expect(Object.keys(file.read())).toEqual([OTHER])
  vault.wipe(ACCOUNT)
  expect(vault.get(OTHER)).toBe('other')
})
