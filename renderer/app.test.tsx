// Tests the window as a whole: first run, copying by click, files from elsewhere.
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../shared/model/default-settings.ts'
import { App } from './app.tsx'
import {
  accountId,
  aJob,
  anAccount,
  anIntake,
  anItem,
  type Answers,
  aSnapshot,
  fakeBridge,
  grant,
  ok,
  refused,
} from './bridge/fake-bridge.testkit.ts'
import { stubBrowser } from './bridge/stub-browser.testkit.ts'
import { queryClient } from './queries/query-client.ts'
import { useDialogStore } from './stores/dialog-store.ts'
import { useMessageStore } from './stores/message-store.ts'
import { NO_SELECTION, useSelectionStore } from './stores/selection-store.ts'

const account = anAccount()
const withAccount = aSnapshot({
  accounts: [account],
  settings: { ...DEFAULT_SETTINGS, theme: 'dark', openAccountId: account.id },
})

async function open(answers: Answers) {
  const fake = fakeBridge({
    'settings.update': () => ok(withAccount.settings),
    'clipboard.write': () => ok({}),
    ...answers,
  })
  fake.install()
  render(<App />)
  await waitFor(() => expect(document.documentElement.dataset['appState']).toBe('ready'))
  return fake
}

beforeEach(() => stubBrowser())
afterEach(() => {
  cleanup()
  queryClient.clear()
  useDialogStore.setState({ dialog: null, heldGrants: [] })
  useMessageStore.setState({ messages: [] })
  useSelectionStore.setState(NO_SELECTION)
  delete document.documentElement.dataset['appState']
})

describe('first run', () => {
  it('offers an account or the sandbox, each once', async () => {
    await open({ 'app.snapshot': () => ok(aSnapshot()) })
    expect(screen.getByRole('button', { name: 'Add account' })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Try the sandbox' })).toBeTruthy()
  })

  it('keeps dropped files until there is an account, then asks', async () => {
    const fake = await open({
      'app.snapshot': () => ok(aSnapshot()),
      'accounts.add': () => ok(account),
      'library.page': () => ok({ items: [], nextCursor: null, total: null }),
    })
    act(() => fake.send([{ type: 'files.offered', grants: [grant('g1')] }]))
    const dialog = within(await screen.findByRole('dialog', { name: 'Add account' }))
    fireEvent.change(dialog.getByLabelText('Account name'), { target: { value: 'main' } })
    fireEvent.change(dialog.getByLabelText('API key'), { target: { value: ' key ' } })
    fireEvent.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await screen.findByRole('dialog', { name: 'Send 1 file?' })).toBeTruthy()
    const { input } = fake.called.find(({ name }) => name === 'accounts.add') ?? {}
    expect(input).toEqual({ providerId: 'konpro', name: 'main', apiKey: 'key', serverAddress: null })
  })
})

describe('the library', () => {
  const pages: Answers = {
    'app.snapshot': () => ok(withAccount),
    'library.page': () =>
      ok({ items: [anItem('asset_1'), anItem('asset_2')], nextCursor: null, total: null }),
  }

  it('copies the ID on a click, selects the asset and shows its values', async () => {
    const fake = await open(pages)
    const tile = await screen.findByRole('gridcell', { name: /asset_2/ })
    fireEvent.click(tile)
    expect(await screen.findByText('Copied asset_2')).toBeTruthy()
    expect(fake.called).toContainEqual({ name: 'clipboard.write', input: { text: 'asset_2' } })
    expect(tile.getAttribute('aria-selected')).toBe('true')
    const details = within(screen.getByRole('complementary', { name: 'Details' }))
    expect(details.getByRole('button', { name: 'Copy Asset ID' })).toBeTruthy()
  })

  it('copies every selected ID, one a line', async () => {
    const fake = await open(pages)
    const tile = await screen.findByRole('gridcell', { name: /asset_1/ })
    fireEvent.keyDown(tile, { key: 'a', ctrlKey: true })
    fireEvent.keyDown(tile, { key: 'c', ctrlKey: true })
    expect(await screen.findByText('Copied 2 IDs')).toBeTruthy()
    expect(fake.called).toContainEqual({ name: 'clipboard.write', input: { text: 'asset_1\nasset_2' } })
  })

  it('says why it could not be loaded, and tries again', async () => {
    let failing = true
    await open({
      ...pages,
      'library.page': () =>
        failing
          ? refused('service-unavailable')
          : ok({ items: [anItem('asset_9')], nextCursor: null, total: null }),
    })
    expect(await screen.findByText('KonPro is not available at the moment.')).toBeTruthy()
    failing = false
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
    expect(await screen.findByRole('gridcell', { name: /asset_9/ })).toBeTruthy()
  })

  it('says once that an empty one could not be refreshed', async () => {
    let failing = false
    await open({
      ...pages,
      'library.page': () =>
        failing ? refused('service-unavailable') : ok({ items: [], nextCursor: null, total: null }),
    })
    await screen.findByText('Nothing here yet')
    failing = true
    fireEvent.keyDown(window, { key: 'F5' })
    expect(await screen.findAllByText(/KonPro is not available/)).toHaveLength(1)
  })

  it('gains what was just uploaded', async () => {
    let items = [anItem('asset_1')]
    const fake = await open({ ...pages, 'library.page': () => ok({ items, nextCursor: null, total: null }) })
    await screen.findByRole('gridcell', { name: /asset_1/ })
    items = [anItem('asset_2'), ...items]
    act(() => fake.send([{ type: 'job.changed', job: aJob({ status: 'done', assetId: 'asset_2' }) }]))
    expect(await screen.findByRole('gridcell', { name: /asset_2/ })).toBeTruthy()
  })
})

describe('files that come in', () => {
  it('lists what was refused with its reason', async () => {
    await open({
      'app.snapshot': () => ok(withAccount),
      'library.page': () => ok({ items: [], nextCursor: null, total: null }),
      'uploads.add': () =>
        ok(
          anIntake([withAccount.accounts[0]?.id ?? accountId('a1')], {
            acceptedCount: 1,
            refused: [{ name: 'empty.png', problem: { code: 'empty' } }],
          }),
        ),
    })
    const input = document.querySelector('input[type=file]')
    if (!input) throw new Error('no file input')
    fireEvent.change(input, { target: { files: [new File(['x'], 'a.png'), new File([], 'empty.png')] } })
    const dialog = within(await screen.findByRole('dialog', { name: '1 file was not sent' }))
    expect(dialog.getByText('It is empty (0 bytes), and KonPro takes no empty files.')).toBeTruthy()
    expect(dialog.getByText('The other 1 file is on its way.')).toBeTruthy()
  })
})
