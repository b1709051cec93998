// Folds and resizes the upload queue.
import { UPLOAD_LIMITS } from '../../shared/model/upload-limits.ts'
import { useAppStore } from './app-store.ts'
import { updateSettings } from './settings-actions.ts'
import { useUploadsPaneStore } from './uploads-pane-store.ts'

const { least, most } = UPLOAD_LIMITS.paneHeightPx

export function toggleUploads(): void {
  const { uploadsPane } = useAppStore.getState().settings
  updateSettings({ uploadsPane: { ...uploadsPane, isOpen: !uploadsPane.isOpen } })
}

/** While the edge is held; `keepHeight` makes it last. */
export function pullHeight(heightPx: number): void {
  useUploadsPaneStore.setState({ pulledToPx: Math.round(Math.min(most, Math.max(least, heightPx))) })
}

export function keepHeight(): void {
  const { pulledToPx } = useUploadsPaneStore.getState()
  if (pulledToPx === null) return
  const { uploadsPane } = useAppStore.getState().settings
  updateSettings({ uploadsPane: { ...uploadsPane, heightPx: pulledToPx } })
  useUploadsPaneStore.setState({ pulledToPx: null })
}
