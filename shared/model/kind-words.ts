// The words by which a person looks for all files of a type.
import type { MediaKind } from './file-facts.ts'

export const KIND_WORDS: Readonly<Record<MediaKind, string>> = {
  image: 'images pictures photos',
  video: 'videos clips movies films',
  audio: 'audio sounds music',
  other: 'other files',
}
