// Shows that a provider which is in the three tables is in the whole app: accounts, uploads, library, record.
import { expect, it, onTestFinished, vi } from 'vitest'
import type { Result } from '../../shared/errors.ts'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import { providerIdSchema } from '../../shared/providers/provider-id.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { keyDigest } from '../sandbox/key-digest.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { testPlatform } from './platform.testkit.ts'
import { startApp } from './start-app.ts'

vi.mock(import('../../shared/providers/manifests.ts'), async (original) => {
  const { toy } = await import('../providers/toy/manifest.testkit.ts')
  return { MANIFESTS: { ...(await original()).MANIFESTS, toy } }
})
vi.mock(import('../providers/registry.ts'), async (original) => {
  const [{ providerOf }, { toyProvider }] = [
    await original(),
    await import('../providers/toy/adapter.testkit.ts'),
  ]
  return { providerOf: (id) => (id === TOY ? toyProvider : providerOf(id)) }
})
vi.mock(import('../sandbox/imitations.ts'), async (original) => {
  const [{ createImitations }, { toyImitation }] = [
    await original(),
    await import('../providers/toy/imitation.testkit.ts'),
  ]
  return { createImitations: () => ({ ...createImitations(), toy: toyImitation }) }
})

/** The compiler knows four: this one is known to what the tests replaced. */
const TOY = providerIdSchema.parse('toy')
const KEY = 'sandbox-toy-key'

async function appWithKeyOfToy(dataFolder: string) {
  const environment = (name: string) => (name === 'WHARF_TOY_KEY' ? KEY : undefined)
  const app = await startApp({
    platform: { ...testPlatform(dataFolder), environment },
    log: { info: () => undefined, error: () => undefined },
    sendEvents: () => undefined,
  })
  onTestFinished(() => app.dispose())
  return async <N extends CallName>(name: N, input: object): Promise<CallOutput<N>> => {
    const result = (await app.dispatch(name, input)) as Result<CallOutput<N>>
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
}

it('takes accounts, keys, files, pages and removals', async () => {
  const [folder, sandbox] = [await temporaryFolder(), await testSandbox()]
  const call = await appWithKeyOfToy(folder)
  expect((await call('app.snapshot', {})).environmentKeys).toEqual([
    { providerId: 'toy', variable: 'WHARF_TOY_KEY' },
  ])
  const target = { providerId: 'toy', apiKey: KEY, serverAddress: sandbox.originOf(TOY) }
  await call('accounts.test', target)
  const { id: accountId } = await call('accounts.add', { ...target, name: 'My toys' })

  const { path, sha256 } = await sampleFile(samplePng(), { name: 'bear.png' })
  const { grants } = await call('grants.fromPaths', { paths: [path] })
  await call('uploads.add', { grants, targets: [{ accountId }] })
  await expect
    .poll(async () => (await call('app.snapshot', {})).jobs)
    .toMatchObject([{ accountId, status: 'done' }])
  expect(sandbox.ledger.committed()).toMatchObject([{ provider: 'toy', sha256, keyDigest: keyDigest(KEY) }])

  const primaryId = sandbox.ledger.committed()[0]?.committedAssetId ?? ''
  const asset = { accountId, primaryId }
  const page = { accountId, containerId: null, kind: null, cursor: null }
  expect((await call('library.page', page)).items).toMatchObject([
    { primaryId, name: 'bear.png', providerId: 'toy', knownFrom: 'both' },
  ])
  expect(await call('assets.refresh', asset)).toMatchObject({ primaryId, sizeBytes: samplePng().byteLength })
  await call('assets.remove', asset)
  expect((await call('library.page', page)).items).toEqual([])

  const later = await appWithKeyOfToy(folder)
  expect((await later('app.snapshot', {})).accounts).toMatchObject([
    { id: accountId, providerId: 'toy', name: 'My toys' },
  ])
})

it('can be tried in the sandbox of the app', async () => {
  const call = await appWithKeyOfToy(await temporaryFolder())
  const account = await call('accounts.addSandbox', { providerId: 'toy' })
  expect(account).toMatchObject({ name: 'Toy sandbox', keyState: 'not-needed' })
})
