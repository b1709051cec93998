// Shows the page's calls about containers or single assets at work in the whole app.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { failure, type Result } from '../../shared/errors.ts'
import type { CallOutput } from '../../shared/ipc/contract.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { testPlatform } from './platform.testkit.ts'
import { startApp } from './start-app.ts'

const silent = { info: () => undefined, error: () => undefined }
const REFUSED = { ok: false, failure: failure('input-invalid', 'not-sent') }

async function appWith(providerId: ProviderId) {
  const folder = await temporaryFolder()
  const events: AppEvent[] = []
  const app = await startApp({
    platform: testPlatform(await temporaryFolder()),
    log: silent,
    sendEvents: (batch) => events.push(...batch.events),
  })
  onTestFinished(() => app.dispose())
  const call = <N extends CallName>(name: N, input: object) =>
    app.dispatch(name, input) as Promise<Result<CallOutput<N>>>
  const must = async <N extends CallName>(name: N, input: object): Promise<CallOutput<N>> => {
    const result = await call(name, input)
    if (!result.ok) throw new Error(result.failure.code)
    return result.value
  }
  await must('app.snapshot', {})
  const { id: accountId } = await must('accounts.addSandbox', { providerId })

  /** Drops a picture with these options; resolves when it is up. */
  async function upload(name: string, options: { fields?: Record<string, string> } = {}) {
    const path = join(folder, name)
    await writeFile(path, samplePng())
    const { grants } = await must('grants.fromPaths', { paths: [path] })
    await must('uploads.add', { targets: [{ accountId, ...options }], grants, sendsKnown: true })
    return expect.poll(async () => jobNamed(name), { timeout: 5000 }).toMatchObject({ status: 'done' })
  }
  const jobNamed = async (name: string) =>
    (await must('app.snapshot', {})).jobs.find(({ fileName }) => fileName === name)
  const idOf = async (name: string) => (await jobNamed(name))?.assetId ?? ''
  const namesIn = async (containerId: string | null) => {
    const page = await must('library.page', { accountId, containerId, kind: null, cursor: null })
    return page.items.map(({ name }) => name)
  }
  return { call, must, accountId, upload, idOf, namesIn, events }
}

describe('the options of an upload', () => {
  it('reach the provider', async () => {
    const { must, accountId, upload, namesIn } = await appWith('indream')
    const { containers } = await must('library.containers', { accountId })
    expect(containers.map(({ name }) => name)).toContain('Harbour film')
    const projectId = containers[0]?.id ?? ''
    await upload('bound.png', { fields: { projectId: ` ${projectId} ` } })
    await upload('loose.png', { fields: { projectId: '' } })
    await upload('plain.png')
    expect(await namesIn(projectId)).toEqual(['bound.png'])
    expect(await namesIn(null)).toEqual(['plain.png', 'loose.png', 'bound.png'])
  })

  it.each<[ProviderId, Record<string, unknown>]>([
    ['indream', { projectId: 'harbour' }],
    ['indream', { folder: 'a' }],
    ['indream', { projectId: 7 }],
    ['konpro', { folder_id: 'folder_studio' }],
  ])('that %s does not take are refused with all files: %j', async (providerId, fields) => {
    const { call, must, accountId } = await appWith(providerId)
    expect(await call('uploads.add', { targets: [{ accountId, fields }], grants: [] })).toEqual(REFUSED)
    expect((await must('app.snapshot', {})).jobs).toEqual([])
  })
})

describe('one asset', () => {
  it('is asked about, then deleted, which every view hears of', async () => {
    const { call, must, accountId, upload, idOf, namesIn, events } = await appWith('indream')
    await upload('a.png')
    const asset = { accountId, primaryId: await idOf('a.png') }
    expect(await must('assets.refresh', asset)).toMatchObject({ name: 'a.png', width: 640 })
    events.length = 0
    await must('assets.remove', asset)
    expect(await namesIn(null)).toEqual([])
    await expect.poll(() => events).toContainEqual({ type: 'record.changed', accountId, recordCount: 0 })
    expect(await call('assets.remove', asset)).toEqual({ ok: true, value: {} })
    expect(await call('assets.refresh', asset)).toMatchObject({ failure: { code: 'not-found' } })
  })

  it('that is in use stays recorded', async () => {
    const { call, accountId, upload, idOf, namesIn } = await appWith('indream')
    await upload('referenced.png')
    const removal = await call('assets.remove', { accountId, primaryId: await idOf('referenced.png') })
    expect(removal).toMatchObject({ failure: { code: 'asset-in-use' } })
    expect(await namesIn(null)).toEqual(['referenced.png'])
  })

  it('cannot be asked about where a provider knows no such request', async () => {
    const { call, must, accountId, upload, idOf, namesIn } = await appWith('konpro')
    await upload('a.png')
    const asset = { accountId, primaryId: await idOf('a.png') }
    expect(await call('assets.refresh', asset)).toEqual(REFUSED)
    await must('assets.remove', asset)
    expect(await namesIn(null)).toEqual([])
  })
})
