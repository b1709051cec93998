// A labelled line of text with a hint below and, where it applies, what is wrong with it.
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'password' | 'url'
  readonly hint?: string
  readonly error?: string | null
  readonly autoFocus?: boolean
  readonly isMonospace?: boolean
  readonly isDisabled?: boolean
}

export function TextInput({ label, value, onChange, type = 'text', hint, error = null, ...rest }: Props) {
  return (
    <TextField
      className="field"
      type={type}
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      isDisabled={rest.isDisabled ?? false}
      validationBehavior="aria"
      autoFocus={rest.autoFocus ?? false}
      autoComplete="off"
      spellCheck="false"
    >
      <Label className="field-label">{label}</Label>
      <Input className={rest.isMonospace ? 'input mono' : 'input'} />
      {hint === undefined ? null : (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}
