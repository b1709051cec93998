// How 1min.ai's API takes an asset: by its key, in the `promptObject` of a feature.
import { valueNamed } from '../model/value-named.ts'
import type { ProviderSnippets } from './asset-use.ts'

const PATH = '/api/features'

export const oneminSnippets: ProviderSnippets = {
  keyVariable: 'ONEMIN_API_KEY',
  auth: { header: 'API-KEY', scheme: null },
  // Private: S3 wants a signature that the API does not give.
  url: { valueName: 'location', opensAnywhere: false },
  callWith: (asset) => {
    const key = valueNamed(asset, 'key')
    if (key === null)
      return { reason: '1min.ai takes a file by its asset key, which is not known of this one.' }
    switch (asset.kind) {
      case 'image':
        // 1min.ai docs, "DALL-E 2 - Image Variator".
        return {
          purpose: 'Makes a variation of the picture',
          path: PATH,
          body: {
            type: 'IMAGE_VARIATOR',
            model: 'dall-e-2',
            promptObject: { imageUrl: key, n: 1, size: '1024x1024' },
          },
        }
      case 'audio':
        // 1min.ai docs, "Whisper-1 - Speech to Text".
        return {
          purpose: 'Writes down what is spoken in the sound',
          path: PATH,
          body: {
            type: 'SPEECH_TO_TEXT',
            model: 'whisper-1',
            promptObject: { audioUrl: key, response_format: 'text' },
          },
        }
      case 'video':
      case 'other':
        return { reason: 'Wharf knows of no 1min.ai call that takes this type of file.' }
    }
  },
}
