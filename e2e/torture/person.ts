// A person at an app under torture: answers its questions, changes their mind, and remembers what they asked for.
import { setTimeout as sleep } from 'node:timers/promises'
import type { JobId } from '../../shared/ids.ts'
import type { JobView } from '../../shared/model/job.ts'
import type { Random } from './seeded-random.ts'
import type { Delivery, PersonsWord } from './verdict.ts'
import type { Victim } from './victim.ts'
import type { World } from './world.ts'

export type Person = {
  readonly words: ReadonlyMap<Delivery, PersonsWord>
  /** Whose jobs they laid hands on since `letGo`. */
  readonly touched: ReadonlySet<Delivery>
  readonly letGo: () => void
  /** Now and then does something to some of the jobs. `settleable`: their requests are known to be over. */
  readonly meddle: (victim: Victim, random: Random, settleable: ReadonlySet<Delivery>) => Promise<void>
  /** Sees every job through; false: the time was not enough. */
  readonly finish: (victim: Victim, random: Random, limitMs: number) => Promise<boolean>
}

const BUSY: ReadonlySet<JobView['status']> = new Set(['queued', 'uploading', 'waiting', 'checking'])
const LOOK_AGAIN_MS = 50

export function createPerson(world: World): Person {
  const words = new Map<Delivery, PersonsWord>()
  const touched = new Set<Delivery>()
  const deliveryOf = ({ accountId, fileName }: JobView): Delivery => {
    const found = world.deliveries.find(({ account, name }) => account === accountId && name === fileName)
    if (!found) throw new Error(`There is a job that nobody asked for: ${fileName}`)
    return found
  }
  const copiesOf = ({ account, sha256 }: Delivery) =>
    world.commits().filter((commit) => commit.account === account && commit.sha256 === sha256)

  /** Looks into the library at the provider first, as one would; then tells Wharf, seldom against better knowledge. */
  async function settle(victim: Victim, random: Random, job: JobView) {
    const delivery = deliveryOf(job)
    touched.add(delivery)
    const copies = copiesOf(delivery)
    const old = words.get(delivery)
    const isSentAgain = copies.length === 0 || random.isLucky(0.1)
    words.set(delivery, {
      timesSentAgain: (old?.timesSentAgain ?? 0) + (isSentAgain && copies.length > 0 ? 1 : 0),
      knownAssetIds: isSentAgain
        ? new Set(copies.map(({ assetId }) => assetId))
        : (old?.knownAssetIds ?? new Set()),
      isSettledAsDone: !isSentAgain,
    })
    await victim.call('uploads.settle', { jobIds: [job.id], as: isSentAgain ? 'upload-again' : 'done' })
  }

  async function meddleWith(victim: Victim, random: Random, job: JobView, isSettleable: boolean) {
    const jobIds: readonly JobId[] = [job.id]
    const isEager = random.isLucky(0.5)
    const isFickle = random.isLucky(0.06)
    switch (job.status) {
      case 'unconfirmed':
        if (!isEager || !isSettleable) return
        touched.add(deliveryOf(job))
        if (deliveryOf(job).canBeLookedFor && random.isLucky(0.7))
          await victim.call('uploads.check', { jobIds })
        else await settle(victim, random, job)
        return
      case 'failed':
      case 'cancelled':
        if (isEager) await victim.call('uploads.retry', { jobIds })
        return
      case 'paused':
        if (isEager) await victim.call('uploads.resume', { jobIds })
        return
      case 'queued':
      case 'waiting':
      case 'uploading':
        if (isFickle) await victim.call(random.pick(['uploads.cancel', 'uploads.pause']), { jobIds })
        return
      case 'checking':
      case 'done':
    }
  }

  async function seeThrough(victim: Victim, random: Random, job: JobView) {
    const jobIds: readonly JobId[] = [job.id]
    if (job.status === 'unconfirmed') await settle(victim, random, job)
    else await victim.call(job.status === 'paused' ? 'uploads.resume' : 'uploads.retry', { jobIds })
  }

  return {
    words,
    touched,
    letGo: () => {
      touched.clear()
    },
    meddle: async (victim, random, settleable) => {
      const { jobs } = await victim.call('app.snapshot', {})
      for (const job of jobs)
        if (job.status !== 'done') await meddleWith(victim, random, job, settleable.has(deliveryOf(job)))
    },
    finish: async (victim, random, limitMs) => {
      const untilMs = Date.now() + limitMs
      while (Date.now() < untilMs) {
        const { jobs } = await victim.call('app.snapshot', {})
        const left = jobs.filter(({ status }) => status !== 'done')
        if (left.length === 0) return true
        if (left.some(({ status }) => BUSY.has(status))) {
          await sleep(LOOK_AGAIN_MS)
          continue
        }
        // None of their requests is under way, so all the provider will ever have is there.
        await world.rest()
        for (const job of left) await seeThrough(victim, random, job)
      }
      return false
    },
  }
}
