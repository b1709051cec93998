// Checks that no disagreement of journal and ledger is overlooked, and none is seen where there is none.
import { expect, test } from 'vitest'
import type { JobStatus } from '../../shared/model/job.ts'
import { judge, type Delivery, type Evidence } from './verdict.ts'

const delivery: Delivery = {
  account: 'a',
  place: 'KonPro',
  canBeLookedFor: false,
  name: 'one.png',
  sha256: 'ff',
  drop: 1,
}
const copy = (assetId: string) => ({ account: 'a', assetId, sha256: 'ff' })
const job = (status: JobStatus, assetId: string | null = null) => ({
  account: 'a',
  name: 'one.png',
  status,
  assetId,
})
const nothing: Evidence = {
  deliveries: [delivery],
  acceptedDrops: new Set(),
  jobs: [],
  record: [],
  commits: [],
  words: new Map(),
  untouched: new Map(),
  isFinal: false,
}
const said = { timesSentAgain: 1, knownAssetIds: new Set(['x']), isSettledAsDone: false }
const sentAgain = new Map([[delivery, said]])
const defectsOf = (evidence: Partial<Evidence>) =>
  judge({ ...nothing, ...evidence }).map(({ defect }) => defect)

test.each<[string, Partial<Evidence>]>([
  ['a drop that nobody accepted may be gone', {}],
  ['what may have arrived is in doubt', { jobs: [job('uploading')], commits: [copy('x')] }],
  ['what never arrived may wait', { jobs: [job('queued')] }],
  ['done, and recorded', { jobs: [job('done', 'x')], commits: [copy('x')], record: [copy('x')] }],
  ['sent again on request, it waits', { jobs: [job('queued')], commits: [copy('x')], words: sentAgain }],
  [
    'sent again on request, it is there twice',
    { jobs: [job('done', 'y')], commits: [copy('x'), copy('y')], record: [copy('y')], words: sentAgain },
  ],
  [
    'taken as done on request',
    { jobs: [job('done')], words: new Map([[delivery, { ...said, isSettledAsDone: true }]]) },
  ],
])('%s', (_, evidence) => {
  expect(defectsOf(evidence)).toEqual([])
})

test.each<[string, string, Partial<Evidence>]>([
  ['lost', 'accepted without a job', { acceptedDrops: new Set([1]) }],
  ['lost', 'sent without a job', { commits: [copy('x')] }],
  [
    'lost',
    'half of a drop',
    { deliveries: [delivery, { ...delivery, name: 'two.png', sha256: 'ee' }], jobs: [job('queued')] },
  ],
  ['lost', 'never arrived in the end', { jobs: [job('failed')], isFinal: true }],
  ['twice', 'two copies', { jobs: [job('checking')], commits: [copy('x'), copy('y')] }],
  [
    'twice',
    'one copy more than was asked for',
    { jobs: [job('checking')], commits: [copy('x'), copy('y'), copy('z')], words: sentAgain },
  ],
  ['untrue', 'waits though it has arrived', { jobs: [job('waiting')], commits: [copy('x')] }],
  ['untrue', 'cancelled though it has arrived', { jobs: [job('cancelled')], commits: [copy('x')] }],
  [
    'untrue',
    'done with the ID of another',
    { jobs: [job('done', 'y')], commits: [copy('x')], record: [copy('y')] },
  ],
  ['untrue', 'done without a record', { jobs: [job('done', 'x')], commits: [copy('x')] }],
  ['untrue', 'done without an ID', { jobs: [job('done')], commits: [copy('x')] }],
  ['untrue', 'two jobs', { jobs: [job('queued'), job('queued')] }],
  [
    'untrue',
    'sent again by itself',
    { jobs: [job('uploading')], untouched: new Map([[delivery, 'unconfirmed']]) },
  ],
  ['untrue', 'queued after a kill', { jobs: [job('queued')], untouched: new Map([[delivery, 'uploading']]) }],
])('%s: %s', (defect, _, evidence) => {
  expect(defectsOf(evidence)).toEqual([defect])
})
