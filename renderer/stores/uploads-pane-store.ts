// How the upload queue is shown: open or folded, and how high.
import { create } from 'zustand'

export type UploadsPaneState = { readonly open: boolean; readonly heightPx: number }

export const LEAST_HEIGHT_PX = 96
export const MOST_HEIGHT_PX = 480

export const useUploadsPaneStore = create<UploadsPaneState>(() => ({ open: true, heightPx: 208 }))
