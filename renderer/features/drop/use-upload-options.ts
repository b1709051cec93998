// Keeps what is typed into the upload options until it is sent or saved.
import { useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { givenFields, type UploadFields } from '../../../shared/upload-fields.ts'
import { fieldErrors } from './upload-options-form.ts'

export type UploadOptions = {
  readonly account: AccountView
  readonly typed: UploadFields
  /** What is wrong, by the field's name; nothing before the first check. */
  readonly errors: Readonly<Record<string, string>>
  readonly change: (name: string, value: string) => void
  /** null: something is wrong, and said. */
  readonly check: () => UploadFields | null
}

export function useUploadOptions(account: AccountView, start: UploadFields): UploadOptions {
  const manifest = manifestOf(account.providerId)
  const [typed, setTyped] = useState(start)
  const [isChecked, setIsChecked] = useState(false)
  return {
    account,
    typed,
    errors: isChecked ? fieldErrors(typed, manifest) : {},
    change: (name, value) => setTyped((before) => ({ ...before, [name]: value })),
    check: () => {
      setIsChecked(true)
      return Object.keys(fieldErrors(typed, manifest)).length > 0 ? null : givenFields(typed)
    },
  }
}
