// What is being dragged over the window.
import { create } from 'zustand'
import type { AccountId } from '../../shared/ids.ts'

export type DragState = {
  readonly dragging: boolean
  /** The account under the pointer, or null for the window at large. */
  readonly overAccountId: AccountId | null
}

export const NO_DRAG: DragState = { dragging: false, overAccountId: null }

export const useDragStore = create<DragState>(() => NO_DRAG)
