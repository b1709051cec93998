// Gives a test a KonPro of its own, so that it holds the ledger with the faults.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSandbox, type Sandbox } from '../electron/sandbox/start-sandbox.ts'
import { test as base, type Wharf } from './app.fixture.ts'
import { addAccount } from './pages/accounts.ts'

export const KONPRO = 'KonPro · main'
export const KONPRO_KEY = 'sandbox-e2e-main'

export const test = base.extend<{ sandbox: Sandbox; konpro: Wharf }>({
  sandbox: [
    async ({}, use) => {
      const dataFolder = await mkdtemp(join(tmpdir(), 'wharf-e2e-sandbox-'))
      const sandbox = await startSandbox({ dataFolder })
      await use(sandbox)
      await sandbox.close()
      await rm(dataFolder, { recursive: true, force: true })
    },
    // Begun before the app, so it ends after it: nothing the app still loads may fail meanwhile.
    { auto: true },
  ],
  /** Wharf with one account, open, whose requests all reach `sandbox`. */
  konpro: async ({ wharf, sandbox }, use) => {
    await addAccount(wharf.page, { name: KONPRO, key: KONPRO_KEY, address: sandbox.originOf('konpro') })
    await use(wharf)
  },
})

/** The uploads that reached the sandbox, whatever became of them. */
export function uploadsIn({ ledger }: Sandbox) {
  return ledger.entries().filter(({ method }) => method === 'POST')
}

export { expect } from './app.fixture.ts'
