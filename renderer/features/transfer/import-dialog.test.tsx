// Proves what a person is asked and told around an import.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportLook, ImportResult } from '../../../shared/model/transfer.ts'
import { accountId, anAccount, fakeBridge, ok, refused } from '../../bridge/fake-bridge.testkit.ts'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { ImportDialog } from './import-dialog.tsx'

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))
const foreign = { providerId: 'konpro', server: { kind: 'provider' }, entryCount: 2 } as const
const look: ImportLook = {
  importId: 'i1',
  fileName: 'r.json',
  entryCount: 4,
  accounts: [
    { ...foreign, key: 'x', name: 'Mine', matchId: accountId('a1') },
    { ...foreign, key: 'y', name: 'Other', matchId: null },
  ],
  problems: { count: 30, first: [{ line: 7, code: 'not-valid', field: 'sha256' }] },
}
const nothing: ImportResult = {
  isStopped: false,
  addedCount: 0,
  sameCount: 0,
  completedCount: 0,
  conflictCount: 0,
  conflicts: [],
  skippedCount: 0,
  unrecordedCount: 0,
  newAccountCount: 0,
  problems: { count: 0, first: [] },
}

beforeEach(() => {
  stubBrowser()
})
afterEach(cleanup)

test('an account that is not here is a choice; what differs is replaced by a second press alone', async () => {
  const conflicts = [
    { name: 'a.png', primaryId: 'p', accountId: accountId('a1'), fields: ['name', 'note'] as const },
  ]
  const called = fakeBridge({
    'record.inspect': () => ok(look),
    'record.import': () => ok({ ...nothing, addedCount: 1, conflictCount: 1, conflicts }),
  }).install()
  useAccountsStore.setState({ accounts: [anAccount()] })
  render(<ImportDialog />)
  await press('Choose file…')
  await screen.findByText('4 assets in r.json')
  expect(screen.getByText('“sha256” is not as it should be')).toBeTruthy()
  expect(screen.getByText('and 29 more')).toBeTruthy()
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Other · 2 assets' })
  expect([...select.options].map(({ text }) => text)).toEqual([
    'KonPro · main',
    'Add it, without a key',
    'Leave out',
  ])
  fireEvent.change(select, { target: { value: 'skip' } })
  await press('Import')
  await screen.findByText('1 differs from what is here, and was kept as it is here.')
  expect(screen.getByText('Differs in name and note')).toBeTruthy()
  await press('Take theirs for all')
  await screen.findByText('1 differed from what was here, and is now as in the file.')
  const choices = [
    { key: 'x', choice: { to: 'account', accountId: 'a1' } },
    { key: 'y', choice: { to: 'skip' } },
  ]
  const imports = called.filter(({ name }) => name === 'record.import')
  expect(imports.map(({ input }) => input)).toMatchObject([
    { importId: 'i1', choices, preference: 'mine' },
    { importId: 'i1', choices, preference: 'theirs' },
  ])
})

test('a wrong file is an alert, a change of mind nothing; both lead back to the choice of a file', async () => {
  const answers = [refused('record-file-newer'), ok(null)]
  fakeBridge({ 'record.inspect': () => answers.shift() ?? refused('internal') }).install()
  render(<ImportDialog />)
  await press('Choose file…')
  expect((await screen.findByRole('alert')).textContent).toContain('a newer Wharf')
  await press('Choose file…')
  await expect.poll(() => screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('button', { name: 'Choose file…' })).toBeTruthy()
})

test('it can be given up, and says what was done until then', async () => {
  let finish: (result: ReturnType<typeof ok<ImportResult>>) => void = () => undefined
  const called = fakeBridge({
    'record.inspect': () => ok(look),
    'record.import': () => new Promise((resolve) => (finish = resolve)),
    'transfers.giveUp': () => ok({}),
  }).install()
  render(<ImportDialog />)
  await press('Choose file…')
  await press('Import')
  await press('Cancel')
  await screen.findByText('Stopping…')
  expect(called.some(({ name }) => name === 'transfers.giveUp')).toBe(true)
  finish(ok({ ...nothing, isStopped: true, addedCount: 3 }))
  await screen.findByText('3 added.')
  expect(screen.getByText(/import the file again to go on/)).toBeTruthy()
})
