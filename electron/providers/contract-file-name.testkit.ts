// The contract suite's part on file names: none of them can become a header, a part or a field.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Bench, FileOf } from './contract-bench.testkit.ts'
import type { Provider } from './provider.ts'

const HOSTILE_NAMES = [
  'quote".png',
  'a"; name="groupId"; filename="b.png',
  "it's; name=x.png",
  'two\r\nlines.png',
  'a.png"\r\nRange: bytes=0-1\r\nExpect: 100-continue\r\n\r\nevil',
  'a.png"\r\n\r\nevil\r\n--boundary\r\nContent-Disposition: form-data; name="groupId"\r\n\r\nother\r\n',
  'lone\nfeed.png',
  'nul\0.png',
  '%22%0D%0A.png',
  '../../etc/passwd',
  '日本語 🌊 épée.png',
  '\uD83C half a wave.png',
  '\u202Egnp.exe',
  `${'n'.repeat(600)}.png`,
  ' ',
]

export function describeFileNames({ adapter, manifest }: Provider, bench: Bench, fileOf: FileOf): void {
  describe(`${manifest.displayName}: file names`, () => {
    it.each(HOSTILE_NAMES)('%j cannot inject a part or a header', async (name) => {
      const file = fileOf(1000)
      const plain = await adapter.upload(bench.contextWith(), await bench.requestFor(file))
      const request = await bench.requestFor({ ...file, facts: { ...file.facts, name } })
      const asset = await adapter.upload(bench.contextWith(), request)
      const entry = bench.sandbox().ledger.entries().at(-1)
      expect(entry).toMatchObject({
        committedAssetId: asset.primaryId,
        sha256: createHash('sha256').update(file.bytes).digest('hex'),
      })
      expect(entry?.headers).not.toHaveProperty('range')
      expect(entry?.headers).not.toHaveProperty('expect')
      expect(asset).toMatchObject({ kind: plain.kind, containerId: plain.containerId })
      // Where the provider gives names back, all of the name must have counted as one.
      if (plain.name === file.facts.name && name.endsWith('.png')) expect(asset.name).toMatch(/\.png$/)
      expect(bench.sandbox().ledger.entries()).toHaveLength(2)
    })
  })
}
