// The state of the Add account form: what was entered, what a test said, whether it is being saved.
import { useState } from 'react'
import type { Failure } from '../../../shared/errors.ts'
import { PROVIDER_IDS, type ProviderId } from '../../../shared/providers/index.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { finishAddAccount } from '../../stores/dialog-actions.ts'
import { enterAccount } from './account-actions.ts'

export type Outcome =
  | { readonly kind: 'none' | 'testing' | 'works' | 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }

const NONE: Outcome = { kind: 'none' }

export type AccountForm = {
  readonly providerId: ProviderId
  readonly name: string
  readonly apiKey: string
  readonly serverAddress: string
}

export function useAccountForm() {
  const [form, setForm] = useState<AccountForm>({
    providerId: PROVIDER_IDS[0],
    name: '',
    apiKey: '',
    serverAddress: '',
  })
  const [outcome, setOutcome] = useState<Outcome>(NONE)
  const [isChecked, setIsChecked] = useState(false)
  const isNameMissing = form.name.trim() === ''
  const isKeyMissing = form.apiKey.trim() === ''

  const change = (part: Partial<AccountForm>) => {
    setForm((old) => ({ ...old, ...part }))
    setOutcome(NONE)
  }
  const credentials = {
    providerId: form.providerId,
    apiKey: form.apiKey.trim(),
    serverAddress: form.serverAddress.trim() === '' ? null : form.serverAddress.trim(),
  }
  const test = async () => {
    setIsChecked(true)
    if (isKeyMissing) return
    setOutcome({ kind: 'testing' })
    const result = await settle(bridge().calls['accounts.test'](credentials))
    setOutcome(result.ok ? { kind: 'works' } : { kind: 'failed', failure: result.failure })
  }
  const save = async () => {
    setIsChecked(true)
    if (isKeyMissing || isNameMissing) return
    setOutcome({ kind: 'saving' })
    const result = await settle(bridge().calls['accounts.add']({ ...credentials, name: form.name.trim() }))
    if (!result.ok) {
      setOutcome({ kind: 'failed', failure: result.failure })
      return
    }
    enterAccount(result.value)
    finishAddAccount()
  }
  return {
    form,
    change,
    outcome,
    isBusy: outcome.kind === 'testing' || outcome.kind === 'saving',
    isNameError: isChecked && isNameMissing,
    isKeyError: isChecked && isKeyMissing,
    test,
    save,
  }
}
