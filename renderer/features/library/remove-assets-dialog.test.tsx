// Tests what a person is asked before assets go, and what they are told when some stay.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failure } from '../../../shared/errors.ts'
import {
  accountId,
  anAccount,
  type Answers,
  anItem,
  fakeBridge,
  ok,
  refused,
} from '../../bridge/fake-bridge.testkit.ts'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { assetKey } from '../../queries/asset-key.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { useMessageStore } from '../../stores/message-store.ts'
import { useSelectionStore } from '../../stores/selection-store.ts'
import { RemoveAssetsDialog } from './remove-assets-dialog.tsx'

const indream = anAccount({ id: accountId('indream'), providerId: 'indream' })
const onemin = anAccount({ id: accountId('onemin'), providerId: 'onemin' })
const listed = (id: string) => anItem(id, { accountId: indream.id, providerId: 'indream', knownFrom: 'both' })
const recorded = (id: string) =>
  anItem(id, { accountId: onemin.id, providerId: 'onemin', knownFrom: 'record' })
const [a, b, c] = [listed('a'), listed('b'), recorded('c')]
const KEYS = [a, b, c].map(assetKey)

const show = (items: readonly (typeof a)[], how: 'delete' | 'forget', answers: Answers = {}) => {
  const asked = fakeBridge({
    'assets.remove': () => ok({}),
    'assets.forget': () => ok({}),
    ...answers,
  }).install()
  useDialogStore.setState({ dialog: { kind: 'remove-assets', items, how } })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RemoveAssetsDialog items={items} how={how} keys={KEYS} />
    </QueryClientProvider>,
  )
  return asked
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const question = () => screen.getByRole('alertdialog').textContent
const isClosed = () => expect.poll(() => useDialogStore.getState().dialog).toBeNull()

beforeEach(() => {
  stubBrowser()
  useAccountsStore.setState({ accounts: [indream, onemin] })
  useMessageStore.setState({ messages: [] })
})
afterEach(cleanup)

test('one asset is asked about by name, several by their number, in the plural throughout', () => {
  show([a], 'delete')
  expect(question()).toContain('Delete a.png?')
  expect(question()).toContain('Wharf’s own record of it goes as well. The file on this computer stays.')
  cleanup()
  show([a, b], 'delete')
  expect(question()).toContain('Delete 2 assets?')
  expect(question()).toContain('The 2 copies at Indream are deleted for good.')
  expect(question()).toContain('The files on this computer stay.')
})

test('what can only be forgotten is told apart from what is deleted', () => {
  show([a, b, c], 'delete')
  expect(question()).toContain('Remove 3 assets?')
  expect(question()).toContain('The 2 copies at Indream')
  expect(question()).toContain('Of the other one, only Wharf’s own record goes. It stays at 1min.ai')
})

test('the keyboard goes on at the neighbour, and the result is said', async () => {
  const asked = show([a], 'delete')
  press('Delete')
  await isClosed()
  expect(asked).toEqual([{ name: 'assets.remove', input: { accountId: indream.id, primaryId: 'a' } }])
  expect(useSelectionStore.getState().focusKey).toBe(assetKey(b))
  expect(useMessageStore.getState().messages[0]?.content).toMatchObject({
    deletedCount: 1,
    forgottenCount: 0,
  })
})

test('cancelled in the middle, it ends after the asset that is under way', async () => {
  let answer = (): void => undefined
  const first = new Promise<void>((resolve) => (answer = resolve))
  const asked = show([a, b], 'delete', { 'assets.remove': () => first.then(() => ok({})) })
  press('Delete')
  expect(await screen.findByText('Deleting 1 of 2…')).toBeTruthy()
  press('Cancel')
  answer()
  await isClosed()
  expect(asked).toHaveLength(1)
})

test('what was not deleted is listed with the provider’s reason', async () => {
  show([a, b], 'delete', {
    'assets.remove': ({ primaryId }) => (primaryId === 'a' ? refused('asset-in-use') : ok({})),
  })
  press('Delete')
  const list = await screen.findByRole('dialog', { name: '1 asset was not deleted' })
  expect(list.textContent).toContain('a.png')
  expect(list.textContent).toContain('used elsewhere at Indream')
  expect(list.textContent).toContain('Nothing was deleted.')
})

test('a record that stayed is not called an asset that was not deleted', async () => {
  show([c], 'forget', { 'assets.forget': () => refused('record-unwritable') })
  press('Forget')
  const list = await screen.findByRole('dialog', { name: '1 asset was not forgotten' })
  expect(list.textContent).toContain('Wharf’s record of it is as it was.')
  expect(list.textContent).not.toContain('deleted')
})

test('what may be gone all the same says so, of both sorts together', async () => {
  show([a, c], 'delete', {
    'assets.remove': () => ({ ok: false, failure: failure('connection-lost', 'unknown') }),
    'assets.forget': () => ({ ok: false, failure: failure('internal', 'unknown') }),
  })
  press('Remove')
  const list = await screen.findByRole('dialog', { name: '2 assets were not removed' })
  expect(list.textContent).toContain('It may be deleted all the same: refresh to see.')
  expect(list.textContent).toContain('Wharf’s record of it may be gone all the same: refresh to see.')
})
