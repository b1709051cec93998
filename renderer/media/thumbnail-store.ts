// Holds the thumbnails seen lately in memory, so that scrolling back shows them at once.
import { readThumbnail } from '../../shared/thumbnail-format.ts'

export type ShownThumbnail =
  | { readonly kind: 'picture'; readonly url: string }
  | { readonly kind: 'peaks'; readonly peaks: readonly number[] }
  /** There is nothing to show, or nothing now. */
  | { readonly kind: 'none' }

const MOST_HELD = 600
/** A provider that could not be reached is asked again after that. */
const NONE_HOLDS_MS = 60_000

type Held = { readonly shown: ShownThumbnail; readonly untilMs: number }

const held = new Map<string, Held>()
const lookers = new Map<string, Set<() => void>>()

/** null: not known, so it has to be loaded. */
export function thumbnailAt(key: string): ShownThumbnail | null {
  const found = held.get(key)
  return found && found.untilMs > Date.now() ? found.shown : null
}

/** Calls `onChange` when there is one, until the returned function is called; meanwhile it is not let go. */
export function lookAtThumbnail(key: string, onChange: () => void): () => void {
  const looking = lookers.get(key) ?? new Set()
  lookers.set(key, looking.add(onChange))
  return () => {
    looking.delete(onChange)
    if (looking.size === 0) lookers.delete(key)
  }
}

/** null: there is none. */
export function showThumbnail(key: string, bytes: Uint8Array<ArrayBuffer> | null): void {
  letGo(key)
  const shown = shownOf(bytes)
  held.set(key, { shown, untilMs: shown.kind === 'none' ? Date.now() + NONE_HOLDS_MS : Infinity })
  lookers.get(key)?.forEach((tell) => tell())
  if (held.size <= MOST_HELD) return
  const unseen = [...held.keys()].filter((other) => !lookers.has(other))
  unseen.slice(0, held.size - MOST_HELD).forEach(letGo)
}

function shownOf(bytes: Uint8Array<ArrayBuffer> | null): ShownThumbnail {
  const thumbnail = bytes && readThumbnail(bytes)
  if (!bytes || !thumbnail) return { kind: 'none' }
  if (thumbnail.kind === 'peaks') return thumbnail
  return { kind: 'picture', url: URL.createObjectURL(new Blob([bytes], { type: 'image/webp' })) }
}

function letGo(key: string): void {
  const shown = held.get(key)?.shown
  if (shown?.kind === 'picture') URL.revokeObjectURL(shown.url)
  held.delete(key)
}
