// Which rows of the queue are selected and which one has the keyboard's attention.
import { create } from 'zustand'
import { NO_SELECTION, type SelectionState } from './selection-store.ts'

/** Keys are job ids. */
export const useQueueSelectionStore = create<SelectionState>(() => NO_SELECTION)
