// What the person looks for in the library.
import { create } from 'zustand'
import type { MediaKind } from '../../shared/model/file-facts.ts'

export type FilterState = { readonly search: string; readonly kind: MediaKind | null }

export const NO_FILTER: FilterState = { search: '', kind: null }

export const useFilterStore = create<FilterState>(() => NO_FILTER)
