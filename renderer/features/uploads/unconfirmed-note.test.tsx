// What a row says, or asks, while nobody knows whether its file has arrived.
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failure, type ErrorCode } from '../../../shared/errors.ts'
import type { JobView } from '../../../shared/model/job.ts'
import { manifestOf, type ProviderId } from '../../../shared/providers/index.ts'
import { aJob, anAccount, fakeBridge, ok } from '../../bridge/fake-bridge.testkit.ts'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { UploadTrouble } from './upload-trouble.tsx'

function show(
  status: JobView['status'],
  { code = 'connection-lost', providerId = 'konpro' }: { code?: ErrorCode; providerId?: ProviderId } = {},
) {
  const job = aJob({ status, failure: failure(code, 'unknown') })
  const account = anAccount({ providerId })
  render(<UploadTrouble job={job} account={account} provider={manifestOf(providerId).displayName} />)
  return job
}

beforeEach(() => stubBrowser())
afterEach(cleanup)

test('while Wharf looks it says where, and asks nothing', () => {
  show('checking')
  expect(screen.getByText('Reply lost. Looking for it at KonPro…')).toBeTruthy()
  expect(screen.queryAllByRole('button')).toEqual([])
})

test.each([
  ['Check again', 'uploads.check', {}],
  ['Upload again', 'uploads.settle', { as: 'upload-again' }],
  ['Mark as done', 'uploads.settle', { as: 'done' }],
] as const)('“%s” is one call', (name, call, input) => {
  const fake = fakeBridge({ 'uploads.check': () => ok({}), 'uploads.settle': () => ok({}) })
  fake.install()
  const { id } = show('unconfirmed')
  expect(screen.getByText('May already be uploaded.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name }))
  expect(fake.called).toEqual([{ name: call, input: { jobIds: [id], ...input } }])
})

test('where a provider has no list, it says so', () => {
  show('unconfirmed', { providerId: 'onemin' })
  expect(screen.getByText(/from 1min.ai.* It has no list that Wharf could look in/)).toBeTruthy()
})

test('a file that changed while it was sent is not looked for', () => {
  show('unconfirmed', { code: 'file-changed' })
  expect(screen.getByText(/may be a mixture of the old file and the new/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull()
})
