// Shows what the library says of an asset when provider and record know different things.
import { expect, test } from 'vitest'
import { sampleAsset } from '../../shared/model/sample-asset.testkit.ts'
import { previewUrl, toLibraryItem } from './library-item.ts'
import { ACCOUNT, sampleEntry } from './sample-entry.testkit.ts'

const value = (name: string, text: string) => ({ name, label: name, value: text, note: null })
const item = (parts: Pick<Parameters<typeof toLibraryItem>[0], 'asset' | 'entry'>) =>
  toLibraryItem({ accountId: ACCOUNT, providerId: 'konpro', from: 'provider', ...parts })

test('what only the upload’s answer held is kept beside what the list says now', () => {
  const uploaded = sampleAsset('asset_1', {
    values: [value('id', 'asset_1'), value('image_key', 'img_1'), value('folder_id', 'old')],
    width: 640,
    height: 480,
  })
  const listed = sampleAsset('asset_1', {
    values: [value('id', 'asset_1'), value('folder_id', 'new')],
    name: 'asset_1',
    createdAtMs: 5,
    url: 'https://host/a?sig=1',
  })
  const shown = item({ asset: listed, entry: sampleEntry('asset_1', 'mine.png', { asset: uploaded }) })
  expect(shown.values.map(({ name, value: text }) => [name, text])).toEqual([
    ['id', 'asset_1'],
    ['folder_id', 'new'],
    ['image_key', 'img_1'],
  ])
  expect(shown).toMatchObject({ name: 'mine.png', width: 640, height: 480, createdAtMs: 5, sizeBytes: 1000 })
  expect(JSON.stringify(shown)).not.toContain('sig=1')
})

test('an asset from elsewhere: the provider’s name, unless that is only its ID', () => {
  const base = { entry: null }
  expect(item({ ...base, asset: sampleAsset('asset_1', { name: 'asset_1' }) }).name).toBeNull()
  expect(item({ ...base, asset: sampleAsset('asset_1', { name: 'cat.png' }) })).toMatchObject({
    name: 'cat.png',
    uploadedAtMs: null,
    sha256: null,
    previewUrl: null,
  })
})

test('an asset without a time of its own is as old as its upload', () => {
  const entry = sampleEntry('asset_1', 'a.png')
  expect(item({ asset: entry.asset, entry }).createdAtMs).toBe(entry.uploadedAtMs)
})

test('an address survives any ID', () => {
  const url = new URL(previewUrl('asset', 'account', 'a/b?c#d é'))
  expect(url.host).toBe('asset')
  expect(url.pathname.slice(1).split('/').map(decodeURIComponent)).toEqual(['account', 'a/b?c#d é'])
})
