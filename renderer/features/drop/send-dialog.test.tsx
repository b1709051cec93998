// Tests what the Send dialog offers for one batch of files, and what it sends.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accountId, anAccount, anIntake, fakeBridge, grant, ok } from '../../bridge/fake-bridge.testkit.ts'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { DEFAULT_SETTINGS } from '../../../shared/model/default-settings.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { currentOneOffFields, setOneOffFields } from '../../stores/one-off-fields.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { SendDialog } from './send-dialog.tsx'

const konpro = anAccount({ id: accountId('konpro'), name: 'Studio' })
const token = anAccount({ id: accountId('token'), name: 'Portraits', providerId: 'token360' })
const KEPT = { model: 'seedance' }

let asked: ReturnType<typeof fakeBridge>['called']
const show = (wantsOptions = false) =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <SendDialog grants={[grant('g1')]} wantsOptions={wantsOptions} />
    </QueryClientProvider>,
  )
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const sent = () => asked.find(({ name }) => name === 'uploads.add')?.input
const kept = () => useAppStore.getState().settings.uploadFields[token.id]

beforeEach(() => {
  stubBrowser()
  asked = fakeBridge({
    'library.containers': () => ok({ containers: [{ id: 'library', name: 'Library' }] }),
    'settings.update': () => ok(DEFAULT_SETTINGS),
    'uploads.add': () => ok(anIntake([token.id], { acceptedCount: 1 })),
  }).install()
  useAccountsStore.setState({ accounts: [konpro, token] })
  useQueueStore.setState({ jobs: new Map() })
  useAppStore.setState({
    settings: { ...DEFAULT_SETTINGS, openAccountId: token.id, uploadFields: { [token.id]: KEPT } },
  })
})
afterEach(cleanup)

test('nobody is asked for options that the provider does not have', () => {
  useAppStore.setState({ settings: { ...DEFAULT_SETTINGS, openAccountId: konpro.id } })
  show(true)
  expect(screen.queryByRole('button', { name: 'Upload options' })).toBeNull()
  press('Send')
  expect(sent()).toMatchObject({ targets: [{ accountId: konpro.id, fields: {} }], grants: ['g1'] })
})

test('what the account is set to is shown, and sent unless it is changed', () => {
  show()
  expect(screen.getByRole('dialog').textContent).toContain('Sent with model seedance')
  press('Send')
  expect(sent()).toMatchObject({ targets: [{ accountId: token.id, fields: KEPT }], grants: ['g1'] })
})

test('options are for these files, and remembered only when asked to', () => {
  show(true)
  fireEvent.change(screen.getByLabelText('Model'), { target: { value: 'other' } })
  press('Send')
  expect(sent()).toMatchObject({ targets: [{ fields: { model: 'other' } }] })
  expect(kept()).toEqual(KEPT)
  cleanup()
  show(true)
  fireEvent.change(screen.getByLabelText('Model'), { target: { value: 'third' } })
  fireEvent.click(screen.getByRole('checkbox', { name: 'Remember for this account' }))
  press('Send')
  expect(kept()).toEqual({ model: 'third' })
})

test('what is wrong is said where it was typed, and nothing is sent', () => {
  show()
  press('Upload options')
  fireEvent.change(screen.getByLabelText('Legacy group number'), { target: { value: 'nine' } })
  press('Upload options')
  press('Send')
  expect(screen.getByText('This has to be a whole number.')).toBeTruthy()
  expect(sent()).toBeUndefined()
})

test('options set for the next files are used up by them', async () => {
  setOneOffFields(token.id, { model: 'once' })
  show()
  press('Send')
  expect(sent()).toMatchObject({ targets: [{ fields: { model: 'once' } }] })
  await expect.poll(() => currentOneOffFields(token.id)).toBeNull()
})

test('a disabled account cannot be chosen, and it is said why', () => {
  useAccountsStore.setState({ accounts: [konpro, { ...token, isDisabled: true }] })
  show()
  const option = screen.getByRole<HTMLOptionElement>('option', { name: 'Portraits (disabled)' })
  expect(option.disabled).toBe(true)
  expect(screen.getByText(/Disabled accounts take no files/)).toBeTruthy()
  press('Send')
  expect(sent()).toMatchObject({ targets: [{ accountId: konpro.id }] })
  cleanup()
  useAccountsStore.setState({ accounts: [{ ...token, isDisabled: true }] })
  show()
  expect(screen.getByText(/Every account is disabled/)).toBeTruthy()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true)
})

test('further accounts get the files as well, with what each is set to', () => {
  show()
  fireEvent.click(screen.getByRole('checkbox', { name: 'Studio' }))
  press('Send')
  expect(sent()).toMatchObject({
    targets: [
      { accountId: token.id, fields: KEPT },
      { accountId: konpro.id, fields: {} },
    ],
    grants: ['g1'],
  })
})
