// The contract suite's part on redirects: none is followed, wherever it points, whatever the method.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failureOf, type Bench } from './contract-bench.testkit.ts'
import type { Provider } from './provider.ts'

type Places = { readonly own: string; readonly other: string }

const LOCATIONS: readonly (readonly [string, (places: Places) => string])[] = [
  ['another port', ({ other }) => `http://${other}/steal`],
  ['another host', ({ other }) => `http://${other.replace('127.0.0.1', 'localhost')}/steal`],
  ['the same origin', ({ own }) => `http://${own}/elsewhere`],
  ['a path', () => '/elsewhere'],
  ['a host without a scheme', ({ other }) => `//${other}/steal`],
  [
    'a host behind the own one as a user',
    ({ own, other }) => `http://${own.replace(':', '%3A')}@${other}/steal`,
  ],
  ['https', ({ other }) => `https://${other}/steal`],
  ['no address', () => 'http://'],
]

export function describeRedirects({ adapter, manifest }: Provider, bench: Bench): void {
  describe(`${manifest.displayName}: redirects`, () => {
    let strayConnections = 0
    const other = createServer((_, response) => response.end('{}')).on('connection', () => {
      strayConnections += 1
    })
    beforeEach(async () => {
      strayConnections = 0
      await once(other.listen(0, '127.0.0.1'), 'listening')
    })
    afterEach(async () => {
      other.close()
      await once(other, 'close')
    })
    const places = (): Places => ({
      own: new URL(bench.sandbox().origin).host,
      other: `127.0.0.1:${String((other.address() as AddressInfo).port)}`,
    })
    const requestIsAlone = () => {
      expect(strayConnections).toBe(0)
      expect(bench.sandbox().ledger.entries()).toHaveLength(1)
    }

    it.each([301, 302, 303, 307, 308])('a %i is not followed by an upload', async (status) => {
      bench.misbehave({ kind: 'redirect', status, location: `http://${places().other}/steal` })
      expect(await failureOf(bench.upload())).toMatchObject({ code: 'redirected', delivery: 'refused' })
      requestIsAlone()
    })

    it.each(LOCATIONS)('one to %s is not followed by an upload', async (_, locationIn) => {
      bench.misbehave({ kind: 'redirect', status: 307, location: locationIn(places()) })
      expect(await failureOf(bench.upload())).toMatchObject({ code: 'redirected', delivery: 'refused' })
      requestIsAlone()
    })

    it.runIf(adapter.checkCredentials).each(LOCATIONS)(
      'one to %s is not followed by a key check',
      async (_, locationIn) => {
        bench.misbehave({ kind: 'redirect', status: 302, location: locationIn(places()) }, 'GET')
        const checking = Promise.resolve(adapter.checkCredentials?.(bench.contextWith()))
        expect(await failureOf(checking)).toMatchObject({ code: 'redirected' })
        requestIsAlone()
      },
    )
  })
}
