// What is being dragged over the window.
import { create } from 'zustand'
import type { AccountId } from '../../shared/ids.ts'

export type DragState = {
  readonly dragging: boolean
  /** The account under the pointer, or null for the window at large. */
  readonly overAccountId: AccountId | null
  /** Over the place that asks for options before anything is sent. */
  readonly wantsOptions: boolean
  /** Over the place that asks for several accounts. */
  readonly wantsSeveral: boolean
  /** Accounts gathered by passing over them with the key held. */
  readonly gatheredIds: readonly AccountId[]
}

export const NO_DRAG: DragState = {
  dragging: false,
  overAccountId: null,
  wantsOptions: false,
  wantsSeveral: false,
  gatheredIds: [],
}

export const useDragStore = create<DragState>(() => NO_DRAG)
