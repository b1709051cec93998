// Shows which addresses a key may be sent to.
import { expect, test } from 'vitest'
import { WharfError } from '../../shared/errors.ts'
import { parseServerAddress } from './server-address.ts'

test.each<[string | null, string | null]>([
  [null, null],
  ['', null],
  ['   ', null],
  ['https://api.example.com', 'https://api.example.com'],
  [' https://api.example.com/ ', 'https://api.example.com'],
  ['https://api.example.com/v2//', 'https://api.example.com/v2'],
  ['HTTPS://API.Example.com:8443/x', 'https://api.example.com:8443/x'],
  ['http://127.0.0.1:4321/konpro', 'http://127.0.0.1:4321/konpro'],
  ['http://127.8.9.1', 'http://127.8.9.1'],
  ['http://127.1', 'http://127.0.0.1'],
  ['http://localhost:3000', 'http://localhost:3000'],
  ['http://[::1]:3000', 'http://[::1]:3000'],
])('%j is %j', (typed, expected) => {
  expect(parseServerAddress(typed)).toBe(expected)
})

test.each([
  'http://api.example.com',
  'http://192.168.0.1',
  'http://0.0.0.0',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'http://127.0.0.1@example.com',
  'https://user@example.com',
  'https://user:secret@example.com',
  'https://example.com/?key=1',
  'https://example.com/#part',
  'ftp://example.com',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'example.com',
  '//example.com',
  'https://',
  'nonsense',
])('%s is refused', (typed) => {
  expect(() => parseServerAddress(typed)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'address-not-allowed' }) as unknown }),
  )
  expect(() => parseServerAddress(typed)).toThrow(WharfError)
})
