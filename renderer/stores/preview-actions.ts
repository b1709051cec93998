// Opens the quick preview, moves it on, closes it.
import { type Previewed, usePreviewStore } from './preview-store.ts'

export function openPreview(previewed: Previewed): void {
  usePreviewStore.setState({ previewed })
}

export function closePreview(): void {
  usePreviewStore.setState({ previewed: null })
}
