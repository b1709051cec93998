// Shows what only KonPro has: folders that filter, with a list whose end contradicts itself.
import { expect, it } from 'vitest'
import { createBench, samplePictureOf } from '../contract-bench.testkit.ts'
import { konproProvider } from './adapter.ts'

const { adapter } = konproProvider
const bench = createBench(konproProvider, samplePictureOf)

const list = async (containerId: string | null) => {
  const request = { cursor: null, kind: null, containerId, limit: 100 }
  return (await adapter.listPage?.(bench.contextWith(), request))?.assets
}

it('folders end where `has_more` says so, whatever the token beside it', async () => {
  bench.misbehave({ kind: 'token-on-last-page' }, 'GET')
  const folders = await adapter.listContainers?.(bench.contextWith())
  expect(folders?.map(({ name }) => name)).toEqual(['Product shots', 'Studio', 'Takes & échos'])
  expect(bench.requestsBy('GET')).toHaveLength(1)
})

it('a folder filters the list', async () => {
  bench.misbehave({ kind: 'filed', containerId: 'folder_studio' })
  const filed = await bench.upload(100)
  const loose = await bench.upload(101)
  expect(filed.containerId).toBe('folder_studio')
  expect(await list('folder_studio')).toMatchObject([{ primaryId: filed.primaryId }])
  expect(await list('folder_product_shots')).toEqual([])
  expect((await list(null))?.map(({ primaryId }) => primaryId)).toEqual([loose.primaryId, filed.primaryId])
})

it('what was removed is listed no more', async () => {
  const { primaryId } = await bench.upload(100)
  await adapter.remove?.(bench.contextWith(), primaryId)
  expect(await list(null)).toEqual([])
})
