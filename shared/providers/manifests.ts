// The table of all manifests: a new provider's data is one line here.
import { indream } from './indream.ts'
import { konpro } from './konpro.ts'
import type { ProviderManifest } from './manifest.ts'
import { onemin } from './onemin.ts'
import { token360 } from './token360.ts'

export const MANIFESTS = {
  konpro,
  onemin,
  indream,
  token360,
} as const satisfies Record<string, ProviderManifest>
