// Shows that asking about one asset, or deleting it, leaves provider with record in agreement.
import { describe, expect, it } from 'vitest'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import { sampleAsset } from '../../shared/model/sample-asset.testkit.ts'
import { ACCOUNT, testLibrary } from './library.testkit.ts'
import { mergeAsset } from './merge-asset.ts'
import { WHOLE_RECORD } from './record-page.ts'
import { refreshAsset } from './refresh-asset.ts'
import { removeAsset } from './remove-asset.ts'

describe('refreshAsset', () => {
  it('records what the provider says now, beside what only the upload told', async () => {
    const { source, known, upload, containers } = await testLibrary('indream')
    const [projectId = ''] = await containers()
    const { primaryId } = await upload('épée.png', { projectId })
    const entry = known.record.find(ACCOUNT, primaryId)
    if (!entry) throw new Error('It was not recorded')
    const old = { ...entry.asset, width: 1, url: null, values: entry.asset.values.slice(0, 1) }
    known.record.update(ACCOUNT, {
      ...old,
      values: [...old.values, { name: 'secret', label: 'Told once', value: 's', note: null }],
    })
    const item = await refreshAsset(ACCOUNT, primaryId, source, known)
    expect(item).toMatchObject({ name: 'épée.png', width: 640 })
    expect(item.values.map(({ name }) => name)).toEqual(['assetId', 'fileKey', 'fileUrl', 'secret'])
    const asset = known.record.find(ACCOUNT, primaryId)?.asset
    expect(asset).toMatchObject({ width: 640, containerId: projectId, values: item.values })
    expect(known.seenUrls.find(ACCOUNT, primaryId)).toBe(asset?.url)
  })

  it('shows an asset that came from elsewhere without recording it', async () => {
    const { source, known, upload } = await testLibrary('indream')
    const { primaryId } = await upload('a.png')
    known.record.remove(ACCOUNT, primaryId)
    expect(await refreshAsset(ACCOUNT, primaryId, source, known)).toMatchObject({
      primaryId,
      uploadedAtMs: null,
    })
    expect(known.record.count()).toBe(0)
  })

  it('leaves the record alone when the asset is not there', async () => {
    const { source, known, upload } = await testLibrary('indream')
    const { primaryId } = await upload('a.png')
    await source.call(({ adapter }, context) => adapter.remove?.(context, primaryId) ?? Promise.resolve())
    await expect(refreshAsset(ACCOUNT, primaryId, source, known)).rejects.toMatchObject({
      failure: { code: 'not-found' },
    })
    expect(known.record.count()).toBe(1)
  })

  it('is refused where a provider knows no such request', async () => {
    const { source, known, upload, sandbox } = await testLibrary('konpro')
    const { primaryId } = await upload('a.png')
    await expect(refreshAsset(ACCOUNT, primaryId, source, known)).rejects.toMatchObject({
      failure: { code: 'input-invalid', delivery: 'not-sent' },
    })
    expect(sandbox.ledger.entries()).toHaveLength(1)
  })
})

describe('removeAsset', () => {
  it.each(['konpro', 'indream'] as const)('takes it from %s, then from the record', async (providerId) => {
    const { source, known, upload } = await testLibrary(providerId)
    const gone = await upload('gone.png')
    const kept = await upload('kept.png')
    await removeAsset(ACCOUNT, gone.primaryId, source, known.record)
    expect(known.record.find(ACCOUNT, gone.primaryId)).toBeNull()
    expect(known.record.find(ACCOUNT, kept.primaryId)).not.toBeNull()
    const found = known.record.page({ ...WHOLE_RECORD, search: 'gone', limit: 9 })
    expect(found.entries).toEqual([])
  })

  it.each(['konpro', 'indream'] as const)('forgets what %s no longer has', async (providerId) => {
    const { source, known, upload } = await testLibrary(providerId)
    const { primaryId } = await upload('a.png')
    await source.call(({ adapter }, context) => adapter.remove?.(context, primaryId) ?? Promise.resolve())
    await removeAsset(ACCOUNT, primaryId, source, known.record)
    expect(known.record.count()).toBe(0)
  })

  it('does not believe a 404 that is not the provider’s own', async () => {
    const { source, known, upload, sandbox } = await testLibrary('konpro')
    const { primaryId } = await upload('a.png')
    sandbox.faults.add({ method: 'DELETE' }, { kind: 'answer', status: 404, body: '<h1>No such page</h1>' })
    const removal = removeAsset(ACCOUNT, primaryId, source, known.record)
    await expect(removal).rejects.toMatchObject({ failure: { code: 'not-found' } })
    expect(known.record.count()).toBe(1)
  })

  it('says that the record could not forget it; a later try does', async () => {
    const { source, known, upload, database } = await testLibrary('konpro')
    const { primaryId } = await upload('a.png')
    const remove = () => removeAsset(ACCOUNT, primaryId, source, known.record)
    database.exec('PRAGMA query_only = ON')
    await expect(remove()).rejects.toMatchObject({
      failure: { code: 'record-unwritable', delivery: 'unknown' },
    })
    expect(known.record.count()).toBe(1)
    database.exec('PRAGMA query_only = OFF')
    await remove()
    expect(known.record.count()).toBe(0)
  })

  it('records it still when the provider keeps it, or may have kept it', async () => {
    const { source, known, upload, sandbox } = await testLibrary('indream')
    const { primaryId } = await upload('referenced.png')
    const remove = () => removeAsset(ACCOUNT, primaryId, source, known.record)
    await expect(remove()).rejects.toMatchObject({ failure: { code: 'asset-in-use' } })
    sandbox.faults.add({ method: 'DELETE' }, { kind: 'commit-then-drop' })
    await expect(remove()).rejects.toMatchObject({ failure: { delivery: 'unknown' } })
    expect(known.record.count()).toBe(1)
  })
})

describe('mergeAsset', () => {
  const asset = (id: string, change: Partial<RemoteAsset> = {}) =>
    sampleAsset(id, { kind: 'other', ...change })

  it('keeps the ID by which the asset is known', () => {
    const merged = mergeAsset(asset('new-form'), asset('old-form'))
    expect(merged.primaryId).toBe('old-form')
    expect(merged.values.map(({ value }) => value)).toEqual(['old-form'])
  })

  it('takes the state of an asset from the new answer alone', () => {
    const failed = asset('a', { readiness: 'failed', readinessNote: 'too dark', expiresAtMs: 5 })
    const merged = mergeAsset(asset('a', { readiness: 'ready' }), failed)
    expect(merged).toMatchObject({ readiness: 'ready', readinessNote: null, expiresAtMs: null })
  })

  it('fills what the new answer leaves open', () => {
    const known = asset('a', {
      kind: 'video',
      name: 'a.mp4',
      sizeBytes: 5,
      containerId: 'g',
      url: 'https://x',
    })
    expect(mergeAsset(asset('a', { width: 7 }), known)).toEqual({ ...known, width: 7 })
    expect(mergeAsset(asset('a', { kind: 'audio' }), known).kind).toBe('audio')
  })
})
