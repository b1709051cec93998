// The list of all manifests: a new provider's data is one line here.
import { z } from 'zod'
import { konpro } from './konpro.ts'
import type { ProviderManifest } from './manifest.ts'

export const MANIFESTS = { konpro } as const satisfies Record<string, ProviderManifest>

export type ProviderId = keyof typeof MANIFESTS
export const PROVIDER_IDS = Object.keys(MANIFESTS) as [ProviderId, ...ProviderId[]]
export const providerIdSchema = z.enum(PROVIDER_IDS)

export function manifestOf(id: ProviderId): ProviderManifest {
  return MANIFESTS[id]
}
