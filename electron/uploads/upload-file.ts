// Runs one attempt of a job: opens its file, sends it, and checks that it did not change meanwhile.
import { failure, WharfError, type Failure } from '../../shared/errors.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import { identityOf, isSameFile, isSameNode, isUntouched, type FileIdentity } from '../files/file-identity.ts'
import { openFile } from '../files/open-file.ts'
import type { BufferPool } from '../http/buffer-pool.ts'
import { createFileBody, type FileBody } from '../http/file-body.ts'
import { onFreshConnection } from '../http/on-fresh-connection.ts'
import type { UploadRequest } from '../providers/provider.ts'
import type { Job } from './job.ts'

export type UploadOutcome =
  | { readonly ok: true; readonly asset: RemoteAsset; readonly sha256: string }
  | { readonly ok: false; readonly failure: Failure; readonly isHandedOver: boolean }

/** The account's way to its provider: waits for the gate, then calls the adapter. */
export type UploadVia = (request: UploadRequest, signal: AbortSignal) => Promise<RemoteAsset>

type Options = {
  readonly job: Job
  readonly via: UploadVia
  readonly pool: BufferPool
  readonly signal: AbortSignal
  readonly onProgress: (sentBytes: number) => void
}

/** Never rejects: whatever happens is an outcome. */
export async function uploadFile({ job, via, pool, signal, onProgress }: Options): Promise<UploadOutcome> {
  const latest = { body: null as FileBody | null }
  try {
    const { handle, identity } = await openFile(job.path)
    try {
      if (!isSameFile(identity, job.identity))
        throw new WharfError(failure(differenceOf(identity, job.identity), 'not-sent'))
      // What was hashed before is not hashed again, if nothing at all happened to the file since.
      const sha256Before = isUntouched(identity, job.identity) ? job.sha256 : null
      const hashing = sha256Before === null
      const send = () => {
        const body = createFileBody({ handle, lengthBytes: job.facts.sizeBytes, pool, onProgress, hashing })
        latest.body = body
        return via({ facts: job.facts, body, fields: job.fields }, signal)
      }
      const asset = await onFreshConnection(send, signal)
      const after = identityOf(await handle.stat({ bigint: true }))
      const sha256 = latest.body?.isHandedOver() ? (sha256Before ?? latest.body.sha256()) : null
      // The provider holds a mixture of the old file and the new: no ID of it may pass for this file's.
      if (!isSameFile(after, job.identity) || sha256 === null)
        throw new WharfError(failure('file-changed', 'unknown'))
      return { ok: true, asset, sha256 }
    } finally {
      await handle.close()
    }
  } catch (error) {
    const isHandedOver = latest.body?.isHandedOver() ?? false
    return { ok: false, failure: ofWholeFile(failureOf(error, signal), isHandedOver), isHandedOver }
  }
}

/** A body that the file cut short is shorter than it was announced to be, so it cannot have become an asset. */
function ofWholeFile(reason: Failure, isHandedOver: boolean): Failure {
  return reason.code.startsWith('file-') && !isHandedOver ? { ...reason, delivery: 'not-sent' } : reason
}

function differenceOf(now: FileIdentity, before: FileIdentity) {
  return isSameNode(now, before) ? 'file-changed' : 'file-replaced'
}

function failureOf(error: unknown, signal: AbortSignal): Failure {
  if (error instanceof WharfError) return error.failure
  // The gate rejects with the signal's own reason while nothing was sent yet.
  return signal.aborted ? failure('cancelled', 'not-sent') : failure('internal', 'unknown')
}
