// Passes on what decoding an asset told, to main at once, to the loaded pages a burst at a time.
import type { Measure } from '../../shared/model/measure.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { assetKey } from './asset-key.ts'
import { fillMeasures } from './edit-pages.ts'
import { queryClient } from './query-client.ts'

const SETTLE_MS = 500

const measured = new Map<string, Measure>()

export function describeAsset(asset: Pick<LibraryItem, 'accountId' | 'primaryId'>, measure: Measure): void {
  const { accountId, primaryId } = asset
  void settle(bridge().calls['assets.describe']({ accountId, primaryId, measure }))
  if (measured.size === 0) window.setTimeout(show, SETTLE_MS)
  measured.set(assetKey(asset), measure)
}

function show(): void {
  fillMeasures(queryClient, new Map(measured))
  measured.clear()
}
