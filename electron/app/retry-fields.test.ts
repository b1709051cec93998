// Shows that a retry may change what goes along with a file, and that a warning does not hold a file back.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import type { Result } from '../../shared/errors.ts'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import { startSandbox } from '../sandbox/start-sandbox.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { testPlatform } from './platform.testkit.ts'
import { startApp } from './start-app.ts'

async function appWith(providerId: ProviderId, apiKey: string) {
  const folder = await temporaryFolder()
  const sandbox = await startSandbox({ dataFolder: await temporaryFolder() })
  onTestFinished(() => sandbox.close())
  const app = await startApp({
    platform: testPlatform(await temporaryFolder()),
    log: { info: () => undefined, error: () => undefined },
    sendEvents: () => undefined,
  })
  onTestFinished(() => app.dispose())
  const call = <N extends CallName>(name: N, input: object) =>
    app.dispatch(name, input) as Promise<Result<CallOutput<N>>>
  const must = async <N extends CallName>(name: N, input: object): Promise<CallOutput<N>> => {
    const result = await call(name, input)
    if (!result.ok) throw new Error(result.failure.code)
    return result.value
  }
  const serverAddress = sandbox.originOf(providerId)
  const { id: accountId } = await must('accounts.add', { providerId, name: 'main', apiKey, serverAddress })
  const drop = async (name: string, bytes: Uint8Array | string) => {
    await writeFile(join(folder, name), bytes)
    const { grants } = await must('grants.fromPaths', { paths: [join(folder, name)] })
    return must('uploads.add', { targets: [{ accountId }], grants })
  }
  const jobs = async () => (await must('app.snapshot', {})).jobs
  return { call, must, accountId, drop, jobs }
}

it('a file that lacked a group goes to the one that the retry names', async () => {
  const { call, must, accountId, drop, jobs } = await appWith('token360', 'sandbox-group-required')
  await drop('a.png', samplePng())
  await expect.poll(jobs, { timeout: 5000 }).toMatchObject([{ failure: { code: 'container-required' } }])
  const jobIds = (await jobs()).map(({ id }) => id)
  const wrong = await call('uploads.retry', { jobIds, fields: { folder: 'x' } })
  expect(wrong).toMatchObject({ failure: { code: 'input-invalid' } })
  await must('uploads.retry', { jobIds, fields: { groupId: ' library ' } })
  await expect.poll(jobs, { timeout: 5000 }).toMatchObject([{ status: 'done', failure: null }])
  const assetId = (await jobs())[0]?.assetId ?? ''
  await must('assets.forget', { accountId, primaryId: assetId })
  expect((await must('app.snapshot', {})).recordCount).toBe(0)
})

it('a file of a type that the provider does not name is sent, and said', async () => {
  const { drop, jobs } = await appWith('onemin', 'sandbox-key')
  const { accounts } = await drop('sound.mp3', `ID3\x04${'\0'.repeat(600)}`)
  const warned = [{ name: 'sound.mp3', problem: { code: 'type' } }]
  expect(accounts).toMatchObject([{ acceptedCount: 1, refused: [], warned }])
  await expect.poll(jobs, { timeout: 5000 }).toMatchObject([{ status: 'done' }])
})
