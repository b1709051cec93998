// What the quick preview shows, if it is open.
import { create } from 'zustand'
import type { JobId } from '../../shared/ids.ts'

export type Previewed =
  { readonly in: 'library'; readonly itemKey: string } | { readonly in: 'queue'; readonly jobId: JobId }

export const usePreviewStore = create<{ readonly previewed: Previewed | null }>(() => ({ previewed: null }))
