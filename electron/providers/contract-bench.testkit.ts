// The bench of the contract suite: for each test a sandbox, a sender with files, cleared away after it.
import { mkdtemp, open, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { WharfError, type Failure } from '../../shared/errors.ts'
import type { FileFacts } from '../../shared/model/file-facts.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { createBufferPool } from '../http/buffer-pool.ts'
import { createFileBody, type FileBody } from '../http/file-body.ts'
import { createSender, type Sender } from '../http/send.ts'
import type { Fault } from '../sandbox/faults.ts'
import type { LedgerEntry } from '../sandbox/ledger.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { startSandbox, type Sandbox } from '../sandbox/start-sandbox.ts'
import type { CallContext, Provider, UploadRequest } from './provider.ts'

export const KEY = 'sandbox-contract-key-3f9a'

export type Fields = Readonly<Record<string, string>>
export type SampleFile = { readonly facts: FileFacts; readonly bytes: Buffer }
/** A file the provider takes, of that many bytes. */
export type FileOf = (sizeBytes: number) => SampleFile

export type Bench = {
  readonly sandbox: () => Sandbox
  readonly contextWith: (change?: Partial<CallContext>) => CallContext
  readonly requestFor: (file: SampleFile, fields?: Fields) => Promise<UploadRequest & { body: FileBody }>
  readonly upload: (
    sizeBytes?: number,
    change?: Partial<CallContext>,
    fields?: Fields,
  ) => Promise<RemoteAsset>
  readonly misbehave: (fault: Fault, method?: string) => void
  readonly requestsBy: (method: string) => readonly LedgerEntry[]
}

export function createBench({ adapter, manifest }: Provider, fileOf: FileOf): Bench {
  const id = manifest.id as ProviderId
  let folder: string
  let sandbox: Sandbox
  let sender: Sender
  let handles: FileHandle[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wharf-contract-'))
    sandbox = await startSandbox({ dataFolder: join(folder, 'sandbox') })
    sender = createSender(QUICK_LIMITS)
    handles = []
  })
  afterEach(async () => {
    await Promise.all(handles.map((handle) => handle.close()))
    await sender.close()
    await sandbox.close()
    await rm(folder, { recursive: true, force: true })
  })

  const contextWith: Bench['contextWith'] = (change = {}) => {
    const base = sandbox.originOf(id)
    return {
      base: { api: base, upload: base },
      apiKey: KEY,
      send: sender.send,
      signal: new AbortController().signal,
      nowMs: Date.now,
      ...change,
    }
  }
  const requestFor: Bench['requestFor'] = async ({ facts, bytes }, fields = {}) => {
    const path = join(folder, `upload-${String(handles.length)}`)
    await writeFile(path, bytes)
    const handle = await open(path)
    handles.push(handle)
    const body = createFileBody({ handle, lengthBytes: bytes.byteLength, pool: createBufferPool() })
    return { facts, body, fields }
  }
  return {
    sandbox: () => sandbox,
    contextWith,
    requestFor,
    upload: async (sizeBytes = 300_000, change = {}, fields = {}) =>
      adapter.upload(contextWith(change), await requestFor(fileOf(sizeBytes), fields)),
    misbehave: (fault, method = 'POST') => {
      sandbox.faults.add({ provider: id, method }, fault)
    },
    requestsBy: (method) => sandbox.ledger.entries().filter((entry) => entry.method === method),
  }
}

/** A PNG of at least that size: a picture is what every provider takes. */
export function samplePictureOf(sizeBytes: number): SampleFile {
  const head = samplePng()
  const rest = Buffer.alloc(Math.max(0, sizeBytes - head.byteLength), sizeBytes % 251)
  const bytes = Buffer.concat([head, rest])
  const facts = { name: 'picture.png', sizeBytes: bytes.byteLength, modifiedAtMs: 0, mimeType: 'image/png' }
  return { bytes, facts }
}

export async function failureOf(work: Promise<unknown>): Promise<Failure> {
  try {
    await work
  } catch (error) {
    if (error instanceof WharfError) return error.failure
    throw error
  }
  throw new Error('It should have failed')
}

/** Long enough for a busy machine, short enough for the faults that wait for them. */
const QUICK_LIMITS = {
  connectMs: 2000,
  uploadIdleMs: 1000,
  slowestBytesPerMs: 10_000,
  answerHeadMs: 1000,
  answerIdleMs: 1000,
  answerTotalMs: 3000,
}
