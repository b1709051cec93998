// Drags assets out of the window: their IDs as text, or their local files as files.
import type { LibraryItem } from '../../shared/model/asset.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { showFailure, showMessage } from './message-actions.ts'

/** As many as main takes at once. */
const MOST_FILES = 1000

/**
 * A drag of the page carries text, a drag of the desktop carries files; nothing carries both. So a drag by the picture
 * of what was uploaded from here takes the file along, and a drag by anything else the ID.
 */
export function dragOut(event: DragEvent, items: readonly LibraryItem[]): void {
  if (!event.dataTransfer || items.length === 0) return
  const byPicture = event.target instanceof Element && event.target.closest('.thumb, .preview') !== null
  const files = items.filter(({ hasSourceFile }) => hasSourceFile)
  if (byPicture && files.length > 0) {
    event.preventDefault()
    void dragFiles(files.slice(0, MOST_FILES))
    return
  }
  event.dataTransfer.clearData()
  event.dataTransfer.effectAllowed = 'copy'
  event.dataTransfer.setData('text/plain', items.map(({ primaryId }) => primaryId).join('\n'))
}

async function dragFiles(items: readonly LibraryItem[]): Promise<void> {
  const assets = items.map(({ accountId, primaryId }) => ({ accountId, primaryId }))
  const result = await settle(bridge().calls['assets.dragOut']({ assets }))
  if (result.ok) return
  if (result.failure.code === 'file-missing') showMessage({ code: 'no-file-to-drag' })
  else showFailure(result.failure)
}
