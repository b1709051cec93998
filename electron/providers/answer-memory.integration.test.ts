// Shows that no answer, however large, takes memory: it is cut off, or never unpacked.
import { expect, it } from 'vitest'
import { createBench, failureOf, samplePictureOf } from './contract-bench.testkit.ts'
import { konproProvider } from './konpro/adapter.ts'
import type { Fault } from '../sandbox/faults.ts'

const bench = createBench(konproProvider, samplePictureOf)
const MOST_GROWTH_BYTES = 20 * 1024 * 1024

/** The sandbox included, which runs in this process. */
const usedBytes = () => {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

it.each<[string, Fault, string]>([
  ['a GB of JSON', { kind: 'oversized-answer', sizeBytes: 1e9 }, 'answer-too-large'],
  ['a GB of JSON as gzip', { kind: 'compressed-answer', sizeBytes: 1e9 }, 'answer-'],
])('%s is not taken in', async (_, fault, code) => {
  await bench.upload(1000)
  const before = usedBytes()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, usedBytes())), 5)
  bench.misbehave(fault)
  const failure = await failureOf(bench.upload(1000))
  clearInterval(watch)
  expect(failure).toMatchObject({ code: expect.stringContaining(code) as string, delivery: 'unknown' })
  expect(most - before).toBeLessThan(MOST_GROWTH_BYTES)
})
