// Proves what the upload options ask for, what they object to, what they keep.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../shared/model/default-settings.ts'
import type { JobView } from '../../../shared/model/job.ts'
import { aJob, anAccount, fakeBridge, ok, refused } from '../../bridge/fake-bridge.testkit.ts'
import { INTERNAL_FAILURE } from '../../bridge/internal-failure.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { currentOneOffFields } from '../../stores/one-off-fields.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { UploadOptionsDialog } from './upload-options-dialog.tsx'

const account = anAccount({ providerId: 'token360', name: 'main' })
const GROUPS = { containers: [{ id: 'library', name: 'Library' }] }

let asked: ReturnType<typeof fakeBridge>['called']
const show = (retries = false, shown = account) =>
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <UploadOptionsDialog account={shown} retries={retries} />
    </QueryClientProvider>,
  )
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const kept = () => useAppStore.getState().settings.uploadFields
const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label)

beforeEach(() => {
  stubBrowser()
  asked = fakeBridge({ 'library.containers': () => ok(GROUPS), 'uploads.retry': () => ok({}) }).install()
  useAccountsStore.setState({ accounts: [account] })
  useAppStore.setState({ settings: DEFAULT_SETTINGS })
})
afterEach(cleanup)

test('one input a field; a chosen group rules the legacy number out', async () => {
  show()
  await screen.findByRole('option', { name: 'Library' })
  fireEvent.change(field('Group'), { target: { value: 'library' } })
  expect(field('Legacy group number').disabled).toBe(true)
  fireEvent.change(field('Model'), { target: { value: ' seedance ' } })
  press('Save')
  expect(kept()).toEqual({ a1: { groupId: 'library', model: 'seedance' } })
})

test('what the provider would refuse is said and not kept', async () => {
  show()
  await screen.findByRole('option', { name: 'Library' })
  fireEvent.change(field('Legacy group number'), { target: { value: 'nine' } })
  press('Save')
  expect(screen.getByText('This has to be a whole number.')).toBeDefined()
  expect(kept()).toEqual({})
})

test('without the list an ID is typed, and a project ID has to look like one', async () => {
  fakeBridge({ 'library.containers': () => refused('host-not-found') }).install()
  show(false, { ...account, providerId: 'indream' })
  const project = await screen.findByRole('textbox', { name: 'Project' })
  fireEvent.change(project, { target: { value: 'harbour' } })
  press('Save')
  expect(screen.getByText(/This is not an ID of the form/)).toBeDefined()
})

test('after a refusal for want of a group the usual one is suggested, and the files go again', async () => {
  const job = (id: string, code: 'container-required' | 'too-large') =>
    ({ id, accountId: account.id, status: 'failed', failure: { ...INTERNAL_FAILURE, code } }) as JobView
  const jobs = [job('j1', 'container-required'), job('j2', 'too-large'), job('j3', 'container-required')]
  useQueueStore.setState({ jobs: new Map(jobs.map((each) => [each.id, each])) })
  show(true)
  await screen.findByRole('option', { name: 'Library' })
  expect(field('Group').value).toBe('library')
  press('Save and retry')
  const input = { jobIds: ['j1', 'j3'], fields: { groupId: 'library' } }
  await expect.poll(() => asked).toContainEqual({ name: 'uploads.retry', input })
})

test('a disabled account is asked for nothing', async () => {
  show(false, { ...account, isDisabled: true })
  await Promise.resolve()
  expect(screen.getByLabelText('Group')).toBeTruthy()
  expect(asked).toEqual([])
})

test('for the next files only: the account keeps what it had, and says so beside it', async () => {
  useAppStore.setState({ settings: { ...DEFAULT_SETTINGS, uploadFields: { a1: { model: 'seedance' } } } })
  show()
  await screen.findByRole('option', { name: 'Library' })
  fireEvent.change(field('Model'), { target: { value: 'other' } })
  fireEvent.click(screen.getByRole('checkbox', { name: 'For the next files only' }))
  press('Use once')
  expect(kept()).toEqual({ a1: { model: 'seedance' } })
  expect(currentOneOffFields(account.id)).toEqual({ model: 'other' })
  cleanup()
  show()
  expect(field('Model').value).toBe('other')
  fireEvent.click(screen.getByRole('checkbox', { name: 'For the next files only' }))
  press('Save')
  expect(kept()).toEqual({ a1: { model: 'other' } })
  expect(currentOneOffFields(account.id)).toBeNull()
})

test('files that failed go again with a choice that need not be kept', async () => {
  const held = aJob({ status: 'failed', failure: { ...INTERNAL_FAILURE, code: 'container-required' } })
  useQueueStore.setState({ jobs: new Map([[held.id, held]]) })
  show(true)
  await screen.findByRole('option', { name: 'Library' })
  fireEvent.click(screen.getByRole('checkbox', { name: 'For these files only' }))
  press('Retry')
  const input = { jobIds: [held.id], fields: { groupId: 'library' } }
  expect(asked).toContainEqual({ name: 'uploads.retry', input })
  expect(kept()).toEqual({})
})
