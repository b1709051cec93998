// Folds and resizes the upload queue.
import { LEAST_HEIGHT_PX, MOST_HEIGHT_PX, useUploadsPaneStore } from './uploads-pane-store.ts'

export function toggleUploads(): void {
  useUploadsPaneStore.setState(({ open }) => ({ open: !open }))
}

export function resizeUploads(heightPx: number): void {
  useUploadsPaneStore.setState({
    heightPx: Math.round(Math.min(MOST_HEIGHT_PX, Math.max(LEAST_HEIGHT_PX, heightPx))),
  })
}
