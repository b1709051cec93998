// Finds those of an account's new files whose bytes it has already, reading only what may be a copy.
import { setImmediate } from 'node:timers/promises'
import type { AccountId } from '../../shared/ids.ts'
import type { EarlierCopy } from '../../shared/model/intake.ts'
import type { ContentHashes } from '../files/content-hashes.ts'
import type { FileIdentity } from '../files/file-identity.ts'
import type { InspectedFile } from '../files/inspect.ts'
import type { Job } from './job.ts'

type RecordedAsset = { readonly primaryId: string; readonly fileName: string; readonly uploadedAtMs: number }

/** What the accounts are known to hold. */
export type RecordedContent = {
  readonly hasSize: (accountId: AccountId, sizeBytes: number) => boolean
  readonly withHash: (accountId: AccountId, sha256: string) => RecordedAsset | null
  readonly fromFile: (accountId: AccountId, identity: FileIdentity) => RecordedAsset | null
}

export type FileToSend = InspectedFile & { readonly path: string }

type Options<F> = {
  readonly accountId: AccountId
  readonly files: readonly F[]
  /** Of this account, on their way. */
  readonly unfinished: readonly Job[]
  readonly recorded: RecordedContent
  readonly hashes: ContentHashes
  readonly signal: AbortSignal
}

export type SortedFiles<F> = {
  readonly fresh: readonly F[]
  readonly known: readonly { readonly file: F; readonly earlier: EarlierCopy }[]
}

/** So many files are looked up before anything else in the app gets its turn. */
const FILES_PER_TURN = 100

/** Rejects with the signal's reason when it is aborted. Files that cannot be read count as fresh: sending will tell. */
export async function sortByContent<F extends FileToSend>(options: Options<F>): Promise<SortedFiles<F>> {
  const { accountId, files, unfinished, recorded, hashes, signal } = options
  const hashOf = ({ path, identity, sha256 }: Hashable) => sha256 ?? hashes.of(path, identity, signal)
  const queued = copyIndex<Hashable>(({ facts }) => String(facts.sizeBytes), hashOf)
  // Of the same drop the heads are known, so that only those that begin alike are read.
  const taken = copyIndex<F>(({ facts, headSha256 }) => `${String(facts.sizeBytes)} ${headSha256}`, hashOf)
  unfinished.forEach(queued.add)

  async function earlierCopyOf(file: F): Promise<EarlierCopy | null> {
    const sourced = recorded.fromFile(accountId, file.identity)
    if (sourced) return atProvider(sourced)
    const untouched = queued.fromFile(file) ?? taken.fromFile(file)
    if (untouched !== null) return { at: 'queue', fileName: untouched }
    const isSizeRecorded = recorded.hasSize(accountId, file.facts.sizeBytes)
    if (!isSizeRecorded && !queued.mayHave(file) && !taken.mayHave(file)) return null
    const sha256 = await hashOf(file)
    if (sha256 === null) return null
    const asset = isSizeRecorded ? recorded.withHash(accountId, sha256) : null
    if (asset) return atProvider(asset)
    const fileName = (await queued.withHash(file, sha256)) ?? (await taken.withHash(file, sha256))
    return fileName === null ? null : { at: 'queue', fileName }
  }

  const fresh: F[] = []
  const known: { file: F; earlier: EarlierCopy }[] = []
  for (const [index, file] of files.entries()) {
    if (index % FILES_PER_TURN === 0) await setImmediate()
    const earlier = await earlierCopyOf(file)
    signal.throwIfAborted()
    if (earlier) known.push({ file, earlier })
    else {
      taken.add(file)
      fresh.push(file)
    }
  }
  const withHash = (file: F): F => ({ ...file, sha256: file.sha256 ?? hashes.known(file.identity) })
  return { fresh: fresh.map(withHash), known }
}

function atProvider({ primaryId, fileName, uploadedAtMs }: RecordedAsset): EarlierCopy {
  return { at: 'provider', primaryId, fileName, uploadedAtMs }
}

type Hashable = Pick<Job, 'path' | 'identity' | 'sha256' | 'facts'>

/** Files by what has to be alike in copies; each is hashed at most once, and only when something is alike. */
function copyIndex<F extends Hashable>(
  keyOf: (file: F) => string,
  hashOf: (file: F) => string | null | Promise<string | null>,
) {
  const groups = new Map<string, F[]>()
  const names = new Map<string, string>()
  const hashed = new Map<string, { count: number; readonly byHash: Map<string, string> }>()
  const nodeOf = ({ identity }: Hashable) => (identity.changedAtNs === null ? null : JSON.stringify(identity))
  return {
    add: (file: F) => {
      const group = groups.get(keyOf(file))
      if (group) group.push(file)
      else groups.set(keyOf(file), [file])
      const node = nodeOf(file)
      if (node !== null) names.set(node, file.facts.name)
    },
    mayHave: (file: F) => groups.has(keyOf(file)),
    /** The name of the same file, as it was when it was added. */
    fromFile: (file: F) => names.get(nodeOf(file) ?? '') ?? null,
    withHash: async (file: F, sha256: string) => {
      const key = keyOf(file)
      const group = groups.get(key) ?? []
      const seen = hashed.get(key) ?? { count: 0, byHash: new Map<string, string>() }
      hashed.set(key, seen)
      for (const other of group.slice(seen.count)) {
        const found = await hashOf(other)
        if (found !== null) seen.byHash.set(found, other.facts.name)
      }
      seen.count = group.length
      return seen.byHash.get(sha256) ?? null
    },
  }
}
