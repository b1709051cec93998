// Tests what a drag takes along, by where it began.
import { beforeEach, expect, it, vi } from 'vitest'
import { anItem, fakeBridge, ok, refused } from '../bridge/fake-bridge.testkit.ts'
import { dragOut } from './drag-out-actions.ts'
import { useMessageStore } from './message-store.ts'

const local = anItem('1', { hasSourceFile: true })
const remote = anItem('2', { hasSourceFile: false })

function drag(from: 'thumb' | 'asset-name') {
  const target = document.createElement('span')
  target.className = from
  const data = new Map<string, string>()
  const preventDefault = vi.fn()
  const dataTransfer = {
    clearData: () => data.clear(),
    setData: (type: string, text: string) => data.set(type, text),
    effectAllowed: '',
  }
  return { event: { target, dataTransfer, preventDefault } as unknown as DragEvent, data, preventDefault }
}

beforeEach(() => useMessageStore.setState({ messages: [] }))

it('takes the IDs along as text, one a line, when it begins at the words', () => {
  const called = fakeBridge().install()
  const { event, data, preventDefault } = drag('asset-name')
  dragOut(event, [local, remote])
  expect([...data]).toEqual([['text/plain', '1\n2']])
  expect(preventDefault).not.toHaveBeenCalled()
  expect(called).toEqual([])
})

it('asks main for the files when it begins at the picture of what was uploaded from here', () => {
  const called = fakeBridge({ 'assets.dragOut': () => ok({ count: 1 }) }).install()
  const { event, data, preventDefault } = drag('thumb')
  dragOut(event, [local, remote])
  expect(called).toEqual([
    { name: 'assets.dragOut', input: { assets: [{ accountId: local.accountId, primaryId: '1' }] } },
  ])
  expect(preventDefault).toHaveBeenCalled()
  expect(data.size).toBe(0)
})

it('takes the ID of what has no file here, wherever it begins', () => {
  fakeBridge().install()
  const { event, data } = drag('thumb')
  dragOut(event, [remote])
  expect([...data]).toEqual([['text/plain', '2']])
})

it('says when the file is gone', async () => {
  fakeBridge({ 'assets.dragOut': () => refused('file-missing') }).install()
  dragOut(drag('thumb').event, [local])
  await vi.waitFor(() =>
    expect(useMessageStore.getState().messages).toMatchObject([{ content: { code: 'no-file-to-drag' } }]),
  )
})
