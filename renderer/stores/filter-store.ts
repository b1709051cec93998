// The words that the person looks for in the library, for as long as the window is open.
import { create } from 'zustand'

export type FilterState = { readonly search: string }

export const useFilterStore = create<FilterState>(() => ({ search: '' }))
