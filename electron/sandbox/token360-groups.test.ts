// Holds the imitation of Token360's list of groups to its published page, in both of its shapes.
import { expect, test } from 'vitest'
import { ask } from './http-client.testkit.ts'
import { testSandbox } from './sandbox.testkit.ts'
import type { Sandbox } from './start-sandbox.ts'

type Page = Readonly<Record<string, unknown>>

async function list(sandbox: Sandbox, query: string, key = 'sandbox-key'): Promise<Page> {
  const url = `${sandbox.originOf('token360')}/v1/asset-groups${query}`
  const { status, json } = await ask(url, { key: null, headers: { authorization: `Bearer ${key}` } })
  expect(status).toBe(200)
  return json['data'] as Page
}

test('groups come in the table’s shape, or in the sample’s', async () => {
  const sandbox = await testSandbox()
  expect(await list(sandbox, '')).toMatchObject({
    list: expect.arrayContaining([
      expect.objectContaining({ groupId: 'library', name: 'Library' }),
      expect.objectContaining({ groupId: 'legacy_rf_9032', assetGroupId: 9032 }),
    ]) as unknown,
    pagination: { current: 1, size: 20, total: 6 },
  })
  const records = await list(sandbox, '?size=1', 'sandbox-records')
  expect(records).toEqual({
    records: [{ groupId: 'library', name: 'Library', groupKind: 'LIBRARY' }],
    total: 6,
  })
})

test('groups come page by page, each once', async () => {
  const sandbox = await testSandbox()
  const ids: string[] = []
  for (const current of [1, 2, 3, 4]) {
    const page = await list(sandbox, `?current=${String(current)}&size=100`, 'sandbox-many-groups')
    ids.push(...(page['list'] as { groupId: string }[]).map(({ groupId }) => groupId))
  }
  expect(ids).toHaveLength(256)
  expect(new Set(ids).size).toBe(256)
})

test.each([
  ['keyword=portrait', ['vp_sandbox']],
  ['groupKind=REAL_FACE&status=active', ['legacy_rf_9032', 'legacy_rf_9033']],
  ['status=pending_validation', ['rf_sandbox']],
  ['createdBy=colleague', ['shared_sandbox']],
  ['createdBy=colleague&ownedOnly=true', []],
])('groups are filtered by %s', async (query, ids) => {
  const page = await list(await testSandbox(), `?${query}`)
  expect((page['list'] as { groupId: string }[]).map(({ groupId }) => groupId)).toEqual(ids)
})
