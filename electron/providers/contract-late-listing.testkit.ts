// The contract suite's part on assets that a provider shows only some time after it took them.
import { describe, expect, it } from 'vitest'
import { failureOf, type Bench, type Fields } from './contract-bench.testkit.ts'
import type { Provider } from './provider.ts'

export function describeLateListing({ adapter, manifest }: Provider, bench: Bench): void {
  const uploadLate = async (fields: Fields) => {
    bench.misbehave({ kind: 'late-listing', listedAfter: { looks: 2 } })
    return bench.upload(1000, {}, fields)
  }

  describe(`${manifest.displayName}: an asset that shows up late`, () => {
    it.runIf(adapter.listPage)('is listed as soon as the provider does', async () => {
      const containerId = await firstContainer()
      const field = manifest.uploadFields.find(({ kind }) => kind === 'container')
      const { primaryId } = await uploadLate(
        field && containerId !== null ? { [field.name]: containerId } : {},
      )
      const listed: (boolean | undefined)[] = []
      for (let look = 0; look < 3; look += 1) {
        const request = { cursor: null, kind: null, containerId, limit: 10 }
        const page = await adapter.listPage?.(bench.contextWith(), request)
        listed.push(page?.assets.some((asset) => asset.primaryId === primaryId))
      }
      expect(listed).toEqual([false, false, true])
    })

    it.runIf(adapter.lookup)('is found as soon as the provider does', async () => {
      const { primaryId } = await uploadLate({})
      const find = async () => adapter.lookup?.(bench.contextWith(), primaryId)
      for (let look = 0; look < 2; look += 1)
        expect(await failureOf(find())).toMatchObject({ code: 'not-found' })
      expect(await find()).toMatchObject({ primaryId })
    })

    it('is there all the same when its reply was lost', async () => {
      bench.misbehave({ kind: 'commit-then-drop', listedAfter: { delayMs: 60_000 } })
      expect(await failureOf(bench.upload())).toMatchObject({ delivery: 'unknown' })
      expect(bench.sandbox().ledger.committed()).toHaveLength(1)
    })
  })

  /** Of a list per container, the first one; what is uploaded goes there. */
  async function firstContainer(): Promise<string | null> {
    if (manifest.capabilities.list?.scope !== 'container') return null
    const [first] = (await adapter.listContainers?.(bench.contextWith())) ?? []
    return first?.id ?? null
  }
}
