// Writes a file of the record with any number of realistic entries, as a year of work leaves behind.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Server } from '../shared/model/account.ts'
import type { ProviderId } from '../shared/providers/index.ts'

export type SeedAccount = {
  readonly id: string
  readonly name: string
  readonly providerId: ProviderId
  readonly server: Server
}

const SUBJECTS =
  'holiday portrait skyline café forest River logo banner interview podcast jingle product Übergabe 海 harbour "quoted" =sum wedding 🐈'.split(
    ' ',
  )
const WORDS = 'final draft v2 edit wide crop night square master raw take alt export scene cover loop'.split(
  ' ',
)
const KINDS = [
  { kind: 'image', extension: 'png', mimeType: 'image/png' },
  { kind: 'image', extension: 'jpg', mimeType: 'image/jpeg' },
  { kind: 'image', extension: 'webp', mimeType: 'image/webp' },
  { kind: 'video', extension: 'mp4', mimeType: 'video/mp4' },
  { kind: 'audio', extension: 'mp3', mimeType: 'audio/mpeg' },
] as const
const NEWEST_MS = Date.UTC(2026, 0, 1)
const APART_MS = 5 * 60_000
const PIECE = 500

/** The same entry for the same index, each time; the first is the newest. */
export function seedEntry(index: number, { id: account, providerId }: SeedAccount) {
  const hash = createHash('sha256')
    .update(`${account} ${String(index)}`)
    .digest()
  const pick = <T>(list: readonly T[], place: number) => list[(hash[place] ?? 0) % list.length] as T
  const { kind, extension, mimeType } = pick(KINDS, 0)
  const id = `${providerId}_${hash.toString('hex', 0, 6)}${index.toString(36)}`
  const uploaded = new Date(NEWEST_MS - index * APART_MS).toISOString()
  return {
    account,
    id,
    name: `${pick(SUBJECTS, 1)} ${pick(WORDS, 2)}-${String(index)}.${extension}`,
    kind,
    mimeType,
    sizeBytes: 2000 + (hash.readUInt32LE(3) % 80_000_000),
    sha256: hash.toString('hex'),
    width: kind === 'audio' ? null : 1920,
    height: kind === 'audio' ? null : 1080,
    created: uploaded,
    uploaded,
    expires: null,
    container: null,
    readiness: null,
    readinessNote: null,
    providerName: null,
    values: [
      { name: 'id', label: 'Asset ID', value: id, note: null },
      { name: 'key', label: 'Key', value: `uploads/${index.toString(36)}.${extension}`, note: null },
    ],
    url: null,
    localName: null,
    tags: index % 50 === 0 ? [pick(['campaign', 'keep', 'client A'], 7)] : [],
    note: index % 100 === 0 ? 'for the spring campaign' : null,
  }
}

/** The accounts take turns. */
export async function writeRecordFile(
  path: string,
  count: number,
  accounts: readonly SeedAccount[],
): Promise<void> {
  function* text() {
    yield `${JSON.stringify({ format: 'wharf-record', version: 1, accounts }).slice(0, -1)},\n"entries":[\n`
    for (let from = 0; from < count; from += PIECE) {
      const lines = Array.from({ length: Math.min(PIECE, count - from) }, (_, place) => {
        const index = from + place
        const account = accounts[index % accounts.length]
        if (!account) throw new Error('No account to seed')
        return JSON.stringify(seedEntry(index, account))
      })
      yield `${from === 0 ? '' : ',\n'}${lines.join(',\n')}`
    }
    yield '\n]}\n'
  }
  await mkdir(dirname(path), { recursive: true })
  await pipeline(Readable.from(text()), createWriteStream(path))
}
