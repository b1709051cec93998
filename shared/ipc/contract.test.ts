// Shows that names and contract agree, and what a call takes or refuses.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ERROR_TRAITS, failure, failureSchema, type ErrorCode } from '../errors.ts'
import { contract } from './contract.ts'
import { eventBatchSchema } from './events.ts'
import { PAGE_CALLS, PRELOAD_CALLS, type CallName } from './names.ts'

const NAMES = Object.keys(contract) as CallName[]

test('every call has one name, and every name one call', () => {
  const listed = [...PAGE_CALLS, ...PRELOAD_CALLS]
  expect(new Set(listed).size).toBe(listed.length)
  expect(NAMES.toSorted()).toEqual(listed.toSorted())
})

test('the page can name no path and no bytes', () => {
  expect(PAGE_CALLS.filter((name) => name.startsWith('grants.'))).toEqual([])
})

const id = 'some-id'
const account = { providerId: 'konpro', apiKey: 'k', serverAddress: null }
const record = { search: '', kind: null, accountId: null, cursor: null }

test.each<[CallName, unknown]>([
  ['app.snapshot', {}],
  ['accounts.add', { ...account, name: 'Mine' }],
  ['accounts.test', account],
  ['accounts.setKey', { accountId: id, apiKey: 'k' }],
  ['grants.fromBytes', { name: 'a.png', bytes: new Uint8Array(1) }],
  ['uploads.add', { targets: [{ accountId: id }], grants: [] }],
  ['uploads.settle', { jobIds: [id], as: 'done' }],
  ['library.page', { accountId: id, containerId: null, kind: 'image', cursor: 'next' }],
  ['library.record', record],
  ['settings.update', { theme: 'dark' }],
  ['settings.update', {}],
])('%s takes %j', (name, input) => {
  expect(contract[name].input.safeParse(input).success).toBe(true)
})

test.each<[CallName, unknown]>([
  ['app.snapshot', null],
  ['app.snapshot', { more: 1 }],
  ['accounts.add', { ...account, name: '   ' }],
  ['accounts.add', { ...account, name: 'Mine', providerId: '__proto__' }],
  ['accounts.add', { ...account, name: 'x'.repeat(81) }],
  ['accounts.test', { ...account, apiKey: ' ' }],
  ['accounts.test', { ...account, apiKey: 'k'.repeat(4097) }],
  ['accounts.setKey', { accountId: '', apiKey: 'k' }],
  ['grants.fromPaths', { paths: [''] }],
  ['grants.fromBytes', { name: 'a', bytes: [1, 2] }],
  ['uploads.add', { targets: [{ accountId: id }], grants: [1] }],
  ['uploads.add', { targets: [], grants: [] }],
  ['uploads.cancel', { jobIds: 'all' }],
  ['uploads.settle', { jobIds: [id], as: 'failed' }],
  ['library.page', { accountId: id, containerId: null, kind: 'images', cursor: null }],
  ['library.record', { ...record, search: 'x'.repeat(201) }],
  ['clipboard.write', { text: '' }],
  ['settings.update', { theme: 'pink' }],
])('%s refuses %j', (name, input) => {
  expect(contract[name].input.safeParse(input).success).toBe(false)
})

test('a pasted picture has a limit', () => {
  const { input } = contract['grants.fromBytes']
  const pasted = (sizeBytes: number) =>
    input.safeParse({ name: 'a', bytes: new Uint8Array(sizeBytes) }).success
  expect([pasted(64 * 1024 * 1024), pasted(64 * 1024 * 1024 + 1)]).toEqual([true, false])
})

test('no input makes a schema throw', () => {
  fc.assert(
    fc.property(fc.constantFrom(...NAMES), fc.anything({ withNullPrototype: true }), (name, input) => {
      expect(typeof contract[name].input.safeParse(input).success).toBe('boolean')
    }),
    { numRuns: 2000 },
  )
})

test('every code has traits, and makes a failure that can cross', () => {
  for (const code of Object.keys(ERROR_TRAITS) as ErrorCode[]) {
    const made = failure(code, 'unknown')
    expect(failureSchema.parse(structuredClone(made))).toEqual(made)
    const { retry, scope } = ERROR_TRAITS[code]
    expect(['auto', 'manual', 'never']).toContain(retry)
    expect(['job', 'account', 'app']).toContain(scope)
  }
})

test('what only the app or the file can cure is never repeated by itself', () => {
  const repeated = (Object.keys(ERROR_TRAITS) as ErrorCode[]).filter(
    (code) => ERROR_TRAITS[code].retry === 'auto',
  )
  expect(repeated.toSorted()).toEqual([
    'answer-timed-out',
    'connect-timed-out',
    'connection-lost',
    'connection-refused',
    'host-not-found',
    'rate-limited',
    'service-unavailable',
    'upload-stalled',
  ])
})

test('an unknown event is refused', () => {
  expect(eventBatchSchema.safeParse({ seq: 1, events: [{ type: 'job.exploded' }] }).success).toBe(false)
})
