// Shows what 1min.ai's adapter sends, and that the text which comes back with a text file is no obstacle.
import { expect, it } from 'vitest'
import { createBench, samplePictureOf } from '../contract-bench.testkit.ts'
import { oneminProvider } from './adapter.ts'

const bench = createBench(oneminProvider, samplePictureOf)
const upload = async (bytes: Buffer, mimeType: string | null, name: string) => {
  const facts = { name, mimeType, sizeBytes: bytes.byteLength, modifiedAtMs: 0 }
  return oneminProvider.adapter.upload(bench.contextWith(), await bench.requestFor({ bytes, facts }))
}

it('sends the file as the one part of a form, under its own name and type', async () => {
  const asset = await upload(Buffer.from('GIF89a'), 'image/gif', 'wave.gif')
  const [entry] = bench.requestsBy('POST')
  expect(entry).toMatchObject({ path: '/onemin/api/assets', status: 200 })
  expect(entry?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
  expect(asset).toMatchObject({ name: 'wave.gif', kind: 'image' })
})

it('sends a file of no known type as one', async () => {
  expect(await upload(Buffer.from('?'), null, 'mystery')).toMatchObject({ kind: 'other', name: 'mystery' })
})

it('takes a text of several MiB, although all of it comes back escaped', async () => {
  const text = Buffer.from('"quoted"\n'.repeat(400_000))
  expect(await upload(text, 'text/csv', 'table.csv')).toMatchObject({ sizeBytes: text.byteLength })
})

it('adds nothing to the fields, whatever it is given', async () => {
  const request = await bench.requestFor(samplePictureOf(100), { name: 'x', groupId: 'y' })
  await expect(oneminProvider.adapter.upload(bench.contextWith(), request)).resolves.toBeTruthy()
})
