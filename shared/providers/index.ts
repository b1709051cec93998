// The ids of the providers, in the order in which they are shown, with the manifest behind each.
import type { ProviderManifest } from './manifest.ts'
import { MANIFESTS } from './manifests.ts'

export type ProviderId = keyof typeof MANIFESTS
export const PROVIDER_IDS = Object.keys(MANIFESTS) as [ProviderId, ...ProviderId[]]

export function manifestOf(id: ProviderId): ProviderManifest {
  return MANIFESTS[id]
}
