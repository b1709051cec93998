// Shows what each limit of a manifest has against a file.
import { expect, test } from 'vitest'
import type { FileFacts } from './model/file-facts.ts'
import { mediaKindOf } from './model/file-facts.ts'
import { preflight } from './preflight.ts'
import { manifestOf, PROVIDER_IDS } from './providers/index.ts'
import { providerIdSchema } from './providers/provider-id.ts'
import { konpro } from './providers/konpro.ts'
import type { ProviderManifest } from './providers/manifest.ts'

const MAX_BYTES = 50_000_000
const accepted = ['image/png']

type Limits = Partial<ProviderManifest['limits']>
const manifest = (limits: Limits): ProviderManifest => ({
  ...konpro,
  limits: { ...konpro.limits, ...limits },
})
const facts = (sizeBytes: number, mimeType: string | null = 'image/png'): FileFacts => ({
  name: 'a',
  sizeBytes,
  modifiedAtMs: 0,
  mimeType,
})

const strict = manifest({
  types: { accepted, enforce: 'block' },
  maxFileBytes: { warnAbove: null, blockAbove: MAX_BYTES },
})
const lax = manifest({
  types: { accepted, enforce: 'warn' },
  maxFileBytes: { warnAbove: MAX_BYTES, blockAbove: null },
  emptyFiles: 'accepted',
})
const unlimited = manifest({ types: null, maxFileBytes: null, emptyFiles: 'accepted' })

test.each<[string, FileFacts, ProviderManifest, [string, string][]]>([
  ['fine', facts(1), strict, []],
  ['exactly the most', facts(MAX_BYTES), strict, []],
  ['one byte more', facts(MAX_BYTES + 1), strict, [['size', 'block']]],
  ['50 MiB where 50 MB are allowed', facts(50 * 1024 * 1024), strict, [['size', 'block']]],
  ['empty', facts(0), strict, [['empty', 'block']]],
  [
    'empty, and of the wrong type: one reason is enough',
    facts(0, 'text/plain'),
    strict,
    [['empty', 'block']],
  ],
  ['empty where that is allowed', facts(0), lax, []],
  ['wrong type', facts(1, 'text/plain'), strict, [['type', 'block']]],
  ['unknown type', facts(1, null), strict, [['type', 'block']]],
  [
    'wrong in two ways',
    facts(MAX_BYTES + 1, 'text/plain'),
    strict,
    [
      ['type', 'block'],
      ['size', 'block'],
    ],
  ],
  [
    'only a warning',
    facts(MAX_BYTES + 1, null),
    lax,
    [
      ['type', 'warn'],
      ['size', 'warn'],
    ],
  ],
  ['no limits at all', facts(2 ** 50, null), unlimited, []],
])('%s', (_, file, provider, expected) => {
  expect(preflight(file, provider).map(({ problem, enforce }) => [problem.code, enforce])).toEqual(expected)
})

test('an objection names what would be accepted', () => {
  expect(preflight(facts(1, 'text/plain'), strict)).toEqual([
    { problem: { code: 'type', mimeType: 'text/plain', accepted }, enforce: 'block' },
  ])
  expect(preflight(facts(MAX_BYTES + 1), strict)[0]?.problem).toEqual({
    code: 'size',
    sizeBytes: MAX_BYTES + 1,
    maxBytes: MAX_BYTES,
  })
})

test.each([
  ['image/png', 'image'],
  ['video/mp4', 'video'],
  ['audio/mpeg', 'audio'],
  ['application/pdf', 'other'],
  ['imagery/png', 'other'],
  [null, 'other'],
])('%s is of kind %s', (mimeType, kind) => {
  expect(mediaKindOf(mimeType)).toBe(kind)
})

test('a limit of two meanings warns above the smaller, blocks above the larger', () => {
  const twofold = manifest({ maxFileBytes: { warnAbove: 100, blockAbove: 110 } })
  const sizes = [100, 101, 110, 111]
  const said = sizes.map((sizeBytes) =>
    preflight(facts(sizeBytes), twofold).map(({ problem, enforce }) => [problem, enforce]),
  )
  expect(said).toEqual([
    [],
    [[{ code: 'size', sizeBytes: 101, maxBytes: 100 }, 'warn']],
    [[{ code: 'size', sizeBytes: 110, maxBytes: 100 }, 'warn']],
    [[{ code: 'size', sizeBytes: 111, maxBytes: 110 }, 'block']],
  ])
})

test('each manifest stands under its own ID, speaks https, and allows at least one upload', () => {
  for (const id of PROVIDER_IDS) {
    const { id: ownId, origins, limits } = manifestOf(id)
    expect(ownId).toBe(id)
    for (const origin of Object.values(origins))
      expect(new URL(origin)).toMatchObject({ protocol: 'https:', origin })
    expect(limits.parallelUploads).toBeGreaterThan(0)
    const { warnAbove = null, blockAbove = null } = limits.maxFileBytes ?? {}
    if (warnAbove !== null && blockAbove !== null) expect(warnAbove).toBeLessThan(blockAbove)
  }
  expect(providerIdSchema.safeParse('__proto__').success).toBe(false)
})
