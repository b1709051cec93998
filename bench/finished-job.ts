// A job of the past, as the journal keeps it.
import type { Job } from '../electron/uploads/job.ts'
import { accountIdSchema, fileIdSchema, jobIdSchema } from '../shared/ids.ts'

const SIZE_BYTES = 5_000_000

export function finishedJob(index: number): Job {
  return {
    id: jobIdSchema.parse(`job-${index}`),
    position: index + 1,
    accountId: accountIdSchema.parse('account'),
    fileId: fileIdSchema.parse(`file-${index}`),
    path: `/home/somebody/clips/clip-${index}.mp4`,
    facts: { name: `clip-${index}.mp4`, sizeBytes: SIZE_BYTES, modifiedAtMs: 0, mimeType: 'video/mp4' },
    fields: {},
    identity: {
      device: '1',
      inode: String(index),
      sizeBytes: String(SIZE_BYTES),
      modifiedAtNs: '0',
      changedAtNs: null,
    },
    sha256: null,
    status: 'done',
    attempts: 1,
    startedAtMs: 0,
    triedSinceMs: null,
    waitingUntilMs: null,
    failure: null,
    assetId: `asset-${index}`,
    createdAtMs: 0,
  }
}
