// Proves which word an account is given.
import { expect, test } from 'vitest'
import type { Failure } from '../../../shared/errors.ts'
import { INTERNAL_FAILURE } from '../../bridge/internal-failure.ts'
import { healthOf } from './account-health.ts'

const well = {
  keyState: 'stored',
  blockedBy: null,
  trouble: null,
  isDisabled: false,
  heldUntilMs: null,
} as const
const blocked = (code: Failure['code']) => ({ blockedBy: { ...INTERNAL_FAILURE, code } })

test.each([
  ['ready', {}],
  ['disabled', { isDisabled: true, keyState: 'missing', trouble: 'offline' }],
  ['key-missing', { keyState: 'missing', trouble: 'offline' }],
  ['key-locked', { keyState: 'locked' }],
  ['key-refused', blocked('key-refused')],
  ['not-eligible', blocked('not-eligible')],
  ['held', { ...blocked('payment-required'), trouble: 'offline' }],
  ['key-refused', { trouble: 'key-refused' }],
  ['not-eligible', { trouble: 'not-eligible' }],
  ['offline', { trouble: 'offline' }],
  ['waiting', { heldUntilMs: 5 }],
  ['key-refused', { heldUntilMs: 5, ...blocked('key-refused') }],
] as const)('%s: %j', (health, facts) => {
  expect(healthOf({ ...well, ...facts })).toBe(health)
})
