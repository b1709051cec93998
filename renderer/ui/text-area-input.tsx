// A labelled text of several lines, with what is wrong with it.
import { FieldError, Label, TextArea, TextField } from 'react-aria-components'

type Props = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | null
  readonly maxLength: number
  readonly rows?: number
}

export function TextAreaInput({ label, value, onChange, error, maxLength, rows = 3 }: Props) {
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      validationBehavior="aria"
      maxLength={maxLength}
      autoComplete="off"
      spellCheck="false"
    >
      <Label className="field-label">{label}</Label>
      <TextArea className="input text-area mono" rows={rows} />
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}
