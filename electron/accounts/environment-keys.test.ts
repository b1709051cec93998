// Proves which keys of the environment are found, and where they may go.
import { expect, test } from 'vitest'
import { PROVIDER_IDS } from '../../shared/providers/index.ts'
import { findEnvironmentKeys } from './environment-keys.ts'

const find = (variables: Record<string, string>) => findEnvironmentKeys((name) => variables[name])

test('each provider has a variable of its own', () => {
  const variables = PROVIDER_IDS.map((id) => `WHARF_${id.toUpperCase()}_KEY`)
  const { found } = find(Object.fromEntries(variables.map((name) => [name, 'secret'])))
  expect(found.map(({ variable }) => variable)).toEqual(variables)
})

test('only names are told, blank variables are none', () => {
  const keys = find({ WHARF_KONPRO_KEY: ' canary-key\n', WHARF_INDREAM_KEY: '  ', KONPRO_KEY: 'x' })
  expect(keys.found).toEqual([{ providerId: 'konpro', variable: 'WHARF_KONPRO_KEY' }])
  expect(JSON.stringify(keys)).not.toContain('canary-key')
  expect(keys.keyFor('indream', { kind: 'provider' })).toBeNull()
})

test('a key goes to the provider itself or to this computer, nowhere else', () => {
  const { keyFor } = find({ WHARF_KONPRO_KEY: 'canary-key' })
  const custom = (address: string) => keyFor('konpro', { kind: 'custom', address })
  expect(keyFor('konpro', { kind: 'provider' })).toBe('canary-key')
  expect(custom('http://127.0.0.1:8080/konpro')).toBe('canary-key')
  expect(custom('https://elsewhere.example')).toBeNull()
  expect(custom('https://127.0.0.1.example')).toBeNull()
})
