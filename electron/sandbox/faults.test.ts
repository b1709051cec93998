// Checks which requests a scripted fault strikes.
import { expect, test } from 'vitest'
import { createFaultQueue } from './faults.ts'
import type { Fault } from './faults.ts'
import { keyDigest } from './key-digest.ts'

const upload = { provider: 'konpro', method: 'POST', path: '/konpro/v1/asset', keyDigest: null } as const
const listing = { ...upload, method: 'GET', path: '/konpro/v1/asset/list' }
const silent: Fault = { kind: 'silent' }
const dropped: Fault = { kind: 'commit-then-drop' }

test('strikes once, only what matches', () => {
  const faults = createFaultQueue()
  faults.add({ provider: 'konpro', method: 'GET', pathPrefix: '/konpro/v1/asset/list' }, silent)
  expect(faults.take(upload)).toBeNull()
  expect(faults.take({ ...listing, provider: null })).toBeNull()
  expect(faults.take(listing)).toBe(silent)
  expect(faults.take(listing)).toBeNull()
  expect(faults.pending()).toBe(0)
})

test('strikes as often as told, in the order of the script', () => {
  const faults = createFaultQueue()
  faults.add({ times: 2 }, silent)
  faults.add({ times: Infinity }, dropped)
  const taken = [1, 2, 3, 4].map(() => faults.take(upload))
  expect(taken).toEqual([silent, silent, dropped, dropped])
  faults.clear()
  expect(faults.take(upload)).toBeNull()
})

test('leaves the first few alone when told to', () => {
  const faults = createFaultQueue()
  faults.add({ skip: 2 }, silent)
  expect([1, 2, 3, 4].map(() => faults.take(upload))).toEqual([null, null, silent, null])
})

test('strikes one key and spares the others', () => {
  const faults = createFaultQueue()
  faults.add({ apiKey: 'sandbox-a' }, silent)
  expect(faults.take({ ...upload, keyDigest: keyDigest('sandbox-b') })).toBeNull()
  expect(faults.take({ ...upload, keyDigest: keyDigest('sandbox-a') })).toBe(silent)
})
