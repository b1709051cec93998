// Proves what the sidebar says of accounts, and that they can be put in another order.
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeBridge, ok, refused } from '../../bridge/fake-bridge.testkit.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { AccountList } from './account-list.tsx'
import { sampleAccount, sampleJob } from './sample-account.testkit.ts'

const alpha = sampleAccount('Alpha one')
const beta = sampleAccount('Beta', { trouble: 'offline' })
const gamma = sampleAccount('Gamma', { server: { kind: 'sandbox' }, keyState: 'not-needed' })

function List() {
  const accounts = useAccountsStore((state) => state.accounts)
  return <AccountList accounts={accounts} openId={alpha.id} />
}
const entry = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) })
const order = () => screen.getAllByRole('listitem').map((item) => item.querySelector('bdi')?.textContent)

beforeEach(() => {
  stubBrowser()
  useAccountsStore.setState({ accounts: [alpha, beta, gamma] })
})
afterEach(cleanup)

test('an entry says how its account is, in a word, or what is running there', () => {
  fakeBridge().install()
  const jobs = [sampleJob(alpha, 'uploading'), sampleJob(alpha, 'uploading'), sampleJob(alpha, 'queued')]
  useQueueStore.setState({ jobs: new Map(jobs.map((job) => [job.id, job])) })
  render(<List />)
  expect(entry('Alpha one').textContent).toContain('2 uploading')
  expect(entry('Beta').textContent).toContain('Offline')
  expect(entry('Gamma').textContent).toContain('Readysandbox')
  expect(entry('Alpha one').getAttribute('aria-current')).toBe('page')
  expect(entry('Beta').getAttribute('aria-keyshortcuts')).toBe('Control+2')
})

test('an entry says when its key is held for this run only', () => {
  fakeBridge().install()
  useAccountsStore.setState({ accounts: [alpha, sampleAccount('Held', { keyState: 'this-run' })] })
  render(<List />)
  expect(entry('Held').textContent).toContain('Key for this run')
  expect(screen.getByRole('button', { name: /^Held.*Its key is held for this run only\./ })).toBeTruthy()
  expect(entry('Alpha one').textContent).not.toContain('Key')
})

test('Alt with an arrow moves an account, says so, and keeps the focus on it', () => {
  const asked = fakeBridge({ 'accounts.reorder': () => ok({}) }).install()
  render(<List />)
  entry('Alpha one').focus()
  fireEvent.keyDown(entry('Alpha one'), { key: 'ArrowDown', altKey: true })
  expect(order()).toEqual(['Beta', 'Alpha one', 'Gamma'])
  expect(document.activeElement).toBe(entry('Alpha one'))
  expect(screen.getByRole('status').textContent).toBe('Alpha one is now 2 of 3')
  const input = { accountIds: [beta.id, alpha.id, gamma.id] }
  expect(asked).toEqual([{ name: 'accounts.reorder', input }])
  fireEvent.keyDown(entry('Gamma'), { key: 'ArrowDown', altKey: true })
  expect(asked).toHaveLength(1)
})

test('an order that main cannot keep is taken back', async () => {
  fakeBridge({ 'accounts.reorder': () => refused('internal') }).install()
  render(<List />)
  fireEvent.keyDown(entry('Alpha one'), { key: 'ArrowDown', altKey: true })
  expect(order()).toEqual(['Beta', 'Alpha one', 'Gamma'])
  await expect.poll(order).toEqual(['Alpha one', 'Beta', 'Gamma'])
})

test('a drag carries no file, moves the account it began on, and stays within the list', () => {
  fakeBridge({ 'accounts.reorder': () => ok({}) }).install()
  render(<List />)
  const types: string[] = []
  const dataTransfer = { setData: (type: string) => types.push(type), effectAllowed: '', dropEffect: '' }
  const items = screen.getAllByRole('listitem')
  items.forEach((item, index) => {
    item.getBoundingClientRect = () => new DOMRect(0, index * 40, 200, 40)
  })
  const [first, , third] = items
  if (!first || !third) throw new Error('Three entries are expected')
  let hasEscaped = false
  const escape = () => (hasEscaped = true)
  window.addEventListener('drop', escape)
  fireEvent.dragStart(first, { dataTransfer })
  // jsdom has no drag events of its own, so the place of the pointer has to be put onto a plain one.
  fireEvent(third, dragAt('dragover', 115, dataTransfer))
  expect(third.getAttribute('data-insert')).toBe('after')
  fireEvent(third, dragAt('drop', 115, dataTransfer))
  window.removeEventListener('drop', escape)
  expect(order()).toEqual(['Beta', 'Gamma', 'Alpha one'])
  expect(types).toEqual(['application/x-wharf-account'])
  expect(hasEscaped).toBe(false)
})

test('the menu offers what an account can have, and no way beyond the ends', async () => {
  fakeBridge().install()
  render(<List />)
  const menuOf = async (name: string) => {
    const item = screen.getAllByRole('listitem').find(({ textContent }) => textContent.includes(name))
    if (!item) throw new Error(`There is no ${name}`)
    fireEvent.contextMenu(item)
    const menu = await screen.findByRole('menu')
    const names = within(menu)
      .getAllByRole('menuitem')
      .map(({ textContent, ariaDisabled }) => `${textContent}${ariaDisabled === 'true' ? ' (not now)' : ''}`)
    fireEvent.keyDown(menu, { key: 'Escape' })
    return names
  }
  expect(await menuOf('Alpha one')).toEqual([
    ...['Rename…', 'Colour', 'New key…', 'Edit server…'],
    ...['Move up (not now)', 'Move down', 'Disable', 'Remove…'],
  ])
  expect(await menuOf('Gamma')).toEqual([
    ...['Rename…', 'Colour', 'Move up', 'Move down (not now)', 'Disable', 'Remove…'],
  ])
})

function dragAt(type: string, clientY: number, dataTransfer: object): Event {
  return Object.assign(new MouseEvent(type, { bubbles: true, cancelable: true, clientY }), { dataTransfer })
}
