// Whether an asset on screen is soon gone at its provider.
import { useState } from 'react'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { expiryOf } from '../../../shared/model/expiry.ts'

/** As of the moment when it came on screen. */
export function useExpiry({ expiresAtMs }: LibraryItem): 'soon' | 'past' | null {
  const [nowMs] = useState(Date.now)
  return expiryOf(expiresAtMs, nowMs)
}
