// How high the upload queue is while the person pulls at its edge; otherwise that is a setting.
import { create } from 'zustand'

export type UploadsPaneState = { readonly pulledToPx: number | null }

export const useUploadsPaneStore = create<UploadsPaneState>(() => ({ pulledToPx: null }))
