// Tests that the speed of the whole queue is that of the last seconds.
import { describe, expect, it } from 'vitest'
import { NO_SPEED, withSample } from './queue-speed-store.ts'

function after(samples: readonly (readonly [atMs: number, movedBytes: number])[]) {
  return samples.reduce((state, [atMs, movedBytes]) => withSample(state, { atMs, movedBytes }), NO_SPEED)
}

describe('withSample', () => {
  it('says nothing in the first moment', () => {
    expect(after([[0, 0]]).bytesPerSecond).toBe(0)
    expect(
      after([
        [0, 0],
        [100, 1_000_000],
      ]).bytesPerSecond,
    ).toBe(0)
  })

  it('forgets what went out before the window', () => {
    const burst = after([
      [0, 0],
      [1000, 10_000_000],
    ])
    expect(burst.bytesPerSecond).toBe(10_000_000)
    let state = burst
    for (let atMs = 1100; atMs <= 7000; atMs += 100)
      state = withSample(state, { atMs, movedBytes: 10_000_000 + atMs - 1000 })
    expect(state.bytesPerSecond).toBeCloseTo(1000, 0)
    expect(state.samples.length).toBeLessThan(55)
  })

  it('begins anew with a new snapshot', () => {
    const state = after([
      [0, 500],
      [1000, 1500],
      [1100, 0],
    ])
    expect(state).toEqual({ samples: [{ atMs: 1100, movedBytes: 0 }], bytesPerSecond: 0 })
  })
})
