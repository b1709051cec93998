// Tests that a single asset changes in every view that shows it, and nowhere else.
import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { LibraryPage } from '../../shared/model/library-page.ts'
import { accountId, anItem } from '../bridge/fake-bridge.testkit.ts'
import { dropAsset, dropFromRecord, replaceAsset } from './edit-pages.ts'
import { libraryKey } from './library-key.ts'
import type { LibrarySource } from './library-source.ts'

const remote: LibrarySource = { from: 'provider', accountId: accountId('a1'), containerId: null, kind: null }
const record: LibrarySource = {
  from: 'record',
  accountId: null,
  containerId: null,
  kind: null,
  search: '',
  sinceMs: null,
  state: null,
  tag: null,
  sort: { by: 'date', direction: 'descending' },
}
const other = anItem('same', { accountId: accountId('a2') })
const same = anItem('same', { knownFrom: 'both', uploadedAtMs: 5, sha256: 'abc' })

function filled() {
  const client = new QueryClient()
  const fill = (source: LibrarySource, ...pages: LibraryPage['items'][]) =>
    client.setQueryData(libraryKey(source), {
      pages: pages.map((items) => ({ items, nextCursor: null, total: null })),
      pageParams: pages.map(() => null),
    })
  fill(remote, [anItem('first')], [same, anItem('last')])
  fill(record, [{ ...same, knownFrom: 'record' }, other])
  const items = (source: LibrarySource) =>
    client
      .getQueryData<{ pages: LibraryPage[] }>(libraryKey(source))
      ?.pages.map((page) => page.items.map(({ primaryId }) => primaryId))
  const find = (source: LibrarySource) =>
    client
      .getQueryData<{ pages: LibraryPage[] }>(libraryKey(source))
      ?.pages.flatMap((page) => page.items)
      .find((item) => item.primaryId === 'same' && item.accountId === same.accountId)
  return { client, items, find }
}

test('a fresh answer is shown wherever the asset is, which is still known from where it was', () => {
  const { client, find } = filled()
  replaceAsset(client, { ...same, readiness: 'ready', knownFrom: 'remote' })
  expect(find(remote)).toMatchObject({ readiness: 'ready', knownFrom: 'both' })
  expect(find(record)).toMatchObject({ readiness: 'ready', knownFrom: 'record' })
})

test('a deleted asset leaves every view; the same ID at another account stays', () => {
  const { client, items } = filled()
  dropAsset(client, same)
  expect(items(remote)).toEqual([['first'], ['last']])
  expect(items(record)).toEqual([['same']])
})

test('a forgotten asset leaves the record, and stays in the provider’s list without what the record added', () => {
  const { client, items, find } = filled()
  dropFromRecord(client, same)
  expect(items(record)).toEqual([['same']])
  expect(find(remote)).toMatchObject({ knownFrom: 'remote', uploadedAtMs: null, sha256: null })
})

test('a view without the asset is left untouched, so that nothing is drawn again', () => {
  const { client } = filled()
  const before = client.getQueryData(libraryKey(remote))
  dropAsset(client, other)
  expect(client.getQueryData(libraryKey(remote))).toBe(before)
})
