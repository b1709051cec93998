// Copies what a batch brought when it ends, if the person wants that.
import type { JobId } from '../../shared/ids.ts'
import type { JobStatus, JobView } from '../../shared/model/job.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { useAccountsStore } from './accounts-store.ts'
import { useAppStore } from './app-store.ts'
import { copyAndSay } from './copy-actions.ts'
import { copiedAsset } from '../../shared/copy/copied-asset.ts'
import { writeCopies } from '../../shared/copy/write-copies.ts'
import { type CopyForm, howToWrite } from './copy-form.ts'
import { showFailure } from './message-actions.ts'
import { type QueueState, useQueueStore } from './queue-store.ts'

/** A paused job goes on only when the person says so, which may be never. */
const ON_ITS_WAY: ReadonlySet<JobStatus> = new Set(['queued', 'uploading', 'waiting', 'checking'])

/**
 * Returns a function to call with each new state of the queue; it answers with what was uploaded, in queue order, when
 * the last job of a batch came to rest. Jobs of the first state were begun before, elsewhere: they belong to no batch.
 */
export function watchOwnBatches(): (state: QueueState) => readonly JobView[] {
  let foreign: ReadonlySet<JobId> | null = null
  const known = new Set<JobId>()
  const batch = new Set<JobId>()
  return ({ jobs, order }) => {
    foreign ??= new Set(jobs.keys())
    let onTheirWay = 0
    for (const { id, status } of jobs.values()) {
      if (foreign.has(id)) continue
      const isOnItsWay = ON_ITS_WAY.has(status)
      if (isOnItsWay) onTheirWay += 1
      // A small file may be added and done between two states.
      if (isOnItsWay || !known.has(id)) batch.add(id)
      known.add(id)
    }
    if (onTheirWay > 0 || batch.size === 0) return []
    const uploaded = order.flatMap((id) => {
      const job = batch.has(id) ? jobs.get(id) : undefined
      return job?.status === 'done' ? [job] : []
    })
    batch.clear()
    return uploaded
  }
}

/** What the settings ask for; null: nothing, also where the template is gone. */
function wantedForm(): CopyForm | null {
  const { copyWhenDone, copyTemplates } = useAppStore.getState().settings
  if (copyWhenDone === 'off') return null
  if (copyWhenDone === 'ids') return { format: 'id' }
  const template = copyTemplates.find(({ id }) => id === copyWhenDone.templateId)
  return template ? { template } : null
}

async function copyUploaded(jobs: readonly JobView[]): Promise<void> {
  const form = wantedForm()
  if (form === null || jobs.length === 0) return
  const say = { code: 'copied-when-done', count: jobs.length, form } as const
  if ('format' in form) {
    await copyAndSay(jobs.flatMap(({ assetId }) => assetId ?? []).join('\n'), say)
    return
  }
  const assets = jobs.flatMap(({ accountId, assetId }) =>
    assetId === null ? [] : [{ accountId, primaryId: assetId }],
  )
  const result = await settle(bridge().calls['library.recorded']({ assets }))
  if (!result.ok) {
    showFailure(result.failure)
    return
  }
  const { accounts } = useAccountsStore.getState()
  const { text, writtenCount } = writeCopies(
    result.value.items.map((item) => copiedAsset(item, accounts)),
    howToWrite(form),
  )
  if (text) await copyAndSay(text, { ...say, count: writtenCount })
}

/** Returns the function that stops it. */
export function copyBatches(): () => void {
  const watch = watchOwnBatches()
  watch(useQueueStore.getState())
  return useQueueStore.subscribe((state, previous) => {
    if (state.jobs !== previous.jobs) void copyUploaded(watch(state))
  })
}
