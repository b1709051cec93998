// The composition root: builds the parts of the app, wires them, hands back what the shell needs.
import { join } from 'node:path'
import type { AccountId } from '../../shared/ids.ts'
import type { EventBatch } from '../../shared/ipc/events.ts'
import type { AccountView } from '../../shared/model/account.ts'
import { createAccounts, type Account } from '../accounts/accounts.ts'
import { createConnections } from '../accounts/connections.ts'
import { findEnvironmentKeys } from '../accounts/environment-keys.ts'
import { createAccountHealth } from '../accounts/health.ts'
import { createVault } from '../accounts/vault.ts'
import { createContentHashes } from '../files/content-hashes.ts'
import { createGrants } from '../files/grants.ts'
import { createBandwidth } from '../http/bandwidth.ts'
import { createBufferPool } from '../http/buffer-pool.ts'
import { createSender } from '../http/send.ts'
import { createDispatch, type Dispatch } from '../ipc/dispatch.ts'
import { createEventBatcher } from '../ipc/event-batcher.ts'
import { accountHandlers } from '../ipc/handlers/account-handlers.ts'
import { accountListHandlers } from '../ipc/handlers/account-list-handlers.ts'
import { appHandlers } from '../ipc/handlers/app-handlers.ts'
import { copyHandlers } from '../ipc/handlers/copy-handlers.ts'
import { intakeHandlers } from '../ipc/handlers/intake-handlers.ts'
import { annotationHandlers } from '../ipc/handlers/annotation-handlers.ts'
import { libraryHandlers } from '../ipc/handlers/library-handlers.ts'
import { mediaHandlers } from '../ipc/handlers/media-handlers.ts'
import { transferHandlers } from '../ipc/handlers/transfer-handlers.ts'
import { locateHandlers } from '../ipc/handlers/locate-handlers.ts'
import { uploadHandlers } from '../ipc/handlers/upload-handlers.ts'
import type { Services } from '../ipc/services.ts'
import { createAnnotations } from '../library/annotations.ts'
import { createKnownAssets } from '../library/known-assets.ts'
import { createMeasures } from '../library/measures.ts'
import { createRecord } from '../library/record.ts'
import { createSeenUrls } from '../library/seen-urls.ts'
import { createThumbnailCache } from '../library/thumbnail-cache.ts'
import { createTransfers } from '../library/transfer/transfers.ts'
import { errorFacts, type Log } from '../log.ts'
import type { Platform } from '../platform.ts'
import { providerOf } from '../providers/registry.ts'
import { createSettings } from '../settings/settings.ts'
import { createPaceStore } from '../store/pace-store.ts'
import { createQueueStore } from '../uploads/queue-store.ts'
import type { AccountLane } from '../uploads/queue-options.ts'
import { createUploadQueue } from '../uploads/upload-queue.ts'
import { toJobView } from './job-view.ts'
import { createNotices } from './notices.ts'
import { createPreviews, type FindPreview } from './previews.ts'
import { createSandboxHost } from './sandbox-host.ts'
import { openStores } from './stores.ts'
import { TUNING, type Tuning } from './tuning.ts'
import { createLook } from './upload-look.ts'

type Options = {
  readonly platform: Platform
  readonly log: Log
  readonly sendEvents: (batch: EventBatch) => void
  readonly tuning?: Partial<Tuning>
}

export type App = {
  readonly dispatch: Dispatch
  readonly findPreview: FindPreview
  /** Files named on the command line: the page asks where they should go. */
  readonly offerFiles: (paths: readonly string[]) => Promise<void>
  /** Ends requests, journals where they stood, closes the database. */
  readonly dispose: () => Promise<void>
}

const KEY_CHECK_MS = 20_000

export async function startApp({ platform, log, sendEvents, tuning }: Options): Promise<App> {
  const { nowMs, steadyMs, random, timeLimits, looksAtMs } = { ...TUNING, ...tuning }
  const stores = openStores(platform, nowMs())
  const sandbox = createSandboxHost(platform.dataFolder)
  const bandwidth = createBandwidth(steadyMs)
  const sender = createSender(timeLimits, bandwidth)
  const grants = createGrants()
  const hashes = createContentHashes()
  const seenUrls = createSeenUrls()
  const record = createRecord(stores.database)
  const accounts = createAccounts(stores.accounts, createVault(platform.cipher, stores.keys), nowMs)
  const tellAccount = (accountId: AccountId) => {
    const account = accounts.find(accountId)
    if (account) events.push({ type: 'account.changed', account: toAccountView(account) })
  }
  const health = createAccountHealth(tellAccount)
  const connections = createConnections({
    accounts,
    health,
    send: sender.send,
    sandboxBase: sandbox.baseOf,
    paces: createPaceStore(stores.database, steadyMs),
    clock: { steadyMs, nowMs, random },
    onHoldChanged: tellAccount,
    onOpened: () => {
      queue.reconsider()
    },
  })

  const events = createEventBatcher({ send: sendEvents, progress: () => queue.progress() })
  const notices = createNotices(stores.notices, events.push)
  const settings = createSettings(stores.settings, (changed) => {
    events.push({ type: 'settings.changed', settings: changed })
    bandwidth.setLimit(changed.uploadBytesPerSecond)
    queue.reconsider()
  })
  bandwidth.setLimit(settings.get().uploadBytesPerSecond)

  const toAccountView = (account: Account): AccountView => {
    const hold = connections.paceOf(account)?.hold
    return {
      id: account.id,
      providerId: account.providerId,
      name: account.name,
      server: account.server,
      colour: account.colour,
      isDisabled: account.isDisabled,
      keyState: accounts.keyStateOf(account),
      trouble: health.troubleOf(account.id),
      blockedBy: queue.blockedBy(account.id),
      waitsFor: queue.waitsFor(account.id),
      heldUntilMs: hold?.reason === 'asked' ? hold.untilMs : null,
      rateFullUntilMs: hold?.reason === 'rate' ? hold.untilMs : null,
      createdAtMs: account.createdAtMs,
    }
  }

  const laneOf = (accountId: AccountId): AccountLane | null => {
    const account = accounts.find(accountId)
    if (!account || account.isDisabled) return null
    const pace = connections.paceOf(account)
    if (!pace) return null
    return {
      parallelUploads: Math.min(
        pace.uploadsAtOnce,
        settings.get().uploadsAtOnceByAccount[accountId] ?? pace.uploadsAtOnce,
      ),
      via: (request, signal) =>
        connections.call(account, 'upload', signal, ({ adapter }, context) =>
          adapter.upload(context, request),
        ),
    }
  }

  const queue = createUploadQueue({
    store: createQueueStore(stores.database),
    pool: createBufferPool(),
    nowMs,
    steadyMs,
    random,
    mostAtOnce: () => settings.get().uploadsAtOnce,
    laneOf,
    look: createLook({
      nowMs,
      looksAtMs,
      usableAccount: (accountId) => {
        const account = accounts.find(accountId)
        return account && !account.isDisabled && accounts.keyOf(account) !== null ? account : null
      },
      providerIdOf: (accountId) => accounts.find(accountId)?.providerId ?? null,
      connections,
      jobs: () => queue.jobs(),
      record,
    }),
    recordAsset: (job, asset, sha256) => {
      const { accountId, facts, path, identity } = job
      const { providerId } = accounts.get(accountId)
      if (sha256 !== null) hashes.note(identity, sha256)
      record.add({
        accountId,
        providerId,
        asset,
        facts,
        sha256,
        sourcePath: path,
        sourceIdentity: identity,
        uploadedAtMs: nowMs(),
      })
    },
    onChanged: (jobs) => {
      for (const job of jobs) events.push({ type: 'job.changed', job: toJobView(job) })
      const recorded = new Set(jobs.flatMap((job) => (job.status === 'done' ? [job.accountId] : [])))
      if (recorded.size === 0) return
      const recordCount = record.count()
      for (const accountId of recorded) events.push({ type: 'record.changed', accountId, recordCount })
    },
    onRemoved: (jobId) => {
      events.push({ type: 'job.removed', jobId })
    },
    network: platform.network,
    isKeyGood: async (accountId) => {
      const { adapter } = providerOf(accounts.get(accountId).providerId)
      if (!adapter.checkCredentials) return false
      await connections.call(
        accounts.get(accountId),
        'background',
        AbortSignal.timeout(KEY_CHECK_MS),
        (_, context) => adapter.checkCredentials?.(context) ?? Promise.resolve(),
      )
      return true
    },
    onBlockChanged: tellAccount,
    onWaitChanged: tellAccount,
    onUnwritable: (error) => {
      log.error('journal not writable', errorFacts(error))
      notices.raise('record-unwritable')
    },
    onWritable: () => {
      notices.withdraw('record-unwritable')
    },
  })

  const previews = createPreviews({
    queue,
    record,
    seenUrls,
    originOf: (accountId) => {
      const account = accounts.find(accountId)
      const address = account ? connections.addressOf(account) : null
      return address === null ? null : new URL(address).origin
    },
  })

  const services: Services = {
    platform,
    accounts,
    connections,
    health,
    environmentKeys: findEnvironmentKeys(platform.environment),
    queue,
    record,
    seenUrls,
    previews,
    thumbnails: createThumbnailCache({ folder: join(platform.dataFolder, 'thumbnails'), nowMs }),
    annotations: createAnnotations(stores.database),
    measures: createMeasures(stores.database),
    settings,
    grants,
    hashes,
    knownAssets: createKnownAssets(stores.database, nowMs),
    transfers: createTransfers(),
    database: stores.database,
    events,
    notices,
    nowMs,
    isWritable: !stores.database.isReadOnly,
    startSandbox: sandbox.start,
    toJobView,
    toAccountView,
  }
  const dispatch = createDispatch(
    {
      ...appHandlers(services),
      ...accountHandlers(services),
      ...accountListHandlers(services),
      ...intakeHandlers(services),
      ...locateHandlers(services),
      ...uploadHandlers(services),
      ...libraryHandlers(services),
      ...transferHandlers(services, libraryHandlers(services)['library.record']),
      ...annotationHandlers(services),
      ...mediaHandlers(services),
      ...copyHandlers(services),
    },
    log,
  )

  if (accounts.all().some(({ server }) => server.kind === 'sandbox'))
    await sandbox.start().catch((error: unknown) => {
      log.error('sandbox not started', errorFacts(error))
    })
  if (services.isWritable) queue.start()
  platform.onResumed(queue.resumeAfterSleep)

  return {
    dispatch,
    findPreview: previews.find,
    offerFiles: async (paths) => {
      if (paths.length === 0) return
      const tokens = await Promise.all(paths.map((path) => grants.mint(path)))
      events.push({ type: 'files.offered', grants: tokens })
    },
    dispose: async () => {
      events.stop()
      await services.transfers.stop()
      connections.close()
      await queue.stop()
      await sender.close()
      await sandbox.close()
      stores.database.close()
    },
  }
}
