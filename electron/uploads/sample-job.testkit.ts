// Makes jobs for tests: queued, of no particular file, unless told otherwise.
import { accountIdSchema, fileIdSchema, jobIdSchema } from '../../shared/ids.ts'
import type { Job } from './job.ts'

export const ACCOUNT = accountIdSchema.parse('account-1')

export function sampleJob(change: Partial<Job> = {}): Job {
  return {
    id: jobIdSchema.parse('job-1'),
    position: 1,
    accountId: ACCOUNT,
    fileId: fileIdSchema.parse('file-1'),
    path: '/somewhere/a.png',
    facts: { name: 'a.png', sizeBytes: 1000, modifiedAtMs: 5, mimeType: 'image/png' },
    fields: {},
    identity: { device: '1', inode: '2', sizeBytes: '1000', modifiedAtNs: '5000000', changedAtNs: null },
    sha256: null,
    status: 'queued',
    attempts: 0,
    startedAtMs: null,
    triedSinceMs: null,
    waitingUntilMs: null,
    failure: null,
    assetId: null,
    createdAtMs: 1,
    ...change,
  }
}
