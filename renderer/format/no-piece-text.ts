// Says why an asset cannot be written in a form.
import type { NoPiece } from '../../shared/copy/piece.ts'
import { manifestOf, type ProviderId } from '../../shared/providers/index.ts'
import { en } from '../i18n/en.ts'
import { fill } from '../i18n/fill.ts'

export function noPieceText(reason: NoPiece, providerId: ProviderId): string {
  const provider = manifestOf(providerId).displayName
  switch (reason.code) {
    case 'no-call':
      return reason.reason
    case 'no-url':
      return fill(en.copyAs.noUrl, { provider })
    case 'no-snippets':
      return fill(en.copyAs.noSnippets, { provider })
  }
}
