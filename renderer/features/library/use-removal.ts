// Removes assets one after another, noting what could not be removed.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Failure } from '../../../shared/errors.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { assetKey } from '../../queries/asset-key.ts'
import { dropAsset, dropFromRecord } from '../../queries/edit-pages.ts'
import { showMessage } from '../../stores/message-actions.ts'
import type { RemovalPlan } from './removal-plan.ts'

export type NotRemoved = {
  readonly item: LibraryItem
  readonly how: 'delete' | 'forget'
  readonly failure: Failure
}

const CALLS = { delete: 'assets.remove', forget: 'assets.forget' } as const
const DROPS = { delete: dropAsset, forget: dropFromRecord } as const

export type Removal = {
  /** How many are through with; null before the person said yes. */
  readonly doneCount: number | null
  readonly notRemoved: readonly NotRemoved[]
  /** Resolves with the keys of what is gone. */
  readonly run: () => Promise<ReadonlySet<string>>
  /** Ends after the asset that is under way. */
  readonly stop: () => void
}

export function useRemoval({ deleted, forgotten }: RemovalPlan): Removal {
  const client = useQueryClient()
  const [doneCount, setDoneCount] = useState<number | null>(null)
  const [notRemoved, setNotRemoved] = useState<readonly NotRemoved[]>([])
  const isStopped = useRef(false)

  const run = async () => {
    const gone = new Set<string>()
    const failed: NotRemoved[] = []
    const work = [
      ...deleted.map((item) => ({ item, how: 'delete' }) as const),
      ...forgotten.map((item) => ({ item, how: 'forget' }) as const),
    ]
    for (const [index, { item, how }] of work.entries()) {
      if (isStopped.current) break
      setDoneCount(index)
      const { accountId, primaryId } = item
      const result = await settle(bridge().calls[CALLS[how]]({ accountId, primaryId }))
      if (result.ok) {
        DROPS[how](client, item)
        gone.add(assetKey(item))
      } else failed.push({ item, how, failure: result.failure })
    }
    setDoneCount(work.length)
    setNotRemoved(failed)
    const deletedCount = deleted.filter((item) => gone.has(assetKey(item))).length
    if (gone.size > 0)
      showMessage({ code: 'assets-removed', deletedCount, forgottenCount: gone.size - deletedCount })
    return gone
  }
  const stop = () => {
    isStopped.current = true
  }
  return { doneCount, notRemoved, run, stop }
}
