// The values of an asset that a person may copy, the primary ID first.
import type { AssetValue } from '../../../shared/model/asset.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { copyText } from '../../stores/copy-actions.ts'
import { CopyButton } from '../../ui/copy-button.tsx'

export function DetailsValues({ values }: { readonly values: readonly AssetValue[] }) {
  return (
    <dl className="values">
      {values.map(({ name, label, value, note }, index) => (
        <div key={name} className="value" data-primary={index === 0 || undefined}>
          <dt>{label}</dt>
          <dd>
            <code>{value}</code>
            <CopyButton label={fill(en.details.copyValue, { label })} copy={() => copyText(value)} />
          </dd>
          {note === null ? null : <dd className="value-note">{note}</dd>}
        </div>
      ))}
    </dl>
  )
}
