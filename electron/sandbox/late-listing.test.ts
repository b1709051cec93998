// Shows how long an asset that is listed late stays out of sight.
import { expect, test } from 'vitest'
import type { Lateness } from './late-listing.ts'
import { ask } from './http-client.testkit.ts'
import { samplePng } from './sample-files.testkit.ts'
import { testSandbox } from './sandbox.testkit.ts'

async function lateAsset(listedAfter: Lateness) {
  const clock = { nowMs: 1_700_000_000_000 }
  const sandbox = await testSandbox({ now: () => clock.nowMs })
  sandbox.faults.add({ method: 'POST' }, { kind: 'late-listing', listedAfter })
  const upload = async () => {
    const headers = { 'content-type': 'image/png' }
    const question = { method: 'POST', headers, body: samplePng() }
    return String((await ask(`${sandbox.originOf('konpro')}/v1/asset`, question)).json['id'])
  }
  const listed = async (query = '') => {
    const { json } = await ask(`${sandbox.originOf('konpro')}/v1/asset/list${query}`)
    return (json['assets'] as readonly { readonly id: string }[]).map(({ id }) => id)
  }
  return { sandbox, clock, late: await upload(), upload, listed }
}

test('by time: not before it is over, while others are there at once', async () => {
  const { clock, late, upload, listed } = await lateAsset({ delayMs: 20_000 })
  const prompt = await upload()
  expect(await listed()).toEqual([prompt])
  clock.nowMs += 19_999
  expect(await listed()).toEqual([prompt])
  clock.nowMs += 1
  expect(await listed()).toEqual([prompt, late])
})

test('by looks: only those count that would have shown it', async () => {
  const { late, listed } = await lateAsset({ looks: 2 })
  expect(await listed('?file_type=video')).toEqual([])
  expect([await listed(), await listed()]).toEqual([[], []])
  expect(await listed()).toEqual([late])
  expect(await listed()).toEqual([late])
})

test('by both: whatever takes longer', async () => {
  const { clock, late, listed } = await lateAsset({ looks: 1, delayMs: 1000 })
  expect([await listed(), await listed()]).toEqual([[], []])
  clock.nowMs += 1000
  expect(await listed()).toEqual([late])
})

test('the ledger knows of it from the start', async () => {
  const { sandbox, late } = await lateAsset({ delayMs: 20_000 })
  expect(sandbox.ledger.committed()).toMatchObject([{ committedAssetId: late }])
})
