// Says at the foot of the sidebar what just happened, for as long as it takes to read it.
import type { ReactNode } from 'react'
import { en } from '../../i18n/en.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { dismissMessage } from '../../stores/message-actions.ts'
import { type Message, type MessageContent, useMessageStore } from '../../stores/message-store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { messageText } from './message-text.ts'

const WARNINGS: ReadonlySet<MessageContent['code']> = new Set([
  'nothing-readable',
  'clipboard-empty',
  'files-warned',
  'nothing-copied',
  'copy-too-long',
  'not-recorded',
  'no-file-to-drag',
])

function actionOf({ id, content }: Message): ReactNode {
  if (content.code !== 'files-warned' && content.code !== 'files-known') return null
  const show = () => {
    dismissMessage(id)
    if (content.code === 'files-known') openDialog({ kind: 'known', groups: content.groups })
    else openDialog({ kind: 'warned', warned: content.warned, provider: content.provider })
  }
  return (
    <Button size="small" onPress={show}>
      {en.drop.warnedShow}
    </Button>
  )
}

export function Results() {
  const messages = useMessageStore((state) => state.messages)
  return (
    <div role="status" className="results" data-react-aria-top-layer="true">
      {messages.map((message) =>
        message.content.code === 'failed' ? null : (
          <div key={message.id} className="result">
            <Icon name={WARNINGS.has(message.content.code) ? 'alert' : 'check'} />
            <span>{messageText(message.content)}</span>
            {actionOf(message)}
          </div>
        ),
      )}
    </div>
  )
}
