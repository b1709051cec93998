// Shows the page's calls about incoming files at work in the whole app.
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Result } from '../../shared/errors.ts'
import { intakeIdSchema, type AccountId } from '../../shared/ids.ts'
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { testPlatform } from './platform.testkit.ts'
import { sendTo } from './send-to.testkit.ts'
import { startApp } from './start-app.ts'

const silent = { info: () => undefined, error: () => undefined }
const picture = (fill: number) => Buffer.concat([samplePng(), Buffer.alloc(10_000, fill)])

async function start(dataFolder: string, chosen: { path: string | null } = { path: null }) {
  const platform = { ...testPlatform(dataFolder), chooseOpenFile: () => Promise.resolve(chosen.path) }
  const app = await startApp({ platform, log: silent, sendEvents: () => undefined })
  let isOpen = true
  const end = async () => {
    if (isOpen) await app.dispose()
    isOpen = false
  }
  onTestFinished(end)
  const ask = <N extends CallName>(name: N, input: CallInput<N>) =>
    app.dispatch(name, input) as Promise<Result<CallOutput<N>>>
  const must = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const result = await ask(name, input)
    if (!result.ok) throw new Error(result.failure.code)
    return result.value
  }
  const send = async (to: AccountId | readonly AccountId[], paths: readonly string[]) =>
    must('uploads.add', sendTo(to, (await must('grants.fromPaths', { paths })).grants))
  const jobs = async () => (await must('app.snapshot', {})).jobs
  const reach = (...statuses: readonly string[]) =>
    expect.poll(async () => (await jobs()).map(({ status }) => status), { timeout: 8000 }).toEqual(statuses)
  return { ask, must, send, jobs, reach, end }
}

test('known in a later run too, by copy; sent anyway on demand, as the same file (fault 54)', async () => {
  const [data, files] = [await temporaryFolder(), await temporaryFolder()]
  const first = await start(data)
  const account = await first.must('accounts.addSandbox', { providerId: 'konpro' })
  await writeFile(join(files, 'a.png'), picture(1))
  await copyFile(join(files, 'a.png'), join(files, 'copy.png'))
  await first.send(account.id, [join(files, 'a.png')])
  await first.reach('done')
  const primaryId = (await first.jobs())[0]?.assetId
  await first.end()

  const second = await start(data)
  const { accounts } = await second.send(account.id, [join(files, 'copy.png'), join(files, 'a.png')])
  const earlier = { at: 'provider', primaryId, fileName: 'a.png' }
  expect(accounts).toMatchObject([
    {
      acceptedCount: 0,
      known: [
        { name: 'copy.png', earlier },
        { name: 'a.png', earlier },
      ],
    },
  ])
  const grants = accounts[0]?.known.map(({ grant }) => grant) ?? []
  await second.must('uploads.add', sendTo(account.id, grants, true))
  await second.reach('done', 'done', 'done')
})

test('to two accounts: two jobs of one file, each known to its own account alone (fault 55)', async () => {
  const files = await temporaryFolder()
  const { must, send, jobs, reach } = await start(await temporaryFolder())
  const ids = [
    (await must('accounts.addSandbox', { providerId: 'konpro' })).id,
    (await must('accounts.addSandbox', { providerId: 'onemin' })).id,
  ]
  await writeFile(join(files, 'a.png'), picture(1))
  await send(ids[0] as AccountId, [join(files, 'a.png')])
  await reach('done')
  const { accounts } = await send(ids, [join(files, 'a.png')])
  expect(accounts).toMatchObject([
    { acceptedCount: 0, known: [{ name: 'a.png' }] },
    { acceptedCount: 1, known: [] },
  ])
  await reach('done', 'done')
  const grants = accounts[0]?.known.map(({ grant }) => grant) ?? []
  await must('uploads.add', sendTo(ids[0] as AccountId, grants, true))
  await reach('done', 'done', 'done')
  const [, toOther, again] = await jobs()
  expect(again?.fileId).toBe(toOther?.fileId)
})

test('a missing file is located: moved it goes at once, another only when agreed to (fault 41)', async () => {
  const [sandbox, files] = [await testSandbox(), await temporaryFolder()]
  const chosen: { path: string | null } = { path: null }
  const { must, send, jobs, reach } = await start(await temporaryFolder(), chosen)
  const serverAddress = sandbox.originOf('konpro')
  const account = { providerId: 'konpro', name: 'a', apiKey: 'sandbox-key', serverAddress } as const
  const { id } = await must('accounts.add', account)
  sandbox.faults.add({ method: 'POST', times: 2 }, { kind: 'answer', status: 400, body: '{}' })
  for (const name of ['moved.png', 'lost.png']) await writeFile(join(files, name), picture(name.length))
  await send(id, [join(files, 'moved.png'), join(files, 'lost.png')])
  await reach('failed', 'failed')
  await mkdir(join(files, 'elsewhere'))
  await rename(join(files, 'moved.png'), join(files, 'elsewhere/moved.png'))
  await rm(join(files, 'lost.png'))
  const [moved, lost] = (await jobs()).map((job) => job.id)
  if (!moved || !lost) throw new Error('No jobs')
  await must('uploads.retry', { jobIds: [moved, lost] })
  await expect
    .poll(async () => (await jobs()).map(({ failure }) => failure?.code))
    .toEqual(['file-missing', 'file-missing'])

  expect(await must('uploads.locate', { jobId: moved, agreed: null })).toBeNull()
  chosen.path = join(files, 'elsewhere/moved.png')
  expect(await must('uploads.locate', { jobId: moved, agreed: null })).toEqual({ isSent: true })
  await reach('done', 'failed')
  await writeFile(join(files, 'other.png'), picture(99))
  chosen.path = join(files, 'other.png')
  const found = await must('uploads.locate', { jobId: lost, agreed: null })
  expect(found).toMatchObject({ isSent: false, name: 'other.png' })
  expect(sandbox.ledger.committed()).toHaveLength(1)
  const agreed = found && 'other' in found ? found.other : null
  expect(await must('uploads.locate', { jobId: lost, agreed })).toEqual({ isSent: true })
  await reach('done', 'done')
})

test('a drop that is given up sends nothing', async () => {
  const files = await temporaryFolder()
  const { ask, must, jobs } = await start(await temporaryFolder())
  const account = await must('accounts.addSandbox', { providerId: 'konpro' })
  for (let number = 0; number < 200; number += 1)
    await writeFile(join(files, `${String(number)}.png`), picture(number % 100))
  const { grants } = await must('grants.fromPaths', { paths: [files] })
  const intakeId = intakeIdSchema.parse('drop-1')
  const adding = ask('uploads.add', { ...sendTo(account.id, grants), intakeId })
  await must('uploads.giveUp', { intakeId })
  expect(await adding).toMatchObject({ ok: false, failure: { code: 'cancelled', delivery: 'not-sent' } })
  expect(await jobs()).toEqual([])
})
