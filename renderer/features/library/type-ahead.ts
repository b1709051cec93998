// Finds the asset whose name begins with what was typed in one go.

const PAUSE_MS = 700

/** Returns a function that takes each typed character and answers with an index, or -1. */
export function createTypeAhead(): (
  character: string,
  names: readonly string[],
  from: number,
  nowMs: number,
) => number {
  let typed = ''
  let lastMs = 0
  return (character, names, from, nowMs) => {
    typed = nowMs - lastMs > PAUSE_MS ? character : typed + character
    lastMs = nowMs
    const wanted = typed.toLocaleLowerCase()
    // A first letter goes on to the next match; more letters refine the one at hand.
    const start = typed.length === 1 ? from + 1 : from
    for (let step = 0; step < names.length; step += 1) {
      const index = (start + step) % names.length
      if (names[index]?.toLocaleLowerCase().startsWith(wanted)) return index
    }
    return -1
  }
}
