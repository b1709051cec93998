// Tests the calls that take assets out of Wharf, at the whole app.
import { rm, writeFile } from 'node:fs/promises'
import { expect, it, onTestFinished } from 'vitest'
import type { Result } from '../../shared/errors.ts'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { testPlatform } from './platform.testkit.ts'
import { startApp } from './start-app.ts'

async function uploadedPicture() {
  const [platform, sandbox] = [testPlatform(await temporaryFolder()), await testSandbox()]
  const app = await startApp({
    platform,
    log: { info: () => undefined, error: () => undefined },
    sendEvents: () => undefined,
  })
  onTestFinished(() => app.dispose())
  const ask = async <N extends CallName>(name: N, input: object) =>
    (await app.dispatch(name, input)) as Result<CallOutput<N>>
  const call = async <N extends CallName>(name: N, input: object) => {
    const result = await ask(name, input)
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value
  }
  const { id: accountId } = await call('accounts.add', {
    providerId: 'konpro',
    name: 'Main',
    apiKey: 'sandbox-copy',
    serverAddress: sandbox.originOf('konpro'),
  })
  const { path } = await sampleFile(samplePng(), { name: 'cat.png' })
  const { grants } = await call('grants.fromPaths', { paths: [path] })
  await call('uploads.add', { grants, targets: [{ accountId }] })
  await expect.poll(async () => (await call('app.snapshot', {})).jobs).toMatchObject([{ status: 'done' }])
  const asset = { accountId, primaryId: sandbox.ledger.committed()[0]?.committedAssetId ?? '' }
  return { asset, path, platform, ask, call }
}

it('tells what the record knows of assets, in the order asked, without those it does not know', async () => {
  const { asset, call } = await uploadedPicture()
  const unknown = { ...asset, primaryId: 'not-here' }
  const { items } = await call('library.recorded', { assets: [unknown, asset] })
  expect(items).toMatchObject([{ ...asset, name: 'cat.png', knownFrom: 'record' }])
  expect(items[0]?.values.map(({ name }) => name)).toContain('image_key')
})

it('drags a file out once, however often it was uploaded from', async () => {
  const { asset, path, platform, call } = await uploadedPicture()
  expect(await call('assets.dragOut', { assets: [asset, asset] })).toEqual({ count: 1 })
  expect(platform.dragged).toEqual([[path]])
})

it('drags out no file that has changed, or is gone', async () => {
  const { asset, path, platform, ask } = await uploadedPicture()
  const missing = { ok: false, failure: expect.objectContaining({ code: 'file-missing' }) as unknown }
  await writeFile(path, 'something else')
  expect(await ask('assets.dragOut', { assets: [asset] })).toMatchObject(missing)
  await rm(path)
  expect(await ask('assets.dragOut', { assets: [asset] })).toMatchObject(missing)
  expect(platform.dragged).toEqual([])
})

it('copies all that the record finds in any form, and leaves the clipboard alone where it finds nothing', async () => {
  const { asset, platform, ask, call } = await uploadedPicture()
  const query = { search: 'cat', kind: null, accountId: null }
  expect(await call('library.copyRecord', { query, form: { format: 'id' } })).toEqual({
    outcome: 'copied',
    writtenCount: 1,
    leftOutCount: 0,
  })
  const own = { id: 't', name: 'Pair', text: '{account}/{id}', separator: 'comma', before: '[', after: ']' }
  await call('settings.update', { copyTemplates: [own] })
  await call('library.copyRecord', { query, form: { templateId: 't' } })
  const written = [asset.primaryId, `[Main/${asset.primaryId}]`]
  expect(platform.clipboard).toEqual(written)
  const nowhere = { query: { ...query, search: 'nowhere' }, form: { format: 'id' } }
  expect(await call('library.copyRecord', nowhere)).toMatchObject({ outcome: 'nothing', writtenCount: 0 })
  const gone = { query, form: { templateId: 'gone' } }
  expect(await ask('library.copyRecord', gone)).toMatchObject({ failure: { code: 'input-invalid' } })
  expect(platform.clipboard).toEqual(written)
})
