// Where a new account's key comes from: typed, or found in the environment.
import type { ProviderManifest } from '../../../shared/providers/manifest.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { TextInput } from '../../ui/text-input.tsx'

type Props = {
  readonly manifest: ProviderManifest
  readonly apiKey: string
  readonly onChange: (apiKey: string) => void
  readonly isMissing: boolean
  /** The variable that holds a key, or null. */
  readonly variable: string | null
  readonly usesFoundKey: boolean
  readonly onUseFound: (usesFoundKey: boolean) => void
}

export function KeyField({ manifest, variable, usesFoundKey, onUseFound, ...field }: Props) {
  const provider = manifest.displayName
  if (variable !== null && usesFoundKey)
    return (
      <div className="key-found">
        <span className="field-label">{en.addAccount.key}</span>
        <p className="key-place">
          <Icon name="key" />
          <span>{fill(en.addAccount.found, { variable })}</span>
        </p>
        <Button size="small" onPress={() => onUseFound(false)}>
          {en.addAccount.typeInstead}
        </Button>
      </div>
    )
  return (
    <div className="key-found">
      <TextInput
        label={en.addAccount.key}
        type="password"
        value={field.apiKey}
        onChange={field.onChange}
        hint={fill(en.addAccount.keyHint, { hint: manifest.credentials[0]?.hint ?? provider })}
        error={field.isMissing ? en.addAccount.keyMissing : null}
        isMonospace
      />
      {variable === null ? null : (
        <Button size="small" icon="key" onPress={() => onUseFound(true)}>
          {fill(en.addAccount.useFound, { variable })}
        </Button>
      )}
    </div>
  )
}
