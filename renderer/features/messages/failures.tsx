// Says below the library what went wrong, until the person has read it; while a dialog is open, above that.
import { manifestOf } from '../../../shared/providers/index.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { dismissMessage } from '../../stores/message-actions.ts'
import { useMessageStore } from '../../stores/message-store.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'

const KEY_CODES: ReadonlySet<string> = new Set(['key-missing', 'key-refused'])

export function Failures() {
  const messages = useMessageStore((state) => state.messages)
  const accounts = useAccountsStore((state) => state.accounts)
  const isOverDialog = useDialogStore(({ dialog }) => dialog !== null)
  return (
    <div
      role="alert"
      className="failures"
      data-over-dialog={isOverDialog || undefined}
      data-react-aria-top-layer="true"
    >
      {messages.map(({ id, content }) => {
        if (content.code !== 'failed') return null
        const account = accounts.find((candidate) => candidate.id === content.accountId)
        const provider = account ? manifestOf(account.providerId).displayName : en.app.service
        return (
          <div key={id} className="failure">
            <Icon name="x-circle" />
            <FailureNote
              text={failureText(content.failure, provider)}
              provider={provider}
              quote={content.failure.providerMessage}
            >
              {account && KEY_CODES.has(content.failure.code) ? (
                <Button size="small" onPress={() => openDialog({ kind: 'enter-key', accountId: account.id })}>
                  {en.accounts.enterKey}
                </Button>
              ) : null}
            </FailureNote>
            <IconButton icon="close" label={en.app.dismiss} onPress={() => dismissMessage(id)} />
          </div>
        )
      })}
    </div>
  )
}
