// What is known of an asset beside its values: measures, dates, where it is known from.
import type { AccountView } from '../../../shared/model/account.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatDateTime } from '../../format/date.ts'
import { formatPlayTime } from '../../format/play-time.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { copyText } from '../../stores/copy-actions.ts'
import { CopyButton } from '../../ui/copy-button.tsx'

type Fact = { readonly label: string; readonly text: string; readonly copied?: string }

function factsOf(item: LibraryItem, account: AccountView | null): readonly Fact[] {
  const { width, height, durationMs, sizeBytes, createdAtMs, uploadedAtMs, expiresAtMs, sha256 } = item
  const provider = manifestOf(item.providerId).displayName
  const facts: (Fact | null)[] = [
    item.fileName === null || item.fileName === item.name
      ? null
      : { label: en.notes.fileName, text: item.fileName, copied: item.fileName },
    item.providerName === null || item.providerName === item.name
      ? null
      : {
          label: fill(en.notes.providerName, { provider }),
          text: item.providerName,
          copied: item.providerName,
        },
    { label: en.details.type, text: en.kinds[item.kind] },
    width === null || height === null
      ? null
      : { label: en.details.dimensions, text: `${width} × ${height}`, copied: `${width}x${height}` },
    durationMs === null ? null : { label: en.details.duration, text: formatPlayTime(durationMs) },
    sizeBytes === null
      ? null
      : { label: en.details.size, text: formatBytes(sizeBytes), copied: String(sizeBytes) },
    createdAtMs === null
      ? null
      : {
          label: en.details.created,
          text: formatDateTime(createdAtMs),
          copied: new Date(createdAtMs).toISOString(),
        },
    uploadedAtMs === null
      ? null
      : {
          label: en.details.uploaded,
          text: formatDateTime(uploadedAtMs),
          copied: new Date(uploadedAtMs).toISOString(),
        },
    sha256 === null ? null : { label: en.details.hash, text: sha256, copied: sha256 },
    account === null ? null : { label: en.details.account, text: account.name },
    expiresAtMs === null
      ? null
      : {
          label: en.details.expires,
          text: formatDateTime(expiresAtMs),
          copied: new Date(expiresAtMs).toISOString(),
        },
    { label: en.details.source, text: fill(en.details.sources[item.knownFrom], { provider }) },
  ]
  return facts.filter((fact) => fact !== null)
}

type Props = { readonly item: LibraryItem; readonly account: AccountView | null }

export function DetailsFacts({ item, account }: Props) {
  return (
    <dl className="facts">
      {factsOf(item, account).map(({ label, text, copied }) => (
        <div key={label} className="fact" data-mono={copied === item.sha256 || undefined}>
          <dt>{label}</dt>
          <dd>
            <bdi>{text}</bdi>
            {copied === undefined ? null : (
              <CopyButton label={fill(en.details.copyValue, { label })} copy={() => copyText(copied)} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
