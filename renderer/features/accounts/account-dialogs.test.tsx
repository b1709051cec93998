// Proves what the dialogs about accounts ask for, and what they send to main.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeBridge, ok, refused } from '../../bridge/fake-bridge.testkit.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { type Dialog, useDialogStore } from '../../stores/dialog-store.ts'
import { AccountDialogs } from './account-dialogs.tsx'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { sampleAccount } from './sample-account.testkit.ts'

const account = sampleAccount('main')
const SAVE = { name: 'Save' }

const show = (dialog: Dialog) => {
  useDialogStore.setState({ dialog })
  render(<AccountDialogs />)
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const text = () => screen.getByRole('dialog').textContent
const isClosed = () => expect.poll(() => useDialogStore.getState().dialog).toBeNull()

beforeEach(() => {
  stubBrowser()
  useAccountsStore.setState({ accounts: [account] })
  useAppStore.setState({ environmentKeys: [{ providerId: 'konpro', variable: 'WHARF_KONPRO_KEY' }] })
})
afterEach(cleanup)

test('only what differs is sent: no address, no key', async () => {
  const asked = fakeBridge({ 'accounts.update': () => ok({ ...account, name: 'Studio' }) }).install()
  show({ kind: 'edit-account', accountId: account.id, part: 'name' })
  type('Account name', ' Studio ')
  fireEvent.click(screen.getByRole('radio', { name: 'Pink' }))
  press('Save')
  await isClosed()
  const input = { accountId: account.id, name: 'Studio', colour: 'pink' }
  expect(asked).toEqual([{ name: 'accounts.update', input }])
  expect(useAccountsStore.getState().accounts[0]?.name).toBe('Studio')
})

test('another address asks for the key before main is asked', async () => {
  const asked = fakeBridge({ 'accounts.update': () => ok(account) }).install()
  show({ kind: 'edit-account', accountId: account.id, part: 'server' })
  type('Server address', 'https://proxy.example/')
  press('Save')
  expect(text()).toContain('Enter the key for proxy.example.')
  expect(text()).toContain('Another address needs the key again.')
  expect(asked).toEqual([])
  type('API key', ' new ')
  press('Save')
  await isClosed()
  expect(asked[0]?.input).toMatchObject({ serverAddress: 'https://proxy.example', apiKey: 'new' })
})

test('what main refuses is said, and the dialog stays', async () => {
  fakeBridge({ 'accounts.update': () => refused('address-not-allowed') }).install()
  show({ kind: 'edit-account', accountId: account.id, part: 'name' })
  press('Save')
  expect((await screen.findByRole('alert')).textContent).toContain('not one that Wharf sends keys to')
  expect(screen.getByRole('button', SAVE)).toBeTruthy()
})

test('an account of the sandbox has neither key nor address to change', () => {
  fakeBridge().install()
  const box = sampleAccount('box', { server: { kind: 'sandbox' }, keyState: 'not-needed' })
  useAccountsStore.setState({ accounts: [box] })
  show({ kind: 'edit-account', accountId: box.id, part: 'name' })
  expect(screen.queryByLabelText('API key')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Advanced' })).toBeNull()
})

test('the key of the environment is used only when asked for, and only for its provider', async () => {
  const asked = fakeBridge({
    'accounts.add': () => ok(account),
    'settings.update': () => refused('internal'),
  }).install()
  show({ kind: 'add-account' })
  type('Account name', 'main')
  press('Save')
  expect(text()).toContain('Enter the API key.')
  press('Use the key found in WHARF_KONPRO_KEY')
  expect(screen.queryByLabelText('API key')).toBeNull()
  fireEvent.change(screen.getByLabelText('Provider'), { target: { value: 'indream' } })
  expect(screen.getByLabelText('API key')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Provider'), { target: { value: 'konpro' } })
  press('Use the key found in WHARF_KONPRO_KEY')
  press('Save')
  await isClosed()
  const input = { providerId: 'konpro', name: 'main', apiKey: null, serverAddress: null }
  expect(asked[0]).toEqual({ name: 'accounts.add', input })
})

test('a provider without a request that could tell says so instead of testing', () => {
  fakeBridge().install()
  show({ kind: 'add-account' })
  const test = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Test connection' })
  expect(test().disabled).toBe(false)
  fireEvent.change(screen.getByLabelText('Provider'), { target: { value: 'onemin' } })
  expect(test().disabled).toBe(true)
  expect(text()).toContain('Only an upload can tell whether this key works.')
})

test('with Add more the next form is empty, the key above all', async () => {
  fakeBridge({ 'accounts.add': () => ok(account), 'settings.update': () => refused('internal') }).install()
  show({ kind: 'add-account' })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Add more' }))
  type('Account name', 'first')
  type('API key', 'canary-key')
  press('Save')
  await expect.poll(() => screen.getByLabelText<HTMLInputElement>('API key').value).toBe('')
  expect(screen.getByLabelText<HTMLInputElement>('Account name').value).toBe('')
  expect(document.body.innerHTML).not.toContain('canary-key')
  expect(screen.getByRole('checkbox', { name: 'Add more' })).toHaveProperty('checked', true)
})

test('whoever enters a key sees where it will go', () => {
  fakeBridge().install()
  const elsewhere = sampleAccount('main', { server: { kind: 'custom', address: 'https://proxy.example/k' } })
  useAccountsStore.setState({ accounts: [elsewhere] })
  show({ kind: 'enter-key', accountId: elsewhere.id })
  expect(text()).toContain('It is sent to proxy.example only')
  cleanup()
  useAccountsStore.setState({ accounts: [account] })
  show({ kind: 'enter-key', accountId: account.id })
  expect(text()).toContain('It is sent to KonPro only')
})
