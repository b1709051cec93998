// Uploads files with the whole main process: drop, queue, journal, accounts and record, over a real database.
import { EventEmitter, once } from 'node:events'
import { startApp } from '../electron/app/start-app.ts'
import type { Result } from '../shared/errors.ts'
import type { CallInput, CallOutput } from '../shared/ipc/contract.ts'
import type { AppEvent } from '../shared/ipc/events.ts'
import type { CallName } from '../shared/ipc/names.ts'
import { FINISHED_STATUSES } from '../shared/model/job.ts'
import { benchPlatform } from './bench-platform.ts'
import { measureCost, type Cost } from './cost-meter.ts'
import { CONNECTIONS } from './scale.ts'

export type AppTask = {
  readonly dataFolder: string
  readonly files: readonly string[]
  readonly origin: string
  /** Every file has its ID, or every file is accepted and journalled. */
  readonly until: 'done' | 'durable'
}

/** Each of these may send two at once; the settings hold all of them together to `CONNECTIONS`. */
const ACCOUNTS = Math.ceil(CONNECTIONS / 2)

export async function runApp({ dataFolder, files, origin, until }: AppTask): Promise<Cost> {
  const finished = new Set<string>()
  const allFinished = new EventEmitter()
  const notice = (event: AppEvent) => {
    if (event.type !== 'job.changed' || !FINISHED_STATUSES.has(event.job.status)) return
    if (event.job.status !== 'done')
      allFinished.emit('error', new Error(`A job ended as ${event.job.status}`))
    finished.add(event.job.id)
    if (finished.size === files.length) allFinished.emit('finished')
  }
  const silence = () => undefined
  const app = await startApp({
    platform: benchPlatform(dataFolder),
    log: { info: silence, error: silence },
    sendEvents: ({ events }) => {
      events.forEach(notice)
    },
  })
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const result = (await app.dispatch(name, input)) as Result<CallOutput<N>>
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value
  }

  await call('app.snapshot', {})
  await call('settings.update', { uploadsAtOnce: CONNECTIONS })
  const accounts: CallInput<'uploads.add'>['targets'][number]['accountId'][] = []
  // A drop is one call: with a second one, the uploads of the first would be measured as well.
  const accountCount = until === 'durable' ? 1 : ACCOUNTS
  for (let index = 0; index < accountCount; index += 1) {
    const added = await call('accounts.add', {
      providerId: 'token360',
      name: `bench ${index}`,
      apiKey: 'bench-key',
      serverAddress: origin,
    })
    accounts.push(added.id)
  }
  const cost = await measureCost(async () => {
    const end = until === 'done' ? once(allFinished, 'finished') : null
    const share = Math.ceil(files.length / accounts.length)
    for (const [index, accountId] of accounts.entries()) {
      const paths = files.slice(index * share, (index + 1) * share)
      const { grants } = await call('grants.fromPaths', { paths })
      await call('uploads.add', {
        grants,
        targets: [{ accountId, fields: {} }],
        sendsKnown: false,
        intakeId: null,
      })
    }
    await end
  })
  const { jobs } = await call('app.snapshot', {})
  if (jobs.length !== files.length) throw new Error(`${jobs.length} of ${files.length} files were accepted`)
  await app.dispose()
  return cost
}
