// The world around an app under torture: the provider's server, the files, and what was asked of the app so far.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { keyDigest } from '../../electron/sandbox/key-digest.ts'
import { startSandbox, type Sandbox } from '../../electron/sandbox/start-sandbox.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { drawPng, scenes } from '../../scripts/sample-pictures.mjs'
import type { Random } from './seeded-random.ts'
import type { Delivery, Evidence } from './verdict.ts'
import type { Target, Victim } from './victim.ts'

/** In every Indream account of the sandbox. */
const PROJECT_ID = '5b2f8c1e-7d34-4c0a-9e6b-1f2a3c4d5e6f'

type Kind = {
  readonly name: string
  readonly providerId: ProviderId
  readonly fields: Readonly<Record<string, string>>
  readonly canBeLookedFor: boolean
}

/** Two keys at 1min.ai, which allows each of them 100 requests in a minute. */
const KINDS: readonly [Kind, ...Kind[]] = [
  { name: 'KonPro', providerId: 'konpro', fields: {}, canBeLookedFor: true },
  {
    name: 'Indream, in a project',
    providerId: 'indream',
    fields: { projectId: PROJECT_ID },
    canBeLookedFor: true,
  },
  { name: 'Indream, in none', providerId: 'indream', fields: {}, canBeLookedFor: false },
  { name: '1min.ai', providerId: 'onemin', fields: {}, canBeLookedFor: false },
  { name: '1min.ai, other key', providerId: 'onemin', fields: {}, canBeLookedFor: false },
  { name: 'Token360', providerId: 'token360', fields: {}, canBeLookedFor: false },
]
const keyOf = ({ name }: Kind) => `sandbox-torture ${name.replaceAll(/\W/g, '-')}`.replace(' ', '-')

const RESTING_MS = 10_000
const LARGE_BYTES = 3 * 1024 * 1024
const SMALL_BYTES = 60 * 1024

type Account = Kind & { readonly id: AccountId }

export type World = {
  readonly sandbox: Sandbox
  readonly deliveries: readonly Delivery[]
  readonly acceptedDrops: ReadonlySet<number>
  readonly commits: () => Evidence['commits']
  readonly addAccounts: (victim: Victim) => Promise<void>
  /** Where there is no keyring, each run begins without keys. */
  readonly enterKeys: (victim: Victim) => Promise<void>
  /** New files to one or two accounts: resolves when the app has accepted them. */
  readonly drop: (victim: Victim, random: Random) => Promise<void>
  /** Resolves when the provider does nothing any more, as it does soon after the app's death. */
  readonly rest: () => Promise<void>
}

export async function createWorld(folder: string): Promise<World> {
  const sandbox = await startSandbox({ dataFolder: join(folder, 'sandbox') })
  const filesFolder = join(folder, 'files')
  mkdirSync(filesFolder, { recursive: true })
  const deliveries: Delivery[] = []
  const acceptedDrops = new Set<number>()
  const accounts: Account[] = []
  let dropCount = 0
  let fileCount = 0

  function writeFile(random: Random) {
    fileCount += 1
    const name = `${String(fileCount).padStart(5, '0')}.png`
    const [scene] = scenes
    if (!scene) throw new Error('There is no scene to draw')
    const tail = random.bytes(random.isLucky(0.15) ? LARGE_BYTES : random.whole(16, SMALL_BYTES))
    const bytes = Buffer.concat([drawPng(scene, 8, 8), tail])
    const path = join(filesFolder, name)
    writeFileSync(path, bytes)
    return { path, name, sha256: createHash('sha256').update(bytes).digest('hex') }
  }

  return {
    sandbox,
    deliveries,
    acceptedDrops,
    commits: () => {
      const accountOf = new Map(accounts.map((account) => [keyDigest(keyOf(account)), account.id]))
      const entries = sandbox.ledger.entries()
      // It forgets the oldest of very many requests, and a verdict needs them all.
      if ((entries[0]?.seq ?? 1) !== 1) throw new Error('The ledger is full: fewer kills, please')
      return entries.flatMap(({ keyDigest: digest, committedAssetId: assetId, committedFile }) => {
        const account = accountOf.get(digest ?? '')
        return account && assetId !== null && committedFile
          ? [{ account, assetId, sha256: committedFile.sha256 }]
          : []
      })
    },
    addAccounts: async (victim) => {
      for (const kind of KINDS) {
        const { name, providerId } = kind
        const serverAddress = sandbox.originOf(providerId)
        const fields = { name, providerId, apiKey: keyOf(kind), serverAddress }
        accounts.push({ ...kind, id: (await victim.call('accounts.add', fields)).id })
      }
    },
    enterKeys: async (victim) => {
      const { accounts: views } = await victim.call('app.snapshot', {})
      for (const account of accounts)
        if (views.some(({ id, keyState }) => id === account.id && keyState === 'missing'))
          await victim.call('accounts.setKey', { accountId: account.id, apiKey: keyOf(account) })
    },
    drop: async (victim, random) => {
      const drop = (dropCount += 1)
      const first = random.whole(0, accounts.length - 1)
      const chosen = [first, ...(random.isLucky(0.3) ? [first + 1] : [])].flatMap(
        (index) => accounts[index % accounts.length] ?? [],
      )
      const files = Array.from({ length: random.whole(1, 5) }, () => writeFile(random))
      for (const { id, name: place, canBeLookedFor } of chosen)
        for (const { name, sha256 } of files)
          deliveries.push({ account: id, place, canBeLookedFor, name, sha256, drop })
      const targets = chosen.map(({ id, fields }): Target => ({ accountId: id, fields }))
      await victim.drop(
        files.map(({ path }) => path),
        targets,
      )
      acceptedDrops.add(drop)
    },
    rest: async () => {
      const isResting = () => sandbox.ledger.entries().every(({ endedAtMs }) => endedAtMs !== null)
      const untilMs = Date.now() + RESTING_MS
      while (!isResting()) {
        if (Date.now() > untilMs) throw new Error('The provider does not come to rest')
        await sleep(2)
      }
    },
  }
}
