// Whether a provider still works on an asset, or has given up on it, as an icon with its word.
import { en } from '../i18n/en.ts'
import { Icon } from './icons/icon.tsx'

const ICONS = { processing: 'clock', ready: 'check-circle', failed: 'x-circle' } as const

export function ReadinessMark({ readiness }: { readonly readiness: 'processing' | 'ready' | 'failed' }) {
  return (
    <span className="readiness" data-readiness={readiness}>
      <Icon name={ICONS[readiness]} size={12} />
      {en.details.readiness[readiness]}
    </span>
  )
}
