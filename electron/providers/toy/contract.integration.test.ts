// Runs the contract suite against a provider that is in the three tables, yet nowhere else.
import { vi } from 'vitest'
import { samplePictureOf } from '../contract-bench.testkit.ts'
import { describeProvider } from '../contract.testkit.ts'
import { toyProvider } from './adapter.testkit.ts'

vi.mock(import('../../../shared/providers/manifests.ts'), async (original) => {
  const { toy } = await import('./manifest.testkit.ts')
  return { MANIFESTS: { ...(await original()).MANIFESTS, toy } }
})
vi.mock(import('../../sandbox/imitations.ts'), async (original) => {
  const [{ createImitations }, { toyImitation }] = [await original(), await import('./imitation.testkit.ts')]
  return { createImitations: () => ({ ...createImitations(), toy: toyImitation }) }
})

describeProvider(toyProvider, {
  fileOf: samplePictureOf,
  pageNaming: (cursor) => JSON.stringify({ toys: [{ ref: 'toy-1' }], next: cursor }),
})
