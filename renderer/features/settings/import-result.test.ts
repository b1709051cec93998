// Tests what is said of an import: keys that are missing, accounts of the sandbox, accounts that were here.
import { expect, it } from 'vitest'
import { importResult } from './import-result.ts'

it.each([
  [0, 0, ['main'], 'Added no account. Already here, left as it is: “main”.'],
  [1, 1, [], 'Added one account. Enter its key to use it.'],
  [3, 3, [], 'Added 3 accounts. Enter the key of each to use it.'],
  [1, 0, [], 'Added one account. It belongs to the sandbox and needs no key.'],
  [4, 0, [], 'Added 4 accounts. They belong to the sandbox and need no key.'],
  [2, 1, [], 'Added 2 accounts. Enter the key of one to use it; those of the sandbox need none.'],
])(
  'says of %i added, %i of them without a key, and %j skipped: %s',
  (addedCount, needKeyCount, skipped, said) => {
    expect(importResult({ addedCount, needKeyCount, skipped })).toBe(said)
  },
)

it('does not list names without end', () => {
  const skipped = Array.from({ length: 30 }, (_, index) => `account ${index}`)
  const said = importResult({ addedCount: 0, needKeyCount: 0, skipped })
  expect(said).toContain('“account 19”, and ….')
  expect(said).not.toContain('“account 20”')
})
