// Shows that a manifest may accept whole families of types, beside exact ones.
import { expect, it } from 'vitest'
import { preflight } from './preflight.ts'
import { indream } from './providers/indream.ts'
import { konpro } from './providers/konpro.ts'
import type { ProviderManifest } from './providers/manifest.ts'

const verdicts = (manifest: ProviderManifest, mimeType: string | null) =>
  preflight({ name: 'a', sizeBytes: 10, modifiedAtMs: 0, mimeType }, manifest).map(
    ({ problem, enforce }) => `${problem.code} ${enforce}`,
  )

it.each([
  ['image/png', []],
  ['image/svg+xml', []],
  ['video/x-matroska', []],
  ['audio/ogg', []],
  ['application/pdf', ['type warn']],
  ['imagery/png', ['type warn']],
  ['image', ['type warn']],
  [null, ['type warn']],
])('a family takes all of its own: %s', (mimeType, expected) => {
  expect(verdicts(indream, mimeType)).toEqual(expected)
})

it.each([
  ['image/png', []],
  ['image/gif', ['type block']],
  ['image/*', ['type block']],
  [null, ['type block']],
])('an exact type takes only itself: %s', (mimeType, expected) => {
  expect(verdicts(konpro, mimeType)).toEqual(expected)
})
