// Gives each test a sandbox of its own in a temporary folder, closed when the test is over.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startSandbox } from './start-sandbox.ts'
import type { Sandbox, SandboxOptions } from './start-sandbox.ts'

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wharf-sandbox-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export async function testSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ dataFolder: await temporaryFolder(), ...options })
  onTestFinished(() => sandbox.close())
  return sandbox
}
