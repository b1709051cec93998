// The state of the Add account form: what was entered, what a test said, whether it is being saved.
import { useState } from 'react'
import type { Failure } from '../../../shared/errors.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf, PROVIDER_IDS, type ProviderId } from '../../../shared/providers/index.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { useAppStore } from '../../stores/app-store.ts'

export type Outcome =
  | { readonly kind: 'none' | 'testing' | 'works' | 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }

const NONE: Outcome = { kind: 'none' }

export type AccountForm = {
  readonly providerId: ProviderId
  readonly name: string
  readonly apiKey: string
  readonly serverAddress: string
  /** The key is the one that the environment holds, which never comes to the page. */
  readonly usesFoundKey: boolean
}

/** `foundKeyOf`: begin with the key that the environment holds for that provider. */
export function useAccountForm(foundKeyOf: ProviderId | null) {
  const [form, setForm] = useState<AccountForm>({
    providerId: foundKeyOf ?? PROVIDER_IDS[0],
    name: foundKeyOf === null ? '' : manifestOf(foundKeyOf).displayName,
    apiKey: '',
    serverAddress: '',
    usesFoundKey: foundKeyOf !== null,
  })
  const [outcome, setOutcome] = useState<Outcome>(NONE)
  const [isChecked, setIsChecked] = useState(false)
  const found = useAppStore((state) => state.environmentKeys)
  const variable = found.find(({ providerId }) => providerId === form.providerId)?.variable ?? null
  const usesFoundKey = form.usesFoundKey && variable !== null
  const isNameMissing = form.name.trim() === ''
  const isKeyMissing = form.apiKey.trim() === '' && !usesFoundKey

  const change = (part: Partial<AccountForm>) => {
    setForm((old) => ({ ...old, ...part }))
    setOutcome(NONE)
  }
  const chooseProvider = (providerId: ProviderId) => {
    // A name that Wharf proposed goes with its provider.
    const isProposed = form.name === manifestOf(form.providerId).displayName
    change({ providerId, usesFoundKey: false, ...(isProposed ? { name: '' } : {}) })
  }
  const credentials = {
    providerId: form.providerId,
    apiKey: usesFoundKey ? null : form.apiKey.trim(),
    serverAddress: form.serverAddress.trim() === '' ? null : form.serverAddress.trim(),
  }
  const test = async () => {
    setIsChecked(true)
    if (isKeyMissing) return
    setOutcome({ kind: 'testing' })
    const result = await settle(bridge().calls['accounts.test'](credentials))
    setOutcome(result.ok ? { kind: 'works' } : { kind: 'failed', failure: result.failure })
  }
  /** null: something is missing, or main refused; the form says what. */
  const save = async (): Promise<AccountView | null> => {
    setIsChecked(true)
    if (isKeyMissing || isNameMissing) return null
    setOutcome({ kind: 'saving' })
    const result = await settle(bridge().calls['accounts.add']({ ...credentials, name: form.name.trim() }))
    setOutcome(result.ok ? NONE : { kind: 'failed', failure: result.failure })
    return result.ok ? result.value : null
  }
  return {
    form,
    /** The variable that holds a key for the chosen provider, or null. */
    variable,
    usesFoundKey,
    change,
    chooseProvider,
    outcome,
    isBusy: outcome.kind === 'testing' || outcome.kind === 'saving',
    isNameError: isChecked && isNameMissing,
    isKeyError: isChecked && isKeyMissing,
    test,
    save,
  }
}
