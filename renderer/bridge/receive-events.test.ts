// Tests that the page never misses, repeats or reorders what main says.
import { describe, expect, it, vi } from 'vitest'
import type { AppEvent } from '../../shared/ipc/events.ts'
import { aJob, aSnapshot, fakeBridge, grant, ok, refused } from './fake-bridge.testkit.ts'
import { receiveEvents } from './receive-events.ts'

const changed = (fileName: string): AppEvent => ({ type: 'job.changed', job: aJob({ fileName }) })
const nextTurn = () => new Promise((resolve) => setTimeout(resolve))

function listen(snapshotSeqs: number[]) {
  const fake = fakeBridge({ 'app.snapshot': () => ok(aSnapshot({ seq: snapshotSeqs.shift() ?? 0 })) })
  const sink = { reset: vi.fn(), apply: vi.fn(), failed: vi.fn() }
  const stop = receiveEvents(fake.bridge, sink)
  return { ...fake, sink, stop }
}

describe('receiveEvents', () => {
  it('applies batches in order after the snapshot', async () => {
    const { send, sink } = listen([4])
    await nextTurn()
    send([changed('a')], 5)
    send([changed('b')], 6)
    expect(sink.reset).toHaveBeenCalledOnce()
    expect(sink.apply.mock.calls).toEqual([[[changed('a')]], [[changed('b')]]])
  })

  it('keeps batches that overtake the snapshot, and drops what it covers', async () => {
    const { send, sink } = listen([5])
    send([changed('covered')], 5)
    send([changed('after')], 6)
    expect(sink.apply).not.toHaveBeenCalled()
    await nextTurn()
    expect(sink.apply.mock.calls).toEqual([[[]], [[changed('after')]]])
  })

  it('does not lose files offered before the snapshot', async () => {
    const offer: AppEvent = { type: 'files.offered', grants: [grant('g1')] }
    const { send, sink } = listen([3])
    send([changed('covered'), offer], 2)
    await nextTurn()
    expect(sink.apply.mock.calls).toEqual([[[offer]]])
  })

  it('asks for a new snapshot after a gap', async () => {
    const { send, sink, called } = listen([1, 9])
    await nextTurn()
    send([changed('lost its forerunner')], 9)
    await nextTurn()
    expect(called).toHaveLength(2)
    expect(sink.reset).toHaveBeenCalledTimes(2)
    send([changed('next')], 10)
    expect(sink.apply).toHaveBeenLastCalledWith([changed('next')])
  })

  it('says when there is no snapshot, and hears nothing once stopped', async () => {
    const fake = fakeBridge({ 'app.snapshot': () => refused('internal') })
    const sink = { reset: vi.fn(), apply: vi.fn(), failed: vi.fn() }
    const stop = receiveEvents(fake.bridge, sink)
    await nextTurn()
    expect(sink.failed).toHaveBeenCalledOnce()
    stop()
    fake.send([changed('late')])
    expect(sink.apply).not.toHaveBeenCalled()
  })
})
