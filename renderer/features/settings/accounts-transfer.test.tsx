// Proves what is said of an export or an import of accounts.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { AccountView } from '../../../shared/model/account.ts'
import { failed, recordingBridge, ok } from '../../bridge/recording-bridge.testkit.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { AccountsTransfer } from './accounts-transfer.tsx'

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const said = () => screen.getByRole('status').textContent

afterEach(cleanup)

test('without accounts there is nothing to export', () => {
  recordingBridge()
  useAccountsStore.setState({ accounts: [] })
  render(<AccountsTransfer />)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export accounts…' }).disabled).toBe(true)
})

test('an export says how many went where', async () => {
  recordingBridge({ 'accounts.export': () => ok({ fileName: 'a.json', count: 3 }) })
  useAccountsStore.setState({ accounts: [{} as AccountView] })
  render(<AccountsTransfer />)
  press('Export accounts…')
  await expect.poll(said).toBe('Exported 3 accounts to a.json.')
})

test('an import names what was here already', async () => {
  recordingBridge({ 'accounts.import': () => ok({ addedCount: 2, skipped: ['main', 'client'] }) })
  render(<AccountsTransfer />)
  press('Import accounts…')
  await expect
    .poll(said)
    .toBe(
      'Added 2 accounts. Enter the key of each to use it. Already here, left as they are: “main” and “client”.',
    )
})

test('a wrong file is an alert, a change of mind is nothing', async () => {
  const answers = [failed('accounts-file-invalid'), ok(null)]
  recordingBridge({ 'accounts.import': () => answers.shift() ?? failed('internal') })
  render(<AccountsTransfer />)
  press('Import accounts…')
  expect((await screen.findByRole('alert')).textContent).toContain('not a file of accounts')
  press('Import accounts…')
  await expect.poll(() => screen.queryByRole('alert')).toBeNull()
  expect(said()).toBe('')
})
