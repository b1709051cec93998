// What the app has to tell the person now: kept for a page that loads later, told to the one that is there.
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { Notice } from '../../shared/model/notice.ts'

export type Notices = {
  readonly all: () => readonly Notice[]
  /** Told once, however often it is raised before it is withdrawn. */
  readonly raise: (code: Notice['code']) => void
  /** No longer true. */
  readonly withdraw: (code: Notice['code']) => void
}

export function createNotices(found: readonly Notice[], tell: (event: AppEvent) => void): Notices {
  let notices = [...found]
  return {
    all: () => notices,
    raise: (code) => {
      if (notices.some((notice) => notice.code === code)) return
      const notice = { id: code, code, fileName: null }
      notices = [...notices, notice]
      tell({ type: 'notice.raised', notice })
    },
    withdraw: (code) => {
      const gone = notices.filter((notice) => notice.code === code)
      notices = notices.filter((notice) => notice.code !== code)
      gone.forEach(({ id }) => {
        tell({ type: 'notice.withdrawn', noticeId: id })
      })
    },
  }
}
