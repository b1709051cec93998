// The corner of the window where results and failures are said.
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { dismissMessage } from '../../stores/message-actions.ts'
import { useMessageStore, type MessageContent } from '../../stores/message-store.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { messageText } from './message-text.ts'

const KEY_CODES: ReadonlySet<string> = new Set(['key-missing', 'key-refused'])
const WARNINGS: ReadonlySet<MessageContent['code']> = new Set([
  'nothing-readable',
  'clipboard-empty',
  'files-warned',
])

export function Messages() {
  const messages = useMessageStore((state) => state.messages)
  const accounts = useAccountsStore((state) => state.accounts)
  return (
    <div className="messages" data-react-aria-top-layer="true">
      <div role="status" className="message-list">
        {messages.map(({ id, content }) =>
          content.code === 'failed' ? null : (
            <div key={id} className="message">
              <Icon name={WARNINGS.has(content.code) ? 'alert' : 'check'} />
              <span>{messageText(content)}</span>
              {content.code === 'files-warned' ? (
                <Button
                  size="small"
                  onPress={() => {
                    dismissMessage(id)
                    openDialog({ kind: 'warned', warned: content.warned, provider: content.provider })
                  }}
                >
                  {en.drop.warnedShow}
                </Button>
              ) : null}
            </div>
          ),
        )}
      </div>
      <div role="alert" className="message-list">
        {messages.map(({ id, content }) => {
          if (content.code !== 'failed') return null
          const account = accounts.find((candidate) => candidate.id === content.accountId)
          const provider = account ? manifestOf(account.providerId).displayName : en.app.service
          return (
            <div key={id} className="message message-failed">
              <Icon name="x-circle" />
              <FailureNote
                text={failureText(content.failure, provider)}
                provider={provider}
                quote={content.failure.providerMessage}
              >
                {account && KEY_CODES.has(content.failure.code) ? (
                  <Button
                    size="small"
                    onPress={() => openDialog({ kind: 'enter-key', accountId: account.id })}
                  >
                    {en.accounts.enterKey}
                  </Button>
                ) : null}
              </FailureNote>
              <IconButton icon="close" label={en.app.dismiss} onPress={() => dismissMessage(id)} />
            </div>
          )
        })}
      </div>
    </div>
  )
}
