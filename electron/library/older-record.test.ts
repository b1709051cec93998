// Shows that what an older Wharf recorded is read by this one.
import { expect, it } from 'vitest'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { ACCOUNT } from './library.testkit.ts'
import { createRecord } from './record.ts'

it('an asset of version 1, which knew of no readiness', async () => {
  const { database } = await temporaryDatabase()
  const asset = {
    primaryId: 'asset_1',
    values: [],
    kind: 'image',
    name: null,
    createdAtMs: null,
    sizeBytes: null,
    width: 640,
    height: 480,
    containerId: null,
    url: null,
  }
  const identity = { device: '1', inode: '2', sizeBytes: '3', modifiedAtNs: '4' }
  database
    .prepare(
      `INSERT INTO assets (id, account_id, provider_id, primary_id, asset, kind, file_name, size_bytes, sha256, mime_type,
         source_path, source_identity, uploaded_at_ms) VALUES (1, ?, 'konpro', 'asset_1', ?, 'image', 'a.png', 3, 'ab', NULL, '/a.png', ?, 5)`,
    )
    .run(ACCOUNT, JSON.stringify(asset), JSON.stringify(identity))
  expect(createRecord(database).find(ACCOUNT, 'asset_1')?.asset).toEqual({
    ...asset,
    readiness: null,
    readinessNote: null,
    expiresAtMs: null,
  })
})
