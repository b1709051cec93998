// What is being dragged over the window.
import { create } from 'zustand'
import type { AccountId } from '../../shared/ids.ts'

export type DragState = {
  readonly dragging: boolean
  /** The account under the pointer, or null for the window at large. */
  readonly overAccountId: AccountId | null
  /** Over the place that asks for options before anything is sent. */
  readonly wantsOptions: boolean
}

export const NO_DRAG: DragState = { dragging: false, overAccountId: null, wantsOptions: false }

export const useDragStore = create<DragState>(() => NO_DRAG)
