// Offers the sandbox while a provider has no account in it.
import { useState } from 'react'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { providersWithoutSandbox, trySandbox } from './account-actions.ts'

export function useSandbox() {
  const isOffered = useAccountsStore((state) => providersWithoutSandbox(state.accounts).length > 0)
  const [isStarting, setIsStarting] = useState(false)
  const start = async () => {
    setIsStarting(true)
    const hasStarted = await trySandbox()
    setIsStarting(false)
    return hasStarted
  }
  return { isOffered, isStarting, start }
}
