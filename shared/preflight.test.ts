// Shows what a manifest has against a file, be its types exact or whole families.
import { expect, it } from 'vitest'
import { preflight } from './preflight.ts'
import { indream } from './providers/indream.ts'
import { konpro } from './providers/konpro.ts'
import type { ProviderManifest } from './providers/manifest.ts'

const limited: ProviderManifest = {
  ...konpro,
  limits: {
    ...konpro.limits,
    maxFileBytes: { value: 1000, enforce: 'block' },
    types: { accepted: ['image/png'], enforce: 'warn' },
    emptyFiles: 'accepted',
  },
}

const verdicts = (manifest: ProviderManifest, mimeType: string | null, sizeBytes = 10) =>
  preflight({ name: 'a', sizeBytes, modifiedAtMs: 0, mimeType }, manifest).map(
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
])('takes families of types: %s', (mimeType, expected) => {
  expect(verdicts(indream, mimeType)).toEqual(expected)
})

it.each([
  ['image/png', []],
  ['image/gif', ['type block']],
  ['image/*', ['type block']],
  [null, ['type block']],
])('takes exact types: %s', (mimeType, expected) => {
  expect(verdicts(konpro, mimeType)).toEqual(expected)
})

it('says nothing of the type where any is taken', () => {
  expect(verdicts({ ...limited, limits: { ...limited.limits, types: null } }, null)).toEqual([])
})

it('holds size against a file beside its type, from the first byte too many', () => {
  expect(verdicts(limited, 'image/png', 1000)).toEqual([])
  expect(verdicts(limited, 'image/gif', 1001)).toEqual(['type warn', 'size block'])
})

it('calls an empty file empty, not of a wrong type, unless it is taken', () => {
  expect(verdicts(konpro, null, 0)).toEqual(['empty block'])
  expect(verdicts(limited, 'image/png', 0)).toEqual([])
})
