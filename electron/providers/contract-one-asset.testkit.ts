// The contract suite's part on one asset at a time: looking it up, removing it.
import { describe, expect, it } from 'vitest'
import { failureOf, type Bench } from './contract-bench.testkit.ts'
import type { Provider } from './provider.ts'

/** Not a segment of a path unless it is escaped. */
const ODD_ID = 'a/../b?x=1#y z'

export function describeOneAsset({ adapter, manifest }: Provider, bench: Bench): void {
  const lookup = async (id: string) => adapter.lookup?.(bench.contextWith(), id)
  const remove = async (id: string) => adapter.remove?.(bench.contextWith(), id)
  const lastPath = () => bench.sandbox().ledger.entries().at(-1)?.path

  describe.runIf(adapter.lookup)(`${manifest.displayName}: look-up`, () => {
    it('finds what was uploaded', async () => {
      const { primaryId, kind, sizeBytes } = await bench.upload(1000)
      expect(await lookup(primaryId)).toMatchObject({ primaryId, kind, sizeBytes })
    })
    it('says that an asset is not there', async () => {
      expect(await failureOf(lookup('no-such-asset'))).toMatchObject({ code: 'not-found' })
    })
    it('keeps an odd ID in its place', async () => {
      expect(await failureOf(lookup(ODD_ID))).toMatchObject({ delivery: 'refused' })
      expect(lastPath()).toContain(encodeURIComponent(ODD_ID))
    })
    it('reports an answer without an asset', async () => {
      bench.misbehave({ kind: 'answer', status: 200, body: '{"data":{}}' }, 'GET')
      expect(await failureOf(lookup('a'))).toMatchObject({ code: 'asset-id-missing' })
    })
    it('reports a page that is not the API at all', async () => {
      bench.misbehave({ kind: 'answer', status: 200, body: '<html>Sign in</html>' }, 'GET')
      expect(await failureOf(lookup('a'))).toMatchObject({ code: 'answer-unreadable' })
    })
  })

  describe.runIf(adapter.remove)(`${manifest.displayName}: removal`, () => {
    it('removes one asset, once', async () => {
      const [first, second] = [await bench.upload(1000), await bench.upload(1001)]
      await remove(first.primaryId)
      expect(await failureOf(remove(first.primaryId))).toMatchObject({ code: 'not-found' })
      await expect(remove(second.primaryId)).resolves.toBeUndefined()
    })
    it('keeps an odd ID in its place', async () => {
      expect(await failureOf(remove(ODD_ID))).toMatchObject({ delivery: 'refused' })
      expect(lastPath()).toContain(encodeURIComponent(ODD_ID))
    })
    it('does not take a web page for a yes', async () => {
      bench.misbehave({ kind: 'answer', status: 200, body: '<html>Sign in</html>' }, 'DELETE')
      expect(await failureOf(remove('a'))).toMatchObject({ code: 'answer-unreadable' })
    })
    it('reports a removal whose answer was lost', async () => {
      bench.misbehave({ kind: 'commit-then-drop' }, 'DELETE')
      expect(await failureOf(remove('a'))).toMatchObject({ code: 'connection-lost', delivery: 'unknown' })
    })
  })
}
