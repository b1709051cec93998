// Runs the app's own sandbox server, from the first account that needs it until the app ends.
import { join } from 'node:path'
import type { ProviderId } from '../../shared/providers/index.ts'
import { startSandbox, type Sandbox } from '../sandbox/start-sandbox.ts'

export type SandboxHost = {
  /** Resolves once it listens; starting twice is starting once. */
  readonly start: () => Promise<void>
  /** null until it listens. */
  readonly baseOf: (providerId: ProviderId) => string | null
  readonly close: () => Promise<void>
}

export function createSandboxHost(dataFolder: string): SandboxHost {
  let starting: Promise<Sandbox> | null = null
  let sandbox: Sandbox | null = null
  return {
    start: async () => {
      starting ??= startSandbox({ dataFolder: join(dataFolder, 'sandbox') })
      try {
        sandbox = await starting
      } catch (error) {
        starting = null
        throw error
      }
    },
    baseOf: (providerId) => sandbox?.originOf(providerId) ?? null,
    close: async () => {
      await (await starting)?.close()
    },
  }
}
