// Checks that a power cut or a bad disk leaves a journal that opens, with the last state that had reached the disk.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jobIdSchema } from '../../shared/ids.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { openDatabase } from '../store/open-database.ts'
import { createQueueStore } from './queue-store.ts'
import { sampleJob } from './sample-job.testkit.ts'

const COMMITS = 60
const TRIALS = 100
const PAGE_BYTES = 4096

type Torn = { readonly database?: Buffer; readonly log?: Buffer }

/** A journal as a cut leaves it, with how long its log was at each of its commits. */
async function interruptedJournal() {
  const folder = await temporaryFolder()
  const path = join(folder, 'wharf.db')
  const { database } = openDatabase(path, 0)
  const store = createQueueStore(database)
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  const endsBytes: number[] = []
  for (let index = 1; index <= COMMITS; index += 1) {
    store.save([sampleJob({ id: jobIdSchema.parse(`job-${String(index)}`), position: index })])
    endsBytes.push((await readFile(`${path}-wal`)).length)
  }
  const whole = { database: await readFile(path), log: await readFile(`${path}-wal`) }
  database.close()
  const checkpointed = await readFile(path)
  let trial = 0
  return {
    endsBytes,
    whole,
    checkpointed,
    /** Opens it as it was at the cut, but for what is torn. */
    reopen: async (torn: Torn) => {
      trial += 1
      const torsoPath = join(folder, `torn-${String(trial)}.db`)
      await writeFile(torsoPath, torn.database ?? whole.database)
      if (torn.log) await writeFile(`${torsoPath}-wal`, torn.log)
      const opened = openDatabase(torsoPath, trial)
      try {
        return { jobs: createQueueStore(opened.database).load(), notice: opened.notice }
      } finally {
        opened.database.close()
      }
    },
  }
}

const flipped = (bytes: Buffer, at: number, bit: number) => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ (1 << bit)
  return copy
}

test('cut at whatever length, the log gives every commit that it holds whole, and no part of another', async () => {
  const { endsBytes, whole, reopen } = await interruptedJournal()
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.log.length), async (lengthBytes) => {
      const { jobs, notice } = await reopen({ log: whole.log.subarray(0, lengthBytes) })
      expect(notice).toBeNull()
      expect(jobs).toHaveLength(endsBytes.filter((end) => end <= lengthBytes).length)
    }),
    { numRuns: TRIALS },
  )
})

test('a bit that turned in the log costs the commits from there on, and nothing before', async () => {
  const { endsBytes, whole, reopen } = await interruptedJournal()
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.log.length - 1), fc.nat(7), async (at, bit) => {
      const { jobs, notice } = await reopen({ log: flipped(whole.log, at, bit) })
      expect(notice).toBeNull()
      expect(jobs).toHaveLength(endsBytes.filter((end) => end <= at).length)
    }),
    { numRuns: TRIALS },
  )
})

test('with bits turned in the database itself it still opens, or is kept aside and told of', async () => {
  const { checkpointed, reopen } = await interruptedJournal()
  await fc.assert(
    fc.asyncProperty(fc.nat(checkpointed.length - 1), fc.nat(7), async (at, bit) => {
      const { jobs, notice } = await reopen({ database: flipped(checkpointed, at, bit) })
      if (notice === null) expect(jobs.length).toBeGreaterThan(0)
    }),
    { numRuns: TRIALS },
  )
})

test('a database that misses pages holds the whole queue, or is kept aside and told of', async () => {
  const { checkpointed, reopen } = await interruptedJournal()
  const pages = checkpointed.length / PAGE_BYTES
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: pages - 1 }), async (count) => {
      const { jobs, notice } = await reopen({ database: checkpointed.subarray(0, count * PAGE_BYTES) })
      if (notice === null) expect(jobs).toHaveLength(COMMITS)
    }),
    { numRuns: TRIALS },
  )
})
