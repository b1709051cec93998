// Proves that the question before a removal says what it does to each sort of job.
import { expect, test } from 'vitest'
import type { JobStatus } from '../../../shared/model/job.ts'
import { removalEffects } from './removal-effects.ts'
import { sampleAccount, sampleJob } from './sample-account.testkit.ts'

const account = sampleAccount('main')
const effectsOf = (...statuses: JobStatus[]) =>
  removalEffects(
    account,
    statuses.map((status) => sampleJob(account, status)),
  )

test('running, waiting and open jobs are told apart, with their numbers', () => {
  const statuses: JobStatus[] = ['uploading', 'queued', 'waiting', 'paused', 'failed', 'unconfirmed']
  expect(effectsOf(...statuses).slice(0, 3)).toEqual([
    'The upload that is running is cut off. The file may still turn up at KonPro.',
    'The 3 files that wait in the queue are taken off it, unsent.',
    'The 2 uploads that failed or need you are taken off the list.',
  ])
})

test('what is finished, or belongs to another account, does not count', () => {
  const other = sampleJob(sampleAccount('other'), 'uploading')
  const mine = sampleJob(account, 'done')
  expect(removalEffects(account, [other, mine])).toEqual([
    'Nothing of it is in the queue.',
    'Its key is wiped from this computer.',
    'The record of what you uploaded stays under All uploads.',
    'Nothing is deleted at KonPro.',
  ])
})

test('without a key there is none to wipe', () => {
  expect(removalEffects(sampleAccount('box', { keyState: 'not-needed' }), [])).toContain(
    'It has no key to wipe.',
  )
})
