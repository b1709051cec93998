// How Token360's API takes an asset: as an `asset://` address where a generation call wants one.
import type { LibraryItem } from '../model/asset.ts'
import { valueNamed } from '../model/value-named.ts'
import type { Json, ProviderSnippets } from './asset-use.ts'

export const token360Snippets: ProviderSnippets = {
  keyVariable: 'TOKEN360_API_KEY',
  auth: { header: 'Authorization', scheme: 'Bearer' },
  url: { valueName: 'url', opensAnywhere: true },
  callWith: (asset) => {
    const uri = valueNamed(asset, 'assetUri')
    if (uri === null)
      return {
        reason: 'Token360 takes a file as asset:// with its asset ID, which is not known of this one.',
      }
    const input = inputFor(asset.kind, uri)
    if (input === null) return { reason: 'Token360’s video models take pictures, films and sound alone.' }
    return {
      purpose: 'Makes a video from the asset',
      path: '/v1/videos',
      body: { model: 'seedance-2.0', prompt: 'YOUR_PROMPT', ...input },
    }
  },
}

/**
 * Token360 docs, "Submit video generation request", name `frame_images` and `input_references`; what is in them is seen
 * in public clients, for pictures, and follows the same pattern here for the rest.
 */
function inputFor(kind: LibraryItem['kind'], url: string): { readonly [name: string]: Json } | null {
  switch (kind) {
    case 'image':
      return { frame_images: [{ type: 'image_url', frame_type: 'first_frame', image_url: { url } }] }
    case 'video':
      return { input_references: [{ type: 'video_url', video_url: { url } }] }
    case 'audio':
      return { input_references: [{ type: 'audio_url', audio_url: { url } }] }
    case 'other':
      return null
  }
}
