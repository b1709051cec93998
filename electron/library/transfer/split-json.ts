// Cuts a JSON document into the members of its object, and the elements of one list in it, as its text comes in.

export type JsonPart =
  | { readonly kind: 'member' | 'element'; readonly line: number; readonly text: string }
  | { readonly kind: 'too-long' | 'too-deep'; readonly line: number }
  /** What follows is no JSON object. */
  | { readonly kind: 'broken-off'; readonly line: number }

export type JsonSplitter = {
  readonly push: (chunk: string) => readonly JsonPart[]
  /** After the last chunk. */
  readonly end: () => readonly JsonPart[]
}

type Limits = { readonly partLength: number; readonly depth: number }

const LIMITS: Limits = { partLength: 1024 * 1024, depth: 32 }
const OUTSIDE = /["{}[\],\n]/g
const INSIDE = /["\\\n]/g

/** Knows no more of JSON than where its parts end: each is to be parsed by itself. Holds one part at most. */
export function createJsonSplitter(listName: string, limits: Limits = LIMITS): JsonSplitter {
  const listStart = new RegExp(`^\\s*"${listName}"\\s*:\\s*$`)
  let line = 1
  let partLine = 1
  let held = ''
  let depth = 0
  let deepest = 0
  let isInString = false
  let skipsNext = false
  let isInList = false
  let isDropping = false
  let state: 'before' | 'inside' | 'after' | 'broken' = 'before'
  let parts: JsonPart[] = []

  const breakOff = () => {
    state = 'broken'
    parts.push({ kind: 'broken-off', line })
  }
  const hold = (raw: string) => {
    const isStart = held === '' && !isDropping
    const text = isStart ? raw.trimStart() : raw
    if (isStart && text !== '') partLine = line
    if (!isDropping && held.length + text.length > limits.partLength) {
      isDropping = true
      held = ''
    }
    if (!isDropping) held += text
  }
  const finishPart = () => {
    if (isDropping) parts.push({ kind: 'too-long', line: partLine })
    else if (deepest > limits.depth) parts.push({ kind: 'too-deep', line: partLine })
    else if (held !== '')
      parts.push({ kind: isInList ? 'element' : 'member', line: partLine, text: held.trimEnd() })
    startPart()
  }
  const startPart = () => {
    held = ''
    isDropping = false
    deepest = depth
    partLine = line
  }
  const open = (sign: string) => {
    if (state === 'before') {
      if (sign !== '{' || held !== '') {
        breakOff()
        return
      }
      state = 'inside'
      depth = 1
      startPart()
      return
    }
    if (sign === '[' && depth === 1 && !isInList && !isDropping && listStart.test(held)) {
      isInList = true
      depth = 2
      startPart()
      return
    }
    depth += 1
    deepest = Math.max(deepest, depth)
    hold(sign)
  }
  const close = (sign: string) => {
    const ends = depth === (isInList ? 2 : 1)
    if (!ends) {
      depth -= 1
      hold(sign)
      return
    }
    if (sign !== (isInList ? ']' : '}')) {
      breakOff()
      return
    }
    finishPart()
    depth -= 1
    if (isInList) isInList = false
    else state = 'after'
    startPart()
  }
  const meet = (sign: string) => {
    if (sign === '\n') {
      hold(sign)
      line += 1
    } else if (state === 'after' || (state === 'before' && sign !== '{' && sign !== '[')) breakOff()
    else if (sign === '"') {
      isInString = true
      hold(sign)
    } else if (sign === '{' || sign === '[') open(sign)
    else if (sign === '}' || sign === ']') close(sign)
    else if (depth === (isInList ? 2 : 1)) finishPart()
    else hold(sign)
  }
  const meetInString = (sign: string) => {
    hold(sign)
    if (sign === '\n') line += 1
    else if (sign === '"') isInString = false
    else skipsNext = true
  }

  const taken = () => {
    const result = parts
    parts = []
    return result
  }
  return {
    push: (chunk) => {
      let index = 0
      while (index < chunk.length && state !== 'broken') {
        if (skipsNext) {
          hold(chunk.charAt(index))
          skipsNext = false
          index += 1
          continue
        }
        const signs = isInString ? INSIDE : OUTSIDE
        signs.lastIndex = index
        const found = signs.exec(chunk)?.index ?? chunk.length
        hold(chunk.slice(index, found))
        if (state === 'after' && held !== '') breakOff()
        else if (found < chunk.length) {
          if (isInString) meetInString(chunk.charAt(found))
          else meet(chunk.charAt(found))
        }
        index = found + 1
      }
      return taken()
    },
    end: () => {
      if (state !== 'after' && state !== 'broken') breakOff()
      return taken()
    },
  }
}
