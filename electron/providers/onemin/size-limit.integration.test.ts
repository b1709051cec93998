// Shows both sides of "50 MB", however 1min.ai may read it: what Wharf says before, what comes of it.
import { expect, it } from 'vitest'
import { preflight } from '../../../shared/preflight.ts'
import { onemin } from '../../../shared/providers/onemin.ts'
import type { Fault } from '../../sandbox/faults.ts'
import { createBench, failureOf, samplePictureOf } from '../contract-bench.testkit.ts'
import { oneminProvider } from './adapter.ts'

const MB = 50_000_000
const MIB = 50 * 1024 * 1024
const bench = createBench(oneminProvider, samplePictureOf)

const verdictOn = (sizeBytes: number) =>
  preflight({ name: 'a.png', mimeType: 'image/png', modifiedAtMs: 0, sizeBytes }, onemin).map(
    ({ problem, enforce }) => [enforce, problem.code === 'size' ? problem.maxBytes : problem.code],
  )

it.each<[number, unknown]>([
  [MB - 1, []],
  [MB, []],
  [MB + 1, [['warn', MB]]],
  [MIB - 1, [['warn', MB]]],
  [MIB, [['warn', MB]]],
  [MIB + 1, [['block', MIB]]],
])('of %i bytes Wharf says before any request: %j', (sizeBytes, said) => {
  expect(verdictOn(sizeBytes)).toEqual(said)
})

const stated: Fault = { kind: 'late-listing' }
const limit = (maxBytes: number, counts: 'file' | 'body'): Fault => ({ kind: 'size-limit', maxBytes, counts })
/** A form with one part, its name and type. */
const MOST_FRAMING = 1000

it.each<[string, Fault, number, boolean]>([
  ['MiB of the file', stated, MIB, true],
  ['MiB of the file', stated, MIB + 1, false],
  ['MB of the file', limit(MB, 'file'), MB, true],
  ['MB of the file', limit(MB, 'file'), MB + 1, false],
  ['MiB of the whole body', limit(MIB, 'body'), MIB - MOST_FRAMING, true],
  ['MiB of the whole body', limit(MIB, 'body'), MIB, false],
  ['MB of the whole body', limit(MB, 'body'), MB - MOST_FRAMING, true],
  ['MB of the whole body', limit(MB, 'body'), MB, false],
])('where 1min.ai means %s (%j), %i bytes are taken: %s', async (_, meaning, sizeBytes, isTaken) => {
  bench.misbehave(meaning)
  const uploading = bench.upload(sizeBytes)
  if (isTaken) expect(await uploading).toMatchObject({ sizeBytes })
  else
    expect(await failureOf(uploading)).toMatchObject({
      code: 'too-large',
      delivery: 'refused',
      httpStatus: 413,
    })
})
