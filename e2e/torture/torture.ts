// Kills the app again and again in the midst of its work, and compares its journal with the provider's ledger each time.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { electronExecutioner } from './electron-executioner.ts'
import { engineExecutioner } from './engine-executioner.ts'
import { chooseDeath } from './moments.ts'
import { createPerson } from './person.ts'
import { readJournal, type Journal } from './read-journal.ts'
import { seededRandom } from './seeded-random.ts'
import { createTally } from './tally.ts'
import { ADMITS_DOUBT, judge } from './verdict.ts'
import { createWorld } from './world.ts'

const { values: options } = parseArgs({
  options: {
    form: { type: 'string', default: 'engine' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    /** The bundle of the engine's process. */
    engine: { type: 'string', default: '' },
  },
})
const isReal = options.form === 'app'
const LONGEST_LIFE_MS = isReal ? 900 : 250
/** How long some of the runs are left in peace before more is asked of them. */
const CALM_MS = isReal ? 1500 : 150
const FINISH_LIMIT_MS = 150_000

const kills = Number(options.kills)
const random = seededRandom(Number(options.seed))
const folder = mkdtempSync(join(tmpdir(), 'wharf-torture-'))
const dataFolder = join(folder, 'data')
mkdirSync(dataFolder)
const executioner = isReal
  ? electronExecutioner({
      executable: process.env['WHARF_ELECTRON'] ?? '',
      projectFolder: process.cwd(),
      dataFolder,
    })
  : engineExecutioner({ bundle: options.engine, dataFolder })
const world = await createWorld(folder)
const person = createPerson(world)
const tally = createTally()
console.log(`${kills} kills of ${executioner.form}, seed ${options.seed}`)

/** As the kill left them. */
let journal: Journal = { jobs: [], record: [] }
const statuses = () => {
  const jobs = new Map(journal.jobs.map((job) => [`${job.account} ${job.name}`, job.status]))
  return new Map(
    world.deliveries.flatMap((delivery) => {
      const status = jobs.get(`${delivery.account} ${delivery.name}`)
      return status ? [[delivery, status] as const] : []
    }),
  )
}

async function examine(isFinal: boolean) {
  const before = statuses()
  await world.rest()
  journal = readJournal(dataFolder, join(folder, 'copy'))
  person.touched.forEach((delivery) => before.delete(delivery))
  person.letGo()
  const { deliveries, acceptedDrops, commits } = world
  const evidence = { deliveries, acceptedDrops, commits: commits(), words: person.words, untouched: before }
  tally.add(judge({ ...evidence, ...journal, isFinal }))
  tally.found(statuses(), evidence.commits)
}

async function liveAndDie(isFirst: boolean) {
  const atDeath = statuses()
  const inDoubt = [...atDeath].flatMap(([delivery, status]) => (ADMITS_DOUBT.has(status) ? [delivery] : []))
  const victim = await executioner.start()
  if (isFirst) await world.addAccounts(victim)
  else await world.enterKeys(victim)
  if (random.isLucky(0.3)) await sleep(CALM_MS)
  await person.meddle(victim, random, new Set(inDoubt))
  const death = await chooseDeath({ victim, sandbox: world.sandbox, random, longestMs: LONGEST_LIFE_MS })
  // Who dies meanwhile has accepted nothing.
  const dropping = world.drop(victim, random).catch(() => undefined)
  await Promise.race([death.come, victim.gone])
  await victim.kill()
  await dropping
  tally.died(death.name)
}

const startedAtMs = Date.now()
for (let kill = 0; kill < kills; kill += 1) {
  await liveAndDie(kill === 0)
  await examine(false)
}
const killedMs = Date.now() - startedAtMs
world.sandbox.faults.clear()
const last = await executioner.start()
await world.enterKeys(last)
const isFinished = await person.finish(last, random, FINISH_LIMIT_MS)
if (!isFinished) tally.fail('Not every upload came to its end')
await last.kill()
await examine(true)

await executioner.close()
await world.sandbox.close()
console.log(
  tally.report({ kills, killedMs, deliveries: world.deliveries.length, commits: world.commits().length }),
)
const isWell = tally.isWell()
if (isWell) rmSync(folder, { recursive: true, force: true })
else console.log(`Repeat it with --seed ${options.seed}. What is left of it is in ${folder}`)
process.exit(isWell ? 0 : 1)
