// Serves app-media: addresses, so that the page can show files and assets without holding a path or a URL.
import { protocol } from 'electron'
import type { PreviewSource } from '../library/preview-source.ts'
import { PAGE_ORIGIN } from './app-protocol.ts'
import { answerMedia } from './media-answer.ts'

/** `find` throws for an address that no part of the app ever made. */
export function serveMedia(find: (url: string) => Promise<PreviewSource | null>): void {
  protocol.handle('app-media', async ({ url, headers, signal }) => {
    try {
      return await answerMedia(await find(url), { rangeHeader: headers.get('range'), signal }, PAGE_ORIGIN)
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
