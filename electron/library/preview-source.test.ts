// Shows where the picture of an asset comes from, and when there is none.
import { appendFile, rm } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { sampleAsset } from '../../shared/model/sample-asset.testkit.ts'
import { inspect } from '../files/inspect.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { assetPreview, filePreview } from './preview-source.ts'
import { createRecord } from './record.ts'
import { ACCOUNT, sampleEntry } from './sample-entry.testkit.ts'
import { createSeenUrls } from './seen-urls.ts'

const ORIGIN = 'https://own.host'
const servedAt = (url: string) => ({
  kind: 'url',
  address: { url, trustedOrigin: ORIGIN, mimeType: 'image/png' },
})

async function uploaded(url: string | null = null) {
  const record = createRecord((await temporaryDatabase()).database)
  const { path } = await sampleFile(samplePng(), { name: 'a.png' })
  const found = await inspect(path)
  if (!found.ok) throw new Error('Not found')
  const asset = sampleAsset('asset_1', { url })
  record.add(sampleEntry('asset_1', 'a.png', { asset, sourcePath: path, sourceIdentity: found.identity }))
  const seenUrls = createSeenUrls()
  return {
    path,
    seenUrls,
    preview: () => assetPreview(ACCOUNT, 'asset_1', { record, seenUrls, originOf: () => ORIGIN }),
  }
}

test('the local file while it is the one that was uploaded', async () => {
  const { path, preview } = await uploaded('https://host/old')
  expect(await preview()).toEqual({ kind: 'file', path, mimeType: 'image/png' })
})

test('a changed or missing file is not shown: the provider’s copy is, if it has one', async () => {
  const { path, preview, seenUrls } = await uploaded()
  await appendFile(path, 'more')
  expect(await preview()).toEqual({ kind: 'nothing' })
  seenUrls.remember(ACCOUNT, 'asset_1', 'https://host/a')
  expect(await preview()).toEqual(servedAt('https://host/a'))
  await rm(path)
  expect(await preview()).toEqual(servedAt('https://host/a'))
})

test('an address seen lately goes before the one from the upload, which may have expired', async () => {
  const { path, preview, seenUrls } = await uploaded('https://host/old')
  await rm(path)
  expect(await preview()).toEqual(servedAt('https://host/old'))
  seenUrls.remember(ACCOUNT, 'asset_1', 'https://host/new')
  expect(await preview()).toEqual(servedAt('https://host/new'))
})

test.each([
  ['image/png', true],
  ['video/mp4', true],
  ['audio/mpeg', true],
  ['image/svg+xml', false],
  ['text/html', false],
  ['application/pdf', false],
  [null, false],
])('%s may be shown: %s', (mimeType, isShown) => {
  expect(filePreview('/a', mimeType) !== null).toBe(isShown)
})

test('only so many addresses are remembered, the oldest go first', () => {
  const seenUrls = createSeenUrls()
  for (let index = 0; index <= 50_000; index += 1)
    seenUrls.remember(ACCOUNT, `asset_${index}`, 'https://host/a')
  expect(seenUrls.find(ACCOUNT, 'asset_0')).toBeNull()
  expect(seenUrls.find(ACCOUNT, 'asset_1')).toBe('https://host/a')
  seenUrls.remember(ACCOUNT, 'asset_1', null)
  expect(seenUrls.find(ACCOUNT, 'asset_1')).toBe('https://host/a')
})
