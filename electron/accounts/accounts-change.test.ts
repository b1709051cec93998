// Proves how accounts are kept: their order, their colours, a key that never follows to another address.
import { expect, test } from 'vitest'
import { accountFileSchema, createAccounts, type AccountFile } from './accounts.ts'
import { createVault, type KeyFile } from './vault.ts'

const cipher = {
  isAvailable: () => true,
  keyringName: () => 'a test',
  encrypt: (plain: string) => Buffer.from(plain),
  decrypt: (blob: Buffer) => blob.toString(),
}

function jsonFile<T>(first: T) {
  let content = first
  const file = {
    onWrite: null as ((value: T) => unknown) | null,
    read: () => content,
    write: (value: T) => {
      content = value
      file.onWrite?.(value)
    },
  }
  return file
}

function setUp(first: AccountFile = { accounts: [] }) {
  const file = jsonFile(first)
  const keys = jsonFile<KeyFile>({})
  const accounts = createAccounts(file, createVault(cipher, keys), () => 7)
  const add = (name: string) =>
    accounts.add({ providerId: 'konpro', name, server: { kind: 'provider' }, key: `key of ${name}` })
  return { accounts, add, file, keys, names: () => accounts.all().map(({ name }) => name) }
}

test('a file of the first version opens', () => {
  const old = { id: 'a', providerId: 'konpro', name: 'main', server: { kind: 'provider' }, createdAtMs: 1 }
  const { accounts } = setUp(accountFileSchema.parse({ accounts: [old] }))
  expect(accounts.all()).toEqual([{ ...old, colour: 'teal', isDisabled: false, accessSinceMs: null }])
})

test('a change leaves alone what it does not name', () => {
  const { accounts, add } = setUp()
  const { id } = add('main')
  accounts.change(id, { colour: 'pink', name: undefined })
  accounts.change(id, { isDisabled: true })
  expect(accounts.get(id)).toMatchObject({ name: 'main', colour: 'pink', isDisabled: true })
})

test('the order is the one that was asked for; accounts it does not name come last', () => {
  const { accounts, add, names } = setUp()
  const [a, b, c] = [add('a'), add('b'), add('c')]
  accounts.reorder([c.id, b.id, a.id])
  expect(names()).toEqual(['c', 'b', 'a'])
  accounts.reorder([a.id])
  expect(names()).toEqual(['a', 'c', 'b'])
})

test('another key or server is another access, the same key typed again is not', () => {
  const { accounts, add } = setUp()
  const { id } = add('main')
  accounts.setKey(id, 'key of main')
  expect(accounts.get(id).accessSinceMs).toBe(null)
  accounts.setKey(id, 'another')
  expect(accounts.get(id).accessSinceMs).toBe(7)
  const moved = add('moved')
  accounts.move(moved.id, { kind: 'custom', address: 'https://proxy.example' }, 'key of moved')
  expect(accounts.get(moved.id).accessSinceMs).toBe(7)
})

test('on a move the old key is gone before the new address is known', () => {
  const { accounts, add, file, keys } = setUp()
  const { id } = add('main')
  const order: string[] = []
  file.onWrite = (value) => order.push(`accounts ${JSON.stringify(value)}`)
  keys.onWrite = (value) => order.push(`keys ${JSON.stringify(value)}`)
  accounts.move(id, { kind: 'custom', address: 'https://proxy.example' }, 'new key')
  expect(order).toHaveLength(3)
  expect(order[0]).toBe('keys {}')
  expect(order[1]).toContain('https://proxy.example')
  expect(order[2]).toBe(`keys ${JSON.stringify({ [id]: Buffer.from('new key').toString('base64') })}`)
  expect(accounts.keyOf(accounts.get(id))).toBe('new key')
})
