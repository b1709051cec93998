// Leads through an import: choose a file, look at it, take it over.
import { useState } from 'react'
import type { Failure, Result } from '../../../shared/errors.ts'
import type { AccountChoice, ImportLook, ImportResult } from '../../../shared/model/transfer.ts'
import { bridge } from '../../bridge/bridge.ts'
import { runTransfer, useTransferStore } from '../../stores/transfer-store.ts'

type Preference = 'mine' | 'theirs'

export type Step =
  | { readonly at: 'start' }
  | { readonly at: 'looking' }
  | { readonly at: 'asking'; readonly look: ImportLook }
  | { readonly at: 'importing'; readonly look: ImportLook }
  | {
      readonly at: 'done'
      readonly look: ImportLook
      readonly result: ImportResult
      readonly preference: Preference
    }

export type Import = {
  readonly step: Step
  readonly isRunning: boolean
  /** Of the last try. */
  readonly failure: Failure | null
  readonly choices: ReadonlyMap<string, AccountChoice>
  readonly choose: (key: string, choice: AccountChoice) => void
  readonly open: () => Promise<void>
  readonly start: (preference: Preference) => Promise<void>
}

export function useImport(): Import {
  const isRunning = useTransferStore((state) => state.transfer !== null)
  const [step, setStep] = useState<Step>({ at: 'start' })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [choices, setChoices] = useState<ReadonlyMap<string, AccountChoice>>(new Map())

  const settled = <T>(result: Result<T>): T | null => {
    setFailure(result.ok ? null : result.failure)
    return result.ok ? result.value : null
  }
  const open = async () => {
    setFailure(null)
    setStep({ at: 'looking' })
    const look = settled(await runTransfer((transferId) => bridge().calls['record.inspect']({ transferId })))
    if (look) setChoices(new Map(look.accounts.map((account) => [account.key, firstChoice(account)])))
    setStep(look ? { at: 'asking', look } : { at: 'start' })
  }
  const start = async (preference: Preference) => {
    if (step.at !== 'asking' && step.at !== 'done') return
    const { look } = step
    setFailure(null)
    setStep({ at: 'importing', look })
    const result = settled(
      await runTransfer((transferId) =>
        bridge().calls['record.import']({
          transferId,
          importId: look.importId,
          choices: [...choices].map(([key, choice]) => ({ key, choice })),
          preference,
        }),
      ),
    )
    setStep(result ? { at: 'done', look, result, preference } : { at: 'asking', look })
  }
  const choose = (key: string, choice: AccountChoice) => setChoices((old) => new Map(old).set(key, choice))
  return { step, isRunning, failure, choices, choose, open, start }
}

function firstChoice({ matchId }: ImportLook['accounts'][number]): AccountChoice {
  return matchId === null ? { to: 'new' } : { to: 'account', accountId: matchId }
}
