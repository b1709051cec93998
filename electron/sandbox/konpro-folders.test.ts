// Holds the imitation of KonPro's folders to its published pages.
import { expect, it } from 'vitest'
import { ask } from './http-client.testkit.ts'
import { samplePng } from './sample-files.testkit.ts'
import { testSandbox } from './sandbox.testkit.ts'
import type { Sandbox } from './start-sandbox.ts'

type Page = {
  readonly folders: readonly { readonly id: string; readonly name: string }[]
  readonly token: string | null
  readonly has_more: boolean
}

async function folders(sandbox: Sandbox, query: Readonly<Record<string, string>> = {}): Promise<Page> {
  const search = new URLSearchParams(query).toString()
  return JSON.parse((await ask(`${sandbox.originOf('konpro')}/v1/folders?${search}`)).text) as Page
}

const namesIn = ({ folders }: Page) => folders.map(({ name }) => name)

it('shows the documented fields', async () => {
  const [first] = (await folders(await testSandbox())).folders
  expect(first).toEqual({
    id: 'folder_product_shots',
    name: 'Product shots',
    parent_id: '',
    created_at: '2026-01-05T09:00:00Z',
    updated_at: '2026-01-05T09:00:00Z',
    is_trash: false,
  })
})

it('comes page after page', async () => {
  const sandbox = await testSandbox()
  const first = await folders(sandbox, { limit: '2' })
  expect(first).toMatchObject({ token: expect.any(String) as string, has_more: true })
  const last = await folders(sandbox, { limit: '2', token: first.token ?? '' })
  expect(last).toMatchObject({ token: null, has_more: false })
  expect([...namesIn(first), ...namesIn(last)]).toEqual(['Product shots', 'Studio', 'Takes & échos'])
})

it.each([
  [{ name_filter: 'SHOTS' }, ['Product shots']],
  [{ name_filter: 'nothing' }, []],
  [{ parent_id: 'folder_studio' }, ['Takes & échos']],
  [{ parent_id: '' }, ['Product shots', 'Studio']],
  [{ is_trash: 'true' }, ['Old shots']],
])('filters by %j', async (query, names) => {
  expect(namesIn(await folders(await testSandbox(), query))).toEqual(names)
})

it('contradicts itself like the published sample when a test wants it so', async () => {
  const sandbox = await testSandbox()
  sandbox.faults.add({ provider: 'konpro' }, { kind: 'token-on-last-page' })
  expect(await folders(sandbox)).toMatchObject({ token: expect.any(String) as string, has_more: false })
  expect(await folders(sandbox)).toMatchObject({ token: null, has_more: false })
})

it.each([
  ['limit', '0'],
  ['limit', '101'],
  ['token', 'next_page_token_abc123'],
])('%s=%s is a 400 that names the field', async (field, value) => {
  const sandbox = await testSandbox()
  const { status, json } = await ask(`${sandbox.originOf('konpro')}/v1/folders?${field}=${value}`)
  expect(status).toBe(400)
  expect(json).toMatchObject({ error: { code: 'INVALID_REQUEST', details: { field } } })
})

it('filters the assets, of which a test may file some', async () => {
  const sandbox = await testSandbox()
  const base = `${sandbox.originOf('konpro')}/v1/asset`
  const headers = { 'content-type': 'image/png' }
  sandbox.faults.add({ method: 'POST' }, { kind: 'filed', containerId: 'folder_studio' })
  const filed = await ask(base, { method: 'POST', headers, body: samplePng() })
  await ask(base, { method: 'POST', headers, body: samplePng() })
  expect(filed.json).toMatchObject({ folder_id: 'folder_studio' })
  const inFolder = await ask(`${base}/list?folder_id=folder_studio`)
  expect(inFolder.json['assets']).toMatchObject([{ id: filed.json['id'], folder_id: 'folder_studio' }])
  expect((await ask(`${base}/list?folder_id=`)).json['assets']).toHaveLength(1)
  expect((await ask(`${base}/list`)).json['assets']).toHaveLength(2)
})
