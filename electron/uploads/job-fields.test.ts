// Shows that the options of an upload stay with its job until they reach the adapter.
import { expect, it } from 'vitest'
import { failure, WharfError } from '../../shared/errors.ts'
import { inspect } from '../files/inspect.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { createBufferPool } from '../http/buffer-pool.ts'
import type { UploadRequest } from '../providers/provider.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { createQueueStore } from './queue-store.ts'
import { sampleJob } from './sample-job.testkit.ts'
import { uploadFile } from './upload-file.ts'

const fields = { projectId: '5b2f8c1e-7d34-4c0a-9e6b-1f2a3c4d5e6f', name: 'Harbour "2"' }

it('they survive a restart', async () => {
  const { database } = await temporaryDatabase()
  createQueueStore(database).save([sampleJob({ fields })])
  expect(createQueueStore(database).load()).toEqual([sampleJob({ fields })])
})

it('the adapter is given them', async () => {
  const { path } = await sampleFile(samplePng())
  const found = await inspect(path)
  if (!found.ok) throw new Error(found.problem.code)
  const asked: UploadRequest[] = []
  await uploadFile({
    job: sampleJob({ path, fields, facts: found.facts, identity: found.identity }),
    via: (request) => {
      asked.push(request)
      throw new WharfError(failure('cancelled', 'not-sent'))
    },
    pool: createBufferPool(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })
  expect(asked).toMatchObject([{ fields }])
})
