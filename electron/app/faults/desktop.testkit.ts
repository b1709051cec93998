// A desktop whose network, sleep or clocks a test commands.
import type { Platform } from '../../platform.ts'
import { testPlatform } from '../platform.testkit.ts'
import { steadyMs } from '../steady-clock.ts'

/** Both clocks run as the real ones do, from wherever a test has set them. */
export type TestClock = {
  readonly nowMs: () => number
  readonly steadyMs: () => number
  /** Time passes. */
  readonly pass: (ms: number) => void
  /** Somebody sets the clock on the wall. */
  readonly setWall: (ms: number) => void
}

export function testClock(): TestClock {
  let wallAheadMs = 0
  let steadyAheadMs = 0
  return {
    nowMs: () => Date.now() + wallAheadMs,
    steadyMs: () => steadyMs() + steadyAheadMs,
    pass: (ms) => {
      wallAheadMs += ms
      steadyAheadMs += ms
    },
    setWall: (ms) => {
      wallAheadMs += ms
    },
  }
}

export type TestDesktop = {
  readonly platform: ReturnType<typeof testPlatform>
  /** The machine's own word; whether anything can be reached is another matter. */
  readonly setOnline: (isOnline: boolean) => void
  readonly wakeUp: () => void
}

export function testDesktop(dataFolder: string): TestDesktop {
  const networkWatchers = new Set<() => void>()
  const sleepers = new Set<() => void>()
  let isOnline = true
  const desktop: Pick<Platform, 'network' | 'onResumed'> = {
    network: {
      isOnline: () => isOnline,
      onChanged: (act) => {
        networkWatchers.add(act)
        return () => networkWatchers.delete(act)
      },
    },
    onResumed: (act) => {
      sleepers.add(act)
    },
  }
  return {
    platform: { ...testPlatform(dataFolder), ...desktop },
    setOnline: (next) => {
      isOnline = next
      networkWatchers.forEach((act) => {
        act()
      })
    },
    wakeUp: () => {
      sleepers.forEach((act) => {
        act()
      })
    },
  }
}
