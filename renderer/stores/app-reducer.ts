// Applies what main says about the app itself.
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { AppState } from './app-store.ts'

/** The same object when no event concerns the app. */
export function reduceApp(state: AppState, events: readonly AppEvent[]): AppState {
  let next = state
  for (const event of events) {
    if (event.type === 'settings.changed') next = { ...next, settings: event.settings }
    if (event.type === 'record.changed') next = { ...next, recordCount: event.recordCount }
    if (event.type === 'notice.raised')
      next = {
        ...next,
        notices: [...next.notices.filter(({ id }) => id !== event.notice.id), event.notice],
      }
    if (event.type === 'notice.withdrawn')
      next = { ...next, notices: next.notices.filter(({ id }) => id !== event.noticeId) }
  }
  return next
}
