// Turns dropped paths into jobs for each account, refusing at once what its provider would refuse.
import { basename } from 'node:path'
import type { AccountId, FileId } from '../../shared/ids.ts'
import type { EarlierCopy, LeftOut, RefusedFile } from '../../shared/model/intake.ts'
import { preflight, type Problem } from '../../shared/preflight.ts'
import type { ProviderManifest } from '../../shared/providers/manifest.ts'
import { expandDrop } from '../files/expand-drop.ts'
import { inspect } from '../files/inspect.ts'
import type { NewJob } from './journalled-jobs.ts'
import type { FileToSend, SortedFiles } from './known-content.ts'

const FILES_AT_ONCE = 16

export type DroppedFile = FileToSend & { readonly fileId: FileId }
/** A job but for what goes along with its file. */
export type AdmittedFile = Omit<NewJob, 'fields'>
export type AccountAdmission = {
  readonly accountId: AccountId
  readonly jobs: readonly AdmittedFile[]
  readonly refused: readonly RefusedFile[]
  /** Of files that became jobs all the same. */
  readonly warned: readonly RefusedFile[]
  readonly known: readonly { readonly file: DroppedFile; readonly earlier: EarlierCopy }[]
}
export type Admission = {
  /** For what is wrong with them on the disk, whatever the account. */
  readonly refused: readonly RefusedFile[]
  readonly leftOut: LeftOut
  readonly accounts: readonly AccountAdmission[]
}

export type IntakeProgress = { readonly foundCount: number; readonly lookedAtCount: number }

type Options = {
  readonly targets: readonly { readonly accountId: AccountId; readonly manifest: ProviderManifest }[]
  /** True for files that are the app's own business, such as its database. */
  readonly isPrivate: (path: string) => boolean
  /** The same for a file that was dropped before. */
  readonly fileIdOf: (path: string) => FileId
  readonly sortByContent: (
    accountId: AccountId,
    files: readonly DroppedFile[],
  ) => Promise<SortedFiles<DroppedFile>>
  readonly signal: AbortSignal
  readonly onProgress: (progress: IntakeProgress) => void
}

/** Jobs in the order in which the files were dropped; no request is made. Rejects when the signal is aborted. */
export async function admitFiles(paths: readonly string[], options: Options): Promise<Admission> {
  const { targets, signal, onProgress } = options
  let lookedAtCount = 0
  const expansion = await expandDrop(paths, {
    signal,
    onFound: (foundCount) => {
      onProgress({ foundCount, lookedAtCount })
    },
  })
  const looks: Look[] = []
  const left = expansion.files.entries()
  const lookAtNext = async () => {
    for (const [index, path] of left) {
      signal.throwIfAborted()
      looks[index] = await lookAt(path, options)
      lookedAtCount += 1
      onProgress({ foundCount: expansion.files.length, lookedAtCount })
    }
  }
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, lookAtNext))
  const files = looks.flatMap((look) => ('file' in look ? [look.file] : []))
  const accounts: AccountAdmission[] = []
  // One account after the other, so that what was read for the first is known for the next.
  for (const target of targets) accounts.push(await admit(files, target, options))
  return {
    refused: [...expansion.refused, ...looks.flatMap((look) => ('problem' in look ? [look] : []))],
    leftOut: expansion.leftOut,
    accounts,
  }
}

type Look = { readonly file: DroppedFile } | RefusedFile

async function lookAt(path: string, { isPrivate, fileIdOf }: Options): Promise<Look> {
  const name = basename(path)
  if (isPrivate(path)) return { name, problem: { code: 'private' } }
  const found = await inspect(path)
  if (!found.ok) return { name, problem: found.problem }
  const { facts, identity, headSha256, sha256 } = found
  return { file: { path, facts, identity, headSha256, sha256, fileId: fileIdOf(path) } }
}

async function admit(
  files: readonly DroppedFile[],
  { accountId, manifest }: Options['targets'][number],
  { sortByContent }: Options,
): Promise<AccountAdmission> {
  const refused: RefusedFile[] = []
  const candidates: DroppedFile[] = []
  const objections = new Map<string, readonly Problem[]>()
  for (const file of files) {
    const verdicts = preflight(file.facts, manifest)
    const block = verdicts.find(({ enforce }) => enforce === 'block')
    if (block) refused.push({ name: file.facts.name, problem: block.problem })
    else {
      candidates.push(file)
      const problems = verdicts.map(({ problem }) => problem)
      objections.set(file.path, problems)
    }
  }
  const { fresh, known } = await sortByContent(accountId, candidates)
  return {
    accountId,
    refused,
    known,
    warned: fresh.flatMap((file) =>
      (objections.get(file.path) ?? []).map((problem) => ({ name: file.facts.name, problem })),
    ),
    jobs: fresh.map(({ path, facts, identity, sha256, fileId }) => ({
      accountId,
      fileId,
      path,
      facts,
      identity,
      sha256,
    })),
  }
}
