// The contract suite's part on containers: every page of them, each container once, an end in any case.
import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '../../shared/errors.ts'
import { failureOf, type Bench } from './contract-bench.testkit.ts'
import type { Provider } from './provider.ts'

/** An answer that lists these containers; `next` is where the page after it starts, null on the last one. */
export type ContainersPage = (ids: readonly string[], next: string | null) => string

export function describeContainers(
  { adapter, manifest }: Provider,
  bench: Bench,
  pageOf: ContainersPage | undefined,
): void {
  const list = async () => {
    const containers = await adapter.listContainers?.(bench.contextWith())
    return containers?.map(({ id }) => id)
  }
  const willAnswer = (ids: readonly string[], next: string | null) => {
    if (!pageOf) throw new Error('A provider with containers needs `containersPage`')
    bench.misbehave({ kind: 'answer', status: 200, body: pageOf(ids, next) }, 'GET')
  }

  describe.runIf(adapter.listContainers)(`${manifest.displayName}: containers`, () => {
    it('are listed from the first page to the last', async () => {
      const ids = Array.from({ length: 150 }, (_, index) => `container-${String(index)}`)
      willAnswer(ids.slice(0, 100), 'next-1')
      willAnswer(ids.slice(100), null)
      expect(await list()).toEqual(ids)
      const paths = bench.requestsBy('GET').map(({ path }) => path)
      expect(new Set(paths).size).toBe(2)
    })

    it('are one page when the first says that it is the last', async () => {
      willAnswer(['a', 'b'], null)
      expect(await list()).toEqual(['a', 'b'])
      expect(bench.requestsBy('GET')).toHaveLength(1)
    })

    it('may be none', async () => {
      willAnswer([], null)
      expect(await list()).toEqual([])
    })

    it('come once each from a page that repeats itself', async () => {
      for (let i = 0; i < 30; i += 1) willAnswer(['a', 'b'], 'next-1')
      expect(await list()).toEqual(['a', 'b'])
      expect(bench.requestsBy('GET')).toHaveLength(2)
    })

    it('end even where pages go in a circle', async () => {
      for (let i = 0; i < 200; i += 1) willAnswer(['a', 'b'], `next-${String(i % 3)}`)
      expect(await list()).toEqual(['a', 'b'])
      expect(bench.requestsBy('GET').length).toBeLessThan(100)
    })

    it.each<[string, string, ErrorCode]>([
      ['a web page', '<html>Sign in to the network</html>', 'answer-unreadable'],
      ['no list', '{"data":"none"}', 'answer-unreadable'],
    ])('are not made up from %s', async (_what, body, code) => {
      bench.misbehave({ kind: 'answer', status: 200, body }, 'GET')
      expect(await failureOf(list())).toMatchObject({ code })
    })

    it('are not asked for once aborted', async () => {
      const context = bench.contextWith({ signal: AbortSignal.abort() })
      const failing = failureOf(Promise.resolve(adapter.listContainers?.(context)))
      expect(await failing).toMatchObject({ code: 'cancelled' })
      expect(bench.sandbox().ledger.entries()).toHaveLength(0)
    })
  })
}
