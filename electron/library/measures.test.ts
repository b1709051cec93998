// Shows that what was measured fills in what nobody told, and never more than that.
import { expect, test } from 'vitest'
import { measureSchema } from '../../shared/model/measure.ts'
import { sampleAsset } from '../../shared/model/sample-asset.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { toLibraryItem } from './library-item.ts'
import { createMeasures, withMeasure } from './measures.ts'
import { ACCOUNT } from './sample-entry.testkit.ts'

const NO_SIZE = { width: null, height: null }

async function measuredAsset(told: { width: number | null; height: number | null } = NO_SIZE) {
  const measures = createMeasures((await temporaryDatabase()).database)
  const asset = sampleAsset('asset_1', told)
  const item = toLibraryItem({
    accountId: ACCOUNT,
    providerId: 'konpro',
    asset,
    from: 'provider',
    entry: null,
  })
  return { measures, shown: () => withMeasure(item, measures) }
}

test('nothing is known until it was measured, then each part stays', async () => {
  const { measures, shown } = await measuredAsset()
  expect(shown()).toMatchObject({ ...NO_SIZE, durationMs: null })
  measures.note(ACCOUNT, 'asset_1', { width: 192, height: 108, durationMs: null })
  measures.note(ACCOUNT, 'asset_1', { ...NO_SIZE, durationMs: 3000 })
  expect(shown()).toMatchObject({ width: 192, height: 108, durationMs: 3000 })
})

test('what the provider says goes first', async () => {
  const { measures, shown } = await measuredAsset({ width: 1, height: 2 })
  measures.note(ACCOUNT, 'asset_1', { width: 192, height: 108, durationMs: 3000 })
  expect(shown()).toMatchObject({ width: 1, height: 2, durationMs: 3000 })
})

test.each([
  [{ width: 1, height: null, durationMs: null }],
  [{ width: 0, height: 1, durationMs: null }],
  [{ width: 1.5, height: 1, durationMs: null }],
  [{ width: 2e6, height: 1, durationMs: null }],
  [{ ...NO_SIZE, durationMs: Infinity }],
  [{ ...NO_SIZE, durationMs: -1 }],
  [{ ...NO_SIZE, durationMs: 1, more: 1 }],
])('%j is no measure', (measure) => {
  expect(measureSchema.safeParse(measure).success).toBe(false)
})
