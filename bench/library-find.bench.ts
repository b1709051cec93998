// A record of 100,000 assets: its first page, a deep page, each letter of a search, beside plain LIKE in the same round.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { type RecordQuery, WHOLE_RECORD } from '../electron/library/record-page.ts'
import { createRecord } from '../electron/library/record.ts'
import { fillRecord, SAMPLE_ACCOUNTS, SAMPLE_NOW_MS } from '../electron/library/sample-record.testkit.ts'
import { marksOf } from '../electron/library/search-marks.ts'
import { openDatabase } from '../electron/store/open-database.ts'
import { median } from './median.ts'
import { SCALE } from './scale.ts'

const ASSETS = SCALE.finishedJobs
const TYPED = 'holiday'
const PAGE_SIZE = 100

const took = (work: () => void): number => {
  const startedAtMs = performance.now()
  work()
  return performance.now() - startedAtMs
}

function show(title: string, figures: readonly number[], aimMs: number, peers: readonly number[] = []): void {
  const middle = median(figures)
  const ratio = peers.length > 0 ? `, LIKE ${(median(peers) / middle).toFixed(1)} x as long` : ''
  console.log(
    `${title}: ${middle.toFixed(2)} ms, at most ${Math.max(...figures).toFixed(2)}, aim ${aimMs}${ratio}`,
  )
}

function measure(path: string): void {
  const { database } = openDatabase(path, 0)
  const fillMs = took(() => {
    fillRecord(database, ASSETS)
  })
  console.log(`${ASSETS} assets recorded in ${(fillMs / 1000).toFixed(1)} s`)
  const record = createRecord(database)
  const all: RecordQuery = {
    ...WHOLE_RECORD,
    marksOf: marksOf({ accounts: SAMPLE_ACCOUNTS, providers: [] }),
    nowMs: SAMPLE_NOW_MS,
    limit: PAGE_SIZE,
  }
  const matches = 'file_name LIKE ?1 OR asset LIKE ?1'
  const like = database.prepare(
    `SELECT * FROM assets WHERE ${matches} ORDER BY uploaded_at_ms DESC LIMIT ${PAGE_SIZE}`,
  )
  const likeCount = database.prepare(`SELECT count(*) FROM assets WHERE ${matches}`)
  const rounds = (query: Partial<RecordQuery>) =>
    Array.from({ length: SCALE.rounds }, () =>
      took(() => {
        record.page({ ...all, ...query })
      }),
    )

  show('first page', rounds({}), 10)
  for (const by of ['name', 'size'] as const)
    show(`first page by ${by}`, rounds({ sort: { by, direction: 'ascending' } }), 10)
  let cursor = record.page(all).nextCursor
  for (let read = PAGE_SIZE; cursor && read < ASSETS / 2; read += PAGE_SIZE)
    cursor = record.page({ ...all, cursor }).nextCursor
  show('a page half-way down', rounds({ cursor }), 10)
  for (let letters = 1; letters <= TYPED.length; letters += 1) {
    const search = TYPED.slice(0, letters)
    const peers: number[] = []
    const figures: number[] = []
    for (let round = 0; round < SCALE.rounds; round += 1) {
      figures.push(
        took(() => {
          record.page({ ...all, search })
        }),
      )
      const pattern = `%${search}%`
      peers.push(
        took(() => {
          like.all(pattern)
          likeCount.get(pattern)
        }),
      )
    }
    show(`typed “${search}”`, figures, 20, peers)
  }
  show('typed “png”, by name', rounds({ search: 'png', sort: { by: 'name', direction: 'ascending' } }), 20)
  show('one account, expiring', rounds({ accountId: SAMPLE_ACCOUNTS[0]?.id ?? null, state: 'expiring' }), 20)
  database.close()
}

const folder = await mkdtemp(join(tmpdir(), 'wharf-bench-'))
try {
  measure(join(folder, 'record.db'))
} finally {
  await rm(folder, { recursive: true, force: true })
}
