// Follows an asset on screen that its provider still works on.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { assetKey } from '../../queries/asset-key.ts'
import { watchAsset } from '../../queries/watch-asset.ts'

export function useAssetWatch(item: LibraryItem): void {
  const client = useQueryClient()
  const key = assetKey(item)
  const isFollowed = item.readiness === 'processing' && manifestOf(item.providerId).capabilities.lookup
  const watch = useEffectEvent(() => watchAsset(client, item))
  useEffect(() => (isFollowed ? watch() : undefined), [isFollowed, key])
}
