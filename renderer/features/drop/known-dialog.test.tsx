// Tests what the dialog about known files offers, and what each answer does.
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { KnownFile } from '../../../shared/model/intake.ts'
import { DEFAULT_SETTINGS } from '../../../shared/model/default-settings.ts'
import { accountId, anAccount, anIntake, fakeBridge, grant, ok } from '../../bridge/fake-bridge.testkit.ts'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { useMessageStore } from '../../stores/message-store.ts'
import { KnownDialog } from './known-dialog.tsx'

const account = anAccount({ id: accountId('a1'), name: 'Studio' })
const FIELDS = { model: 'seedance' }

const known = (number: number): KnownFile => ({
  name: `${number}.png`,
  grant: grant(`g${number}`),
  earlier: { at: 'provider', primaryId: `asset_${number}`, fileName: 'first.png', uploadedAtMs: 0 },
})

let asked: ReturnType<typeof fakeBridge>['called']
const show = (count: number) => {
  const groups = [
    { accountId: account.id, fields: FIELDS, known: Array.from({ length: count }, (_, n) => known(n)) },
  ]
  useDialogStore.setState({ dialog: { kind: 'known', groups } })
  render(<KnownDialog groups={groups} />)
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const inputOf = (call: string) => asked.find(({ name }) => name === call)?.input

beforeEach(() => {
  stubBrowser()
  asked = fakeBridge({
    'uploads.add': () => ok(anIntake([account.id], { acceptedCount: 1 })),
    'settings.update': () => ok(DEFAULT_SETTINGS),
    'clipboard.write': () => ok({}),
  }).install()
  useAccountsStore.setState({ accounts: [account] })
  useAppStore.setState({ settings: DEFAULT_SETTINGS })
  useMessageStore.setState({ messages: [] })
})
afterEach(cleanup)

test('500 files are said once: a list that ends, one button for all IDs', async () => {
  show(500)
  expect(screen.getByRole('dialog', { name: '500 files are already there' })).toBeTruthy()
  expect(screen.getAllByRole('listitem')).toHaveLength(100)
  expect(screen.getByText('and 400 more')).toBeTruthy()
  press('Copy 500 IDs')
  await waitFor(() => expect(inputOf('clipboard.write')).toBeDefined())
  const { text } = inputOf('clipboard.write') as { text: string }
  expect(text.split('\n')).toHaveLength(500)
})

test('skipped: nothing is sent, nothing is set', () => {
  show(1)
  press('Skip')
  expect(asked).toEqual([])
  expect(useDialogStore.getState().dialog).toBeNull()
})

test('uploaded anyway: with what goes along, and as said every time', async () => {
  show(2)
  fireEvent.click(screen.getByRole('checkbox', { name: 'Do this every time' }))
  press('Upload anyway')
  await waitFor(() => expect(inputOf('uploads.add')).toBeDefined())
  expect(inputOf('uploads.add')).toMatchObject({
    targets: [{ accountId: account.id, fields: FIELDS }],
    grants: ['g0', 'g1'],
    sendsKnown: true,
  })
  expect(inputOf('settings.update')).toEqual({ knownFiles: 'upload' })
})

test('closed without an answer: the files stay within reach', () => {
  show(1)
  fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
  expect(useMessageStore.getState().messages).toMatchObject([{ content: { code: 'files-known' } }])
})
