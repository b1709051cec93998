// Tests what a row of the queue shows and offers in each state.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../../shared/errors.ts'
import type { JobStatus, JobView } from '../../../shared/model/job.ts'
import { aJob, anAccount, fakeBridge, ok } from '../../bridge/fake-bridge.testkit.ts'
import { stubBrowser } from '../../bridge/stub-browser.testkit.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { queueFrom, reduceQueue } from '../../stores/queue-reducer.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { UploadRow } from './upload-row.tsx'

const buttons = () =>
  screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent)

function show(part: Partial<JobView>) {
  const job = aJob(part)
  useAccountsStore.setState({ accounts: [anAccount()] })
  useQueueStore.setState(queueFrom([job]))
  render(
    <div role="grid">
      <UploadRow
        jobId={job.id}
        topPx={0}
        position={1}
        isTabStop
        insertMark={undefined}
        onMeasure={() => undefined}
        onMenu={() => undefined}
      />
    </div>,
  )
  return job
}

beforeEach(() => stubBrowser())
afterEach(cleanup)

describe('UploadRow', () => {
  it.each<[JobStatus, string, string[]]>([
    ['queued', 'Queued', ['Pause', 'Cancel', 'More actions']],
    ['uploading', 'Uploading', ['Pause', 'Cancel', 'More actions']],
    ['waiting', 'Waiting', ['Pause', 'Cancel', 'More actions']],
    ['checking', 'Checking', ['Cancel', 'More actions']],
    ['paused', 'Paused', ['Resume', 'Cancel', 'More actions']],
    ['failed', 'Failed', ['Retry', 'Take off the list', 'More actions']],
    ['cancelled', 'Cancelled', ['Retry', 'Take off the list', 'More actions']],
    ['unconfirmed', 'Needs you', ['More actions', 'Check again', 'Upload again', 'Mark as done']],
  ])('%s reads “%s” and offers %j', (status, word, offered) => {
    show({ status })
    const row = screen.getByRole('row')
    expect(row.getAttribute('aria-label')).toBe(`cat.png, ${word}`)
    expect(row.dataset['status']).toBe(status)
    expect(buttons()).toEqual(offered)
  })

  it('offers the ID of what was uploaded', async () => {
    const fake = fakeBridge({ 'clipboard.write': () => ok({}) })
    fake.install()
    show({ status: 'done', assetId: 'asset_7' })
    fireEvent.click(screen.getByRole('button', { name: 'Copy ID' }))
    await screen.findByRole('button', { name: 'Copied' })
    expect(fake.called).toEqual([{ name: 'clipboard.write', input: { text: 'asset_7' } }])
  })

  it('shows real bytes, and “Finishing…” until the answer is there', () => {
    const job = show({ status: 'uploading', sizeBytes: 1000 })
    const move = (sentBytes: number, awaitingMs: number | null = null) =>
      act(() =>
        useQueueStore.setState((state) =>
          reduceQueue(state, [
            {
              type: 'job.progressed',
              progress: { jobId: job.id, sentBytes, bytesPerSecond: 100, remainingMs: 5000, awaitingMs },
            },
          ]),
        ),
      )
    move(500)
    const bar = screen.getByRole('progressbar', { name: 'Upload progress' })
    expect(bar.getAttribute('aria-valuenow')).toBe('50')
    expect(screen.getByText('5 s left')).toBeTruthy()
    expect(buttons()).toContain('Pause')
    move(1000, 0)
    expect(screen.getByText('Finishing…')).toBeTruthy()
    expect(buttons()).not.toContain('Pause')
    move(1000, 4999)
    expect(screen.getByText('Finishing…')).toBeTruthy()
    move(1000, 5000)
    expect(screen.getByText('Waiting for KonPro')).toBeTruthy()
  })

  it('quotes the provider below its own words', () => {
    show({ status: 'failed', failure: failure('server-failed', 'refused', { providerMessage: 'Disk full' }) })
    expect(screen.getByText('KonPro had a failure of its own.')).toBeTruthy()
    expect(screen.getByText('Disk full').tagName).toBe('Q')
  })
})
