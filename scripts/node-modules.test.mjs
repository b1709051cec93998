// Tests when node modules are installed again.
import { expect, it } from 'vitest'
import { isUpToDate } from './node-modules.mjs'

/** @param {Record<string, { version: string, optional?: boolean }>} packages */
const lock = (packages) => ({ packages: { '': { version: '0.1.0' }, ...packages } })

it.each([
  ['the same versions', lock({ a: { version: '1' } }), lock({ a: { version: '1' } }), true],
  ['another version', lock({ a: { version: '2' } }), lock({ a: { version: '1' } }), false],
  ['a package that is missing', lock({ a: { version: '1' } }), lock({}), false],
  ['a package for another platform', lock({ a: { version: '1', optional: true } }), lock({}), true],
  ['nothing installed', lock({}), null, false],
])('%s', (_, wanted, installed, expected) => {
  expect(isUpToDate(wanted, installed)).toBe(expected)
})
