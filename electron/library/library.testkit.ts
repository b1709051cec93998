// Gives library tests a real record, with one account at the sandbox.
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { accountIdSchema } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { createBufferPool } from '../http/buffer-pool.ts'
import { createFileBody } from '../http/file-body.ts'
import { createSender } from '../http/send.ts'
import { providerOf } from '../providers/registry.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import type { Source } from './list-assets.ts'
import { createRecord } from './record.ts'
import { createSeenUrls } from './seen-urls.ts'

export const ACCOUNT = accountIdSchema.parse('account-1')

export async function testLibrary(providerId: ProviderId) {
  const [sandbox, { database }] = [await testSandbox(), await temporaryDatabase()]
  const { send, close } = createSender()
  onTestFinished(close)
  const provider = providerOf(providerId)
  const base = { api: sandbox.originOf(providerId), upload: sandbox.originOf(providerId) }
  const context = { base, apiKey: 'sandbox-key', send, signal: new AbortController().signal, nowMs: Date.now }
  const source: Source = { provider, call: (use) => use(provider, context) }
  const known = { record: createRecord(database), seenUrls: createSeenUrls() }

  /** Uploads a picture; it is recorded as the queue would. */
  async function upload(name: string, fields: Record<string, string> = {}): Promise<RemoteAsset> {
    const path = join(await temporaryFolder(), 'picture')
    await writeFile(path, samplePng())
    const handle = await open(path)
    onTestFinished(() => handle.close())
    const sizeBytes = samplePng().byteLength
    const facts = { name, sizeBytes, modifiedAtMs: 0, mimeType: 'image/png' }
    const body = createFileBody({ handle, lengthBytes: sizeBytes, pool: createBufferPool() })
    const asset = await provider.adapter.upload(context, { facts, body, fields })
    known.record.add({
      accountId: ACCOUNT,
      providerId,
      asset,
      facts,
      sha256: 'ab'.repeat(32),
      sourcePath: path,
      sourceIdentity: { device: '1', inode: '2', sizeBytes: '33', modifiedAtNs: '5', changedAtNs: null },
      uploadedAtMs: 1_700_000_000_000,
    })
    return asset
  }

  const containers = async () =>
    ((await provider.adapter.listContainers?.(context)) ?? []).map(({ id }) => id)

  return { sandbox, source, known, upload, containers, database }
}
