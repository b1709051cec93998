// Shows messages; a result goes by itself after a few seconds, a failure stays.
import type { Failure } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import { type MessageContent, useMessageStore } from './message-store.ts'

const RESULT_SHOWN_MS = 4000
/** Long enough to reach for its button, or to read a reason. */
const OFFER_SHOWN_MS = 12_000
const MOST_AT_ONCE = 3
const OFFERS: ReadonlySet<MessageContent['code']> = new Set([
  'files-warned',
  'files-known',
  'copied-as',
  'nothing-copied',
  'copy-too-long',
])
let lastId = 0

/** Takes the place of an older message of the same sort. */
export function showMessage(content: MessageContent): void {
  lastId += 1
  const id = lastId
  useMessageStore.setState(({ messages }) => ({
    messages: [...messages.filter((old) => old.content.code !== content.code), { id, content }].slice(
      -MOST_AT_ONCE,
    ),
  }))
  if (content.code !== 'failed')
    window.setTimeout(() => dismissMessage(id), OFFERS.has(content.code) ? OFFER_SHOWN_MS : RESULT_SHOWN_MS)
}

export function showFailure(failure: Failure, accountId: AccountId | null = null): void {
  showMessage({ code: 'failed', failure, accountId })
}

export function dismissMessage(id: number): void {
  useMessageStore.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }))
}
