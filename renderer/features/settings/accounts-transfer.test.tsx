// Proves what is said of an export or an import of accounts.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { AccountView } from '../../../shared/model/account.ts'
import { fakeBridge, ok, refused } from '../../bridge/fake-bridge.testkit.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { AccountsTransfer } from './accounts-transfer.tsx'

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const said = () => screen.getByRole('status').textContent

afterEach(cleanup)

test('without accounts there is nothing to export', () => {
  fakeBridge().install()
  useAccountsStore.setState({ accounts: [] })
  render(<AccountsTransfer />)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export accounts…' }).disabled).toBe(true)
})

test('an export says how many went where', async () => {
  fakeBridge({ 'accounts.export': () => ok({ fileName: 'a.json', count: 3 }) }).install()
  useAccountsStore.setState({ accounts: [{} as AccountView] })
  render(<AccountsTransfer />)
  press('Export accounts…')
  await expect.poll(said).toBe('Exported 3 accounts to a.json.')
})

test('an import names what was here already', async () => {
  fakeBridge({
    'accounts.import': () => ok({ addedCount: 2, needKeyCount: 2, skipped: ['main', 'client'] }),
  }).install()
  render(<AccountsTransfer />)
  press('Import accounts…')
  await expect
    .poll(said)
    .toBe(
      'Added 2 accounts. Enter the key of each to use it. Already here, left as they are: “main” and “client”.',
    )
})

test('a wrong file is an alert, a change of mind is nothing', async () => {
  const answers = [refused('accounts-file-invalid'), ok(null)]
  fakeBridge({ 'accounts.import': () => answers.shift() ?? refused('internal') }).install()
  render(<AccountsTransfer />)
  press('Import accounts…')
  expect((await screen.findByRole('alert')).textContent).toContain('not a file of accounts')
  press('Import accounts…')
  await expect.poll(() => screen.queryByRole('alert')).toBeNull()
  expect(said()).toBe('')
})
