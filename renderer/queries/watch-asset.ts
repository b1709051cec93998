// Asks gently what became of an asset that its provider still works on, while somebody looks at it.
import type { QueryClient } from '@tanstack/react-query'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { assetKey } from './asset-key.ts'
import { replaceAsset } from './edit-pages.ts'

const ASK_EVERY_MS = 3000
const MOST_QUESTIONS = 100

type Watch = { lookers: number; readonly stop: () => void }
const watches = new Map<string, Watch>()

/** However many look at the same asset, it is asked about once; returns the function that looks away. */
export function watchAsset(client: QueryClient, item: LibraryItem): () => void {
  const key = assetKey(item)
  const watch = watches.get(key) ?? startWatch(client, item)
  watches.set(key, watch)
  watch.lookers += 1
  return () => {
    watch.lookers -= 1
    if (watch.lookers > 0) return
    watch.stop()
    watches.delete(key)
  }
}

function startWatch(client: QueryClient, { accountId, primaryId }: LibraryItem): Watch {
  let questions = 0
  let isAsking = false
  const ask = async () => {
    if (document.hidden || isAsking) return
    isAsking = true
    questions += 1
    const result = await settle(bridge().calls['assets.refresh']({ accountId, primaryId }))
    isAsking = false
    if (result.ok) replaceAsset(client, result.value)
    // A provider that cannot say now is left alone until the person comes back.
    if (!result.ok || questions >= MOST_QUESTIONS) window.clearInterval(timer)
  }
  const timer = window.setInterval(() => void ask(), ASK_EVERY_MS)
  return { lookers: 0, stop: () => window.clearInterval(timer) }
}
