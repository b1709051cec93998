// Chance that a seed repeats, so that a run that went wrong can be run again.

export type Random = {
  /** From 0 to 1. */
  readonly next: () => number
  /** Both ends included. */
  readonly whole: (from: number, to: number) => number
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T
  readonly isLucky: (chance: number) => boolean
  readonly bytes: (count: number) => Buffer
}

/** The generator is mulberry32. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const word = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const next = () => word() / 2 ** 32
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    whole,
    pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
    isLucky: (chance) => next() < chance,
    bytes: (count) => {
      const words = Uint32Array.from({ length: Math.ceil(count / 4) }, word)
      return Buffer.from(words.buffer, 0, count)
    },
  }
}
