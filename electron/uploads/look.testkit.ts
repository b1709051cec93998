// Sends files to a sandbox that loses the reply, then looks for them there: real HTTP, real files, quick looks.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { failure, WharfError } from '../../shared/errors.ts'
import { accountIdSchema, jobIdSchema } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { inspect } from '../files/inspect.ts'
import { hashFile } from '../files/hash-file.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { createBufferPool } from '../http/buffer-pool.ts'
import { createSender } from '../http/send.ts'
import type { CallContext } from '../providers/provider.ts'
import { providerOf } from '../providers/registry.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import type { Fault } from '../sandbox/faults.ts'
import type { Job } from './job.ts'
import { createUploadLook, type Reach } from './look-for-upload.ts'
import { sampleJob } from './sample-job.testkit.ts'
import { uploadFile } from './upload-file.ts'

const LOOKS_AT_MS = [10, 40, 160, 600]

type Setup = {
  readonly providerId: ProviderId
  /** Instead of the sandbox. */
  readonly base?: string
  readonly looksAtMs?: readonly number[]
}

export async function lookBench({ providerId, base, looksAtMs = LOOKS_AT_MS }: Setup) {
  const sandbox = await testSandbox()
  const sender = createSender()
  onTestFinished(() => sender.close())
  const provider = providerOf(providerId)
  const address = base ?? sandbox.originOf(providerId)
  const clock = { aheadMs: 0 }
  const nowMs = () => Date.now() + clock.aheadMs
  const owned = new Map<string, Job['id']>()
  const rivals: Job[] = []
  let isConnected = true
  let isAccessAsSent = true
  let jobCount = 0

  const contextWith = (signal: AbortSignal): CallContext => ({
    base: { api: address, upload: address },
    apiKey: 'sandbox-key',
    send: sender.send,
    signal,
    nowMs,
  })
  const reach: Reach = {
    provider,
    call: (signal, use) => {
      if (!isConnected) throw new WharfError(failure('connection-refused', 'not-sent'))
      return use(provider, contextWith(signal))
    },
  }
  const look = createUploadLook({
    nowMs,
    reachOf: () => reach,
    isAccessAsSent: () => isAccessAsSent,
    ownershipFor:
      ({ id }) =>
      ({ primaryId }) =>
        (owned.get(primaryId) ?? id) !== id,
    rivalsOf: (job) => rivals.filter(({ id }) => id !== job.id),
    hashOf: (job, signal) => hashFile(job.path, job.identity, signal),
    looksAtMs,
  })

  /** A picture on the disk, as a job that is about to be sent; of its own content unless told. */
  async function picture(change: Partial<Job> = {}, content = jobCount): Promise<Job> {
    jobCount += 1
    const name = change.facts?.name ?? `picture ${jobCount}.png`
    const folder = await temporaryFolder()
    await sampleFile(Buffer.concat([samplePng(), Buffer.alloc(3000, content)]), { folder, name })
    const path = join(folder, name)
    const found = await inspect(path)
    if (!found.ok) throw new WharfError(failure('file-missing', 'not-sent'))
    return sampleJob({
      id: jobIdSchema.parse(`job-${jobCount}`),
      accountId: accountIdSchema.parse('account-1'),
      path,
      ...change,
      facts: found.facts,
      identity: found.identity,
      status: 'uploading',
      startedAtMs: nowMs(),
    })
  }

  /** One attempt with that fault; resolves with the job as it then is, or with the asset when there was none. */
  async function send(
    job: Job,
    fault: Fault | null = null,
  ): Promise<{ job: Job; asset: RemoteAsset | null }> {
    if (fault) sandbox.faults.add({ method: 'POST', provider: providerId }, fault)
    const outcome = await uploadFile({
      job,
      via: (request, signal) => provider.adapter.upload(contextWith(signal), request),
      pool: createBufferPool(),
      signal: new AbortController().signal,
      onProgress: () => undefined,
    })
    if (!outcome.ok) return { job: { ...job, status: 'checking', failure: outcome.failure }, asset: null }
    owned.set(outcome.asset.primaryId, job.id)
    return { job: { ...job, status: 'done', assetId: outcome.asset.primaryId }, asset: outcome.asset }
  }

  return {
    sandbox,
    clock,
    owned,
    rivals,
    picture,
    send,
    look: (job: Job, signal = new AbortController().signal) => look(job, signal),
    lose: async (change: Partial<Job> = {}, fault: Fault = { kind: 'commit-then-drop' }) =>
      (await send(await picture(change), fault)).job,
    connect: (is: boolean) => {
      isConnected = is
    },
    changeAccess: () => {
      isAccessAsSent = false
    },
    committedIds: () => sandbox.ledger.committed().map(({ committedAssetId }) => committedAssetId),
  }
}
