// Shows where a page of a library comes from: the account, one of its containers, or the record.
import { expect, it } from 'vitest'
import { WharfError } from '../../shared/errors.ts'
import { cursorSchema } from '../../shared/ids.ts'
import { WHOLE_RECORD } from './record-page.ts'
import { ACCOUNT, testLibrary } from './library.testkit.ts'
import { listAssets, type PageRequest } from './list-assets.ts'

const ALL: PageRequest = { accountId: ACCOUNT, containerId: null, kind: null, cursor: null }

async function indreamLibrary() {
  const library = await testLibrary('indream')
  const [first = '', second = ''] = await library.containers()
  const namesIn = async (change: Partial<PageRequest>) => {
    const page = await listAssets({ ...ALL, ...change }, library.source, library.known)
    return page.items.map(({ name }) => name)
  }
  const listRequests = () =>
    library.sandbox.ledger.entries().filter(({ path }) => path.includes('/assets')).length
  return { ...library, first, second, namesIn, listRequests }
}

it('a container has what is in it, under the names that the files have here', async () => {
  const { upload, namesIn, first, second } = await indreamLibrary()
  await upload('épée.png', { projectId: first })
  await upload('loose.png')
  expect(await namesIn({ containerId: first })).toEqual(['épée.png'])
  expect(await namesIn({ containerId: second })).toEqual([])
})

it('without a container the record is shown, bound or not; nobody is asked', async () => {
  const { upload, namesIn, first, listRequests } = await indreamLibrary()
  await upload('bound.png', { projectId: first })
  await upload('loose.png')
  expect(await namesIn({})).toEqual(['loose.png', 'bound.png'])
  expect(listRequests()).toBe(0)
})

it('a kind is filtered here where the provider does not', async () => {
  const { upload, namesIn, first } = await indreamLibrary()
  await upload('a.png', { projectId: first })
  expect(await namesIn({ containerId: first, kind: 'video' })).toEqual([])
  expect(await namesIn({ containerId: first, kind: 'image' })).toEqual(['a.png'])
})

it('a container that is gone is a failure, not an empty page', async () => {
  const { namesIn } = await indreamLibrary()
  const failing = namesIn({ containerId: '11111111-2222-4333-8444-555555555555' })
  await expect(failing).rejects.toMatchObject({ failure: { code: 'container-not-found' } })
})

it('a folder narrows down an account that can be listed whole', async () => {
  const { source, known, upload, sandbox } = await testLibrary('konpro')
  sandbox.faults.add({ method: 'POST' }, { kind: 'filed', containerId: 'folder_studio' })
  await upload('filed.png')
  await upload('loose.png')
  const page = (containerId: string | null) => listAssets({ ...ALL, containerId }, source, known)
  expect((await page('folder_studio')).items).toMatchObject([{ name: 'filed.png' }])
  expect((await page(null)).items).toHaveLength(2)
})

it('pages of the record follow each other by their own cursor', async () => {
  const { source, known, upload } = await testLibrary('indream')
  for (let count = 0; count < 3; count += 1) await upload(`${count}.png`)
  const entry = known.record.page({ ...WHOLE_RECORD, accountId: ACCOUNT, limit: 1 })
  const rest = await listAssets({ ...ALL, cursor: entry.nextCursor }, source, known)
  expect(rest.items.map(({ name }) => name)).toEqual(['1.png', '0.png'])
  const stray = listAssets({ ...ALL, cursor: cursorSchema.parse('1') }, source, known)
  await expect(stray).rejects.toMatchObject({ failure: { code: 'input-invalid' } })
})

it('a failure of the provider stays a failure', async () => {
  const { namesIn, first, sandbox } = await indreamLibrary()
  sandbox.faults.add({ method: 'GET' }, { kind: 'answer', status: 500, body: '{}' })
  await expect(namesIn({ containerId: first })).rejects.toBeInstanceOf(WharfError)
})
