// What holds after every row of the fault list, whatever went wrong.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { JobView } from '../../../shared/model/job.ts'
import { createQueueStore } from '../../uploads/queue-store.ts'
import { openSqlite } from '../../store/sqlite.ts'
import type { Bench } from './bench.testkit.ts'

export async function checkInvariants(bench: Bench): Promise<void> {
  await othersKeepMoving(bench)
  await pageShowsTheJournal(bench)
  nothingIsSentTwice(bench)
  nothingLeaks(bench)
  nothingOfOursFailed(bench)
}

/** I4. */
async function othersKeepMoving(bench: Bench) {
  const id = bench.bystanderId()
  if (id === null || !bench.isBystanderSent()) return
  const statuses = async () =>
    (await bench.snapshot()).jobs.flatMap(({ accountId, status }) => (accountId === id ? [status] : []))
  await vi.waitUntil(async () => (await statuses())[0] === 'done', { timeout: 10_000 }).catch(() => undefined)
  expect(await statuses(), 'I4: the bystander goes on').toEqual(['done'])
}

const fateOf = ({ id, status, assetId, failure }: Pick<JobView, 'id' | 'status' | 'assetId' | 'failure'>) =>
  JSON.stringify([id, status, assetId, failure && Object.entries(failure).toSorted()])

/** I1 with I5: what the page was told and the journal say the same, of every job there ever was. */
async function pageShowsTheJournal(bench: Bench) {
  const told = () => {
    const { loaded, said } = bench.run()
    const fates = new Map<string, string>(loaded.jobs.map((job) => [job.id, fateOf(job)]))
    for (const { events } of said.batches)
      for (const event of events) {
        if (event.type === 'job.changed') fates.set(event.job.id, fateOf(event.job))
        if (event.type === 'job.removed') fates.delete(event.jobId)
      }
    return [...fates.values()].toSorted()
  }
  const journalled = () => {
    const database = openSqlite(join(bench.run().desktop.platform.dataFolder, 'wharf.db'), {
      isReadOnly: true,
    })
    const jobs = createQueueStore(database).load()
    database.close()
    return jobs.map(fateOf).toSorted()
  }
  const isAgreed = async () => {
    const shown = (await bench.snapshot()).jobs.map(fateOf).toSorted()
    return (
      JSON.stringify(shown) === JSON.stringify(journalled()) &&
      JSON.stringify(shown) === JSON.stringify(told())
    )
  }
  await vi.waitUntil(isAgreed, { timeout: 20_000, interval: 30 }).catch(() => undefined)
  const shown = (await bench.snapshot()).jobs.map(fateOf).toSorted()
  expect(shown, 'I5: the page is shown the journal').toEqual(journalled())
  expect(told(), 'I5: the page was told of every change').toEqual(shown)
  const ids = new Set((await bench.snapshot()).jobs.map(({ id }) => id))
  const lost = [...bench.added].filter((id) => !ids.has(id))
  expect(lost, 'I1: no job is lost').toEqual([])
}

/** I2. */
function nothingIsSentTwice({ sandbox, askedAgain }: Bench) {
  const counts = new Map<string, number>()
  for (const { keyDigest, committedFile } of sandbox.ledger.committed()) {
    if (!committedFile || askedAgain.has(committedFile.sha256)) continue
    const likeness = `${keyDigest ?? ''} ${committedFile.sha256}`
    counts.set(likeness, (counts.get(likeness) ?? 0) + 1)
  }
  const twice = [...counts].filter(([, count]) => count > 1)
  expect(twice, 'I2: nothing is committed twice').toEqual([])
}

/** I3: a key is nowhere; a path is in the journal, where it has its columns, and nowhere else. */
function nothingLeaks({ runs, keys, dataFolder, filesFolder }: Bench) {
  const said = JSON.stringify(runs.map((run) => run.said))
  for (const secret of [...keys, dataFolder, filesFolder]) expect(said.includes(secret), secret).toBe(false)
  const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true })
  for (const file of files.filter((entry) => entry.isFile())) {
    const bytes = readFileSync(join(file.parentPath, file.name))
    for (const key of keys)
      for (const form of [key, Buffer.from(key).toString('base64'), encodeURIComponent(key)])
        expect(bytes.includes(form), `I3: the key is in ${file.name}`).toBe(false)
  }
}

function nothingOfOursFailed({ runs }: Bench) {
  const errors = runs.flatMap(({ said }) =>
    said.logged.filter((line) => line.startsWith('["error","call failed"')),
  )
  expect(errors, 'no call failed for a fault of our own').toEqual([])
  expect(JSON.stringify(runs.map(({ said }) => said.batches))).not.toContain('"code":"internal"')
}
