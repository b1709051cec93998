// Makes tests of one row of the fault list: one for each provider, named by the row's number.
import { test } from 'vitest'
import { PROVIDER_IDS, type ProviderId } from '../../../shared/providers/index.ts'
import type { ProviderManifest } from '../../../shared/providers/manifest.ts'
import { providerOf } from '../../providers/registry.ts'
import { openBench, type Bench, type BenchSetup } from './bench.testkit.ts'
import { checkInvariants } from './invariants.testkit.ts'

type Terms = BenchSetup & {
  /** The providers to which the row applies; all unless told. */
  readonly where?: (manifest: ProviderManifest, id: ProviderId) => boolean
  readonly timeoutMs?: number
}

/** The invariants of every row are checked when `prove` is done. */
export function row(
  number: number,
  promise: string,
  terms: Terms,
  prove: (bench: Bench) => Promise<void>,
): void {
  for (const providerId of PROVIDER_IDS) {
    const { manifest } = providerOf(providerId)
    if (terms.where?.(manifest, providerId) === false) continue
    test.concurrent(
      `row ${String(number)}: ${promise} (${manifest.displayName})`,
      async () => {
        const bench = await openBench(providerId, terms)
        try {
          await prove(bench)
          await checkInvariants(bench)
        } finally {
          await bench.close()
        }
      },
      terms.timeoutMs ?? 60_000,
    )
  }
}

/** For rows of Wharf's own, where providers make no difference: one of them stands for all. */
export const once = (_: ProviderManifest, id: ProviderId): boolean => id === 'konpro'
