// Holds the imitation of KonPro's list to its published page, over many pages.
import { expect, test } from 'vitest'
import { ask } from './http-client.testkit.ts'
import { sampleMp3, sampleMp4, samplePng } from './sample-files.testkit.ts'
import { testSandbox } from './sandbox.testkit.ts'
import type { Sandbox } from './start-sandbox.ts'

type Page = {
  readonly assets: readonly Readonly<Record<string, unknown>>[]
  readonly token: string | null
  readonly has_more: boolean
}

async function list(sandbox: Sandbox, query: Readonly<Record<string, string>> = {}): Promise<Page> {
  const url = `${sandbox.originOf('konpro')}/v1/asset/list?${new URLSearchParams(query).toString()}`
  return JSON.parse((await ask(url)).text) as Page
}

async function upload(sandbox: Sandbox, body: Buffer = samplePng(), type = 'image/png'): Promise<string> {
  const url = `${sandbox.originOf('konpro')}/v1/asset`
  return String((await ask(url, { method: 'POST', headers: { 'content-type': type }, body })).json['id'])
}

test('an item has the documented fields, no more; its url serves the file without a key', async () => {
  const sandbox = await testSandbox({ now: () => 1_640_995_200_999 })
  const id = await upload(sandbox)
  const page = await list(sandbox)
  const url = `${sandbox.origin}/media/konpro/${id}`
  const item = { id, name: id, file_type: 'image', folder_id: '', created_ts: 1_640_995_200, url }
  expect(page).toEqual({ assets: [item], token: null, has_more: false })
  expect((await ask(url, { key: null })).bytes).toEqual(samplePng())
})

test('an empty library is one empty, last page', async () => {
  expect(await list(await testSandbox())).toEqual({ assets: [], token: null, has_more: false })
})

test('250 assets come page after page, each once, although more arrive in between', async () => {
  const sandbox = await testSandbox()
  const uploaded: string[] = []
  for (let count = 0; count < 250; count += 1) uploaded.push(await upload(sandbox))
  const seen: unknown[] = []
  const sizes: number[] = []
  let token: string | null = ''
  while (token !== null) {
    const page: Page = await list(sandbox, { limit: '100', token })
    seen.push(...page.assets.map((asset) => asset['id']))
    sizes.push(page.assets.length)
    expect(page.has_more).toBe(page.token !== null)
    token = page.token
    await upload(sandbox)
    await upload(sandbox)
  }
  expect(sizes).toEqual([100, 100, 50])
  expect(seen).toEqual(uploaded.toReversed())
})

test('a full last page knows that it is the last', async () => {
  const sandbox = await testSandbox()
  for (let count = 0; count < 40; count += 1) await upload(sandbox)
  const first = await list(sandbox)
  expect(first.assets).toHaveLength(20)
  expect(first.has_more).toBe(true)
  const last = await list(sandbox, { token: first.token ?? '' })
  expect(last.assets).toHaveLength(20)
  expect(last).toMatchObject({ token: null, has_more: false })
})

test('filters by type over pages; by folder, of which only the root has files', async () => {
  const sandbox = await testSandbox()
  const films: string[] = []
  for (let count = 0; count < 3; count += 1) {
    films.push(await upload(sandbox, sampleMp4(), 'video/mp4'))
    await upload(sandbox)
    await upload(sandbox, sampleMp3, 'audio/mpeg')
  }
  const first = await list(sandbox, { file_type: 'video', limit: '2' })
  const second = await list(sandbox, { file_type: 'video', limit: '2', token: first.token ?? '' })
  const found = [...first.assets, ...second.assets]
  expect(found.map((asset) => asset['id'])).toEqual(films.toReversed())
  expect(found.every((asset) => asset['file_type'] === 'video')).toBe(true)
  expect(second.token).toBeNull()
  expect((await list(sandbox, { file_type: 'audio' })).assets).toHaveLength(3)
  expect((await list(sandbox, { folder_id: '' })).assets).toHaveLength(9)
  expect((await list(sandbox, { folder_id: 'folder_789' })).assets).toEqual([])
})

test.each([
  ['limit', '0'],
  ['limit', '101'],
  ['limit', 'ten'],
  ['limit', ''],
  ['limit', '1.5'],
  ['file_type', 'document'],
  ['token', 'next_page_token_abc123'],
  ['token', Buffer.from('before:7').toString('base64')],
])('%s=%s is a 400 that names the field', async (field, value) => {
  const sandbox = await testSandbox()
  const query = new URLSearchParams({ [field]: value }).toString()
  const { status, json } = await ask(`${sandbox.originOf('konpro')}/v1/asset/list?${query}`)
  expect(status).toBe(400)
  expect(json).toMatchObject({ error: { code: 'INVALID_REQUEST', details: { field } } })
})
