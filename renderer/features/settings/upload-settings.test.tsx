// Tests the limits on uploads: what may be chosen, and what of it reaches main.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../shared/model/default-settings.ts'
import { anAccount, fakeBridge, ok } from '../../bridge/fake-bridge.testkit.ts'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { UploadSettings } from './upload-settings.tsx'

function show() {
  const fake = fakeBridge({ 'settings.update': () => ok(useAppStore.getState().settings) })
  fake.install()
  useAccountsStore.setState({ accounts: [anAccount({ name: 'Main' })] })
  useAppStore.setState({ settings: DEFAULT_SETTINGS })
  render(
    <dl>
      <UploadSettings />
    </dl>,
  )
  return () => fake.called.splice(0).map(({ input }) => input)
}

beforeEach(() => stubBrowser())
afterEach(cleanup)

it('offers an account no more at once than its provider allows', () => {
  const sent = show()
  const select = screen.getByRole('combobox', { name: 'Main, at most' })
  expect([...select.querySelectorAll('option')].map(({ value }) => value)).toEqual(['1', '2'])
  expect((select as HTMLSelectElement).value).toBe('2')
  fireEvent.change(select, { target: { value: '1' } })
  expect(sent()).toEqual([{ uploadsAtOnceByAccount: { a1: 1 } }])
})

it('changes the number for all accounts', () => {
  const sent = show()
  fireEvent.change(screen.getByRole('combobox', { name: 'At the same time, at most' }), {
    target: { value: '3' },
  })
  expect(sent()).toEqual([{ uploadsAtOnce: 3 }])
})

it('sends a limit that holds as soon as it is typed, and none that does not', () => {
  const sent = show()
  fireEvent.click(screen.getByRole('checkbox', { name: 'Limit the upload speed' }))
  expect(sent()).toEqual([{ uploadBytesPerSecond: 1_000_000 }])
  const field = screen.getByRole('textbox', { name: 'Megabytes per second' })
  fireEvent.change(field, { target: { value: '0.' } })
  expect(sent()).toEqual([])
  expect(screen.getByText('Enter a number from 0.01 to 10000.')).toBeTruthy()
  fireEvent.change(field, { target: { value: '0.5' } })
  expect(sent()).toEqual([{ uploadBytesPerSecond: 500_000 }])
  fireEvent.click(screen.getByRole('checkbox', { name: 'Limit the upload speed' }))
  expect(sent()).toEqual([{ uploadBytesPerSecond: null }])
})
