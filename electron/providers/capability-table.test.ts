// Holds the README's table of providers against the manifests.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { capabilityTable } from './capability-table.testkit.ts'
import { MANIFESTS } from '../../shared/providers/manifests.ts'

const README = join(import.meta.dirname, '..', '..', 'README.md')

it('is in the README, as the manifests say it', () => {
  // Prettier aligns the columns of a table, so both are compared without padding.
  const text = readFileSync(README, 'utf8').replace(/ +\|/g, ' |').replace(/-{3,}/g, '---')
  expect(text).toContain(capabilityTable(Object.values(MANIFESTS)))
})
