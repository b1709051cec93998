// Carries the list of accounts to another computer and back.
import { useState } from 'react'
import type { Failure } from '../../../shared/errors.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { importResult } from './import-result.ts'

type Said = { readonly text: string } | { readonly failure: Failure } | null

export function AccountsTransfer() {
  const hasAccounts = useAccountsStore((state) => state.accounts.length > 0)
  const [said, setSaid] = useState<Said>(null)
  const [isBusy, setIsBusy] = useState(false)

  const run = async (transfer: () => Promise<Said>) => {
    setIsBusy(true)
    setSaid(null)
    setSaid(await transfer())
    setIsBusy(false)
  }
  const exportAll = async (): Promise<Said> => {
    const result = await settle(bridge().calls['accounts.export']({}))
    if (!result.ok) return { failure: result.failure }
    const { value } = result
    return value && { text: plural(en.settings.exported, value.count, { file: value.fileName }) }
  }
  const importSome = async (): Promise<Said> => {
    const result = await settle(bridge().calls['accounts.import']({}))
    if (!result.ok) return { failure: result.failure }
    return result.value && { text: importResult(result.value) }
  }
  return (
    <>
      <div className="transfer-buttons">
        <Button isBusy={isBusy} isDisabled={!hasAccounts} onPress={() => void run(exportAll)}>
          {en.settings.exportAccounts}
        </Button>
        <Button isBusy={isBusy} onPress={() => void run(importSome)}>
          {en.settings.importAccounts}
        </Button>
      </div>
      <span className="field-hint">{en.settings.accountsHint}</span>
      <p role="status" className="transfer-said">
        {said !== null && 'text' in said ? said.text : null}
      </p>
      {said !== null && 'failure' in said ? (
        <div role="alert" className="outcome-bad">
          <FailureNote text={failureText(said.failure, en.app.name)} provider={en.app.name} quote={null} />
        </div>
      ) : null}
    </>
  )
}
