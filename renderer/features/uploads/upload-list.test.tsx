// Tests the queue as a list: its selection, keys, menu, and who has the focus.
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JobStatus } from '../../../shared/model/job.ts'
import { aJob, anAccount, fakeBridge, jobId, ok } from '../../bridge/fake-bridge.testkit.ts'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { queueFrom, reduceQueue } from '../../stores/queue-reducer.ts'
import { useQueueSelectionStore } from '../../stores/queue-selection-store.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { NO_SELECTION } from '../../stores/selection-store.ts'
import { UploadList } from './upload-list.tsx'

const done = () => ok({})

function show(statuses: readonly JobStatus[]) {
  const fake = fakeBridge({
    'uploads.pause': done,
    'uploads.resume': done,
    'uploads.cancel': done,
    'uploads.retry': done,
    'uploads.clear': done,
    'uploads.move': done,
    'clipboard.write': done,
  })
  fake.install()
  const jobs = statuses.map((status, position) =>
    aJob({
      id: jobId(`j${position}`),
      position,
      fileName: `${position}.png`,
      status,
      assetId: status === 'done' ? `asset_${position}` : null,
    }),
  )
  useAccountsStore.setState({ accounts: [anAccount()] })
  useQueueStore.setState(queueFrom(jobs))
  useQueueSelectionStore.setState(NO_SELECTION)
  render(<UploadList heightPx={200} />)
  return fake.called
}

const row = (index: number) => screen.getByRole('row', { name: new RegExp(`^${index}\\.png`) })
const focus = (index: number) => act(() => row(index).focus())
const press = (key: string, keys: { ctrlKey?: boolean; shiftKey?: boolean; altKey?: boolean } = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...keys })
const selected = () =>
  screen
    .getAllByRole('row')
    .flatMap((one) => (one.getAttribute('aria-selected') === 'true' ? one.dataset['jobId'] : []))
const item = (name: string) => screen.queryByRole('menuitem', { name })

beforeEach(() => stubBrowser())
afterEach(cleanup)

describe('UploadList', () => {
  it('has one tab stop, which arrows, Home and End move along with the selection', () => {
    show(['queued', 'queued', 'queued'])
    expect(screen.getAllByRole('row').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1])
    focus(0)
    press('ArrowDown')
    expect(document.activeElement).toBe(row(1))
    expect(selected()).toEqual(['j1'])
    press('End')
    expect(document.activeElement).toBe(row(2))
    press('Home', { shiftKey: true })
    expect(selected()).toEqual(['j0', 'j1', 'j2'])
    press('Escape')
    expect(selected()).toEqual([])
    press('a', { ctrlKey: true })
    expect(selected()).toHaveLength(3)
  })

  it('acts on the selection: Space pauses or resumes, Enter goes on, Delete cancels and takes off', () => {
    const called = show(['queued', 'uploading', 'paused', 'failed', 'done'])
    focus(0)
    press('ArrowDown', { shiftKey: true })
    press(' ')
    expect(called.pop()).toEqual({ name: 'uploads.pause', input: { jobIds: ['j0', 'j1'] } })
    press('End')
    press('ArrowUp')
    press('ArrowUp')
    press(' ')
    expect(called.pop()).toEqual({ name: 'uploads.resume', input: { jobIds: ['j2'] } })
    press('ArrowDown')
    press('Enter')
    expect(called.pop()).toEqual({ name: 'uploads.retry', input: { jobIds: ['j3'] } })
    press('a', { ctrlKey: true })
    press('Delete')
    expect(called.splice(0)).toEqual([
      { name: 'uploads.cancel', input: { jobIds: ['j0', 'j1', 'j2'] } },
      { name: 'uploads.clear', input: { jobIds: ['j3', 'j4'] } },
    ])
    press('c', { ctrlKey: true })
    expect(called.pop()).toEqual({ name: 'clipboard.write', input: { text: 'asset_4' } })
  })

  it('moves with Alt and the arrows, among those that wait', () => {
    const called = show(['done', 'queued', 'queued', 'queued'])
    focus(3)
    press('ArrowUp', { altKey: true })
    expect(called.pop()).toEqual({ name: 'uploads.move', input: { jobIds: ['j3'], to: { before: 'j2' } } })
    press('Home', { altKey: true })
    expect(called.pop()).toEqual({ name: 'uploads.move', input: { jobIds: ['j3'], to: 'next' } })
    press('ArrowDown', { altKey: true })
    expect(called).toEqual([])
  })

  it.each([
    ['the menu key', () => press('ContextMenu')],
    ['Shift+F10', () => press('F10', { shiftKey: true })],
    ['a right click', () => fireEvent.contextMenu(row(1), { button: 2 })],
  ])('opens a menu by %s, for the selection it belongs to', (_, open) => {
    const called = show(['queued', 'queued', 'failed'])
    focus(0)
    press('ArrowDown', { shiftKey: true })
    open()
    expect(item('Pause 2')).not.toBeNull()
    expect(item('Retry')).toBeNull()
    fireEvent.click(item('Pause 2') as HTMLElement)
    expect(called).toEqual([{ name: 'uploads.pause', input: { jobIds: ['j0', 'j1'] } }])
  })

  it('selects the row that is right-clicked outside the selection, and gives the focus back to it', async () => {
    show(['queued', 'queued', 'failed'])
    focus(0)
    press('ArrowDown', { shiftKey: true })
    fireEvent.contextMenu(row(2), { button: 2 })
    expect(item('Retry')).not.toBeNull()
    expect(useQueueSelectionStore.getState().selected).toEqual(new Set(['j2']))
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('menu')).toBeNull())
    expect(document.activeElement).toBe(row(2))
  })

  it('hands the focus on when its row is taken off', () => {
    show(['done', 'done', 'queued'])
    focus(1)
    act(() =>
      useQueueStore.setState((state) => reduceQueue(state, [{ type: 'job.removed', jobId: jobId('j1') }])),
    )
    expect(document.activeElement).toBe(row(2))
  })

  it('lets Tab by-pass the buttons of other rows', () => {
    show(['queued', 'queued'])
    const tabbable = screen.getAllByRole('button').filter(({ tabIndex }) => tabIndex === 0)
    expect(tabbable.every((button) => row(0).contains(button))).toBe(true)
    expect(tabbable.length).toBeGreaterThan(1)
  })
})
