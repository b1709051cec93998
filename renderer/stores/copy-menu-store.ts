// Which assets the "Copy as" menu is open for, and where.
import { create } from 'zustand'
import type { LibraryItem } from '../../shared/model/asset.ts'
import type { WholeSelection } from './selection-store.ts'

export type CopyMenu = {
  /** In the order in which they are shown. */
  readonly items: readonly LibraryItem[]
  /** Stands for all that the record finds, of which `items` is what is on screen. */
  readonly whole: WholeSelection | null
  readonly xPx: number
  readonly yPx: number
}

export const useCopyMenuStore = create<{ readonly menu: CopyMenu | null }>(() => ({ menu: null }))
