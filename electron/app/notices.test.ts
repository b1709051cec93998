// Shows that a notice outlives the page that first heard of it, and ends with its cause.
import { expect, test } from 'vitest'
import type { AppEvent } from '../../shared/ipc/events.ts'
import { createNotices } from './notices.ts'

test('raised once however often, there for a later page, withdrawn when it is over', () => {
  const told: AppEvent[] = []
  const found = { id: 'old', code: 'settings-set-aside', fileName: 'settings.json.damaged' } as const
  const notices = createNotices([found], (event) => told.push(event))
  notices.raise('record-unwritable')
  notices.raise('record-unwritable')
  const raised = { id: 'record-unwritable', code: 'record-unwritable', fileName: null } as const
  expect(notices.all()).toEqual([found, raised])
  notices.withdraw('record-unwritable')
  notices.withdraw('record-unwritable')
  expect(notices.all()).toEqual([found])
  expect(told).toEqual([
    { type: 'notice.raised', notice: raised },
    { type: 'notice.withdrawn', noticeId: 'record-unwritable' },
  ])
})
