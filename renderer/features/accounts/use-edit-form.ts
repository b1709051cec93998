// The state of the Edit account form: what differs from the account, what main said to it.
import { useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import { changeAccount } from '../../stores/accounts-actions.ts'
import type { Outcome } from './use-account-form.ts'

/** What is typed for a server: empty means the provider's own. */
function addressOf({ server }: Pick<AccountView, 'server'>): string {
  return server.kind === 'custom' ? server.address : ''
}

function withoutSlash(address: string): string {
  return address.trim().replace(/\/+$/, '')
}

export function useEditForm(account: AccountView) {
  const [form, setForm] = useState({
    name: account.name,
    colour: account.colour,
    apiKey: '',
    serverAddress: addressOf(account),
  })
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const [isChecked, setIsChecked] = useState(false)
  const name = form.name.trim()
  const apiKey = form.apiKey.trim()
  const address = withoutSlash(form.serverAddress)
  const isMoved = address !== addressOf(account)
  const isKeyMissing = isMoved && apiKey === ''

  const change = (part: Partial<typeof form>) => {
    setForm((old) => ({ ...old, ...part }))
    setOutcome({ kind: 'none' })
  }
  /** Whether it is saved; the form says why not. */
  const save = async (): Promise<boolean> => {
    setIsChecked(true)
    if (name === '' || isKeyMissing) return false
    setOutcome({ kind: 'saving' })
    const result = await changeAccount(account.id, {
      name,
      colour: form.colour,
      ...(isMoved ? { serverAddress: address === '' ? null : address } : {}),
      ...(apiKey === '' ? {} : { apiKey }),
    })
    setOutcome(result.ok ? { kind: 'none' } : { kind: 'failed', failure: result.failure })
    return result.ok
  }
  return {
    form,
    change,
    outcome,
    isMoved,
    isNameError: isChecked && name === '',
    isKeyError: isChecked && isKeyMissing,
    save,
  }
}
