// Turns dropped paths into jobs for an account, refusing at once what its provider would refuse.
import { basename } from 'node:path'
import PQueue from 'p-queue'
import type { AccountId } from '../../shared/ids.ts'
import type { RefusedFile } from '../../shared/ipc/contract.ts'
import { preflight, type Problem } from '../../shared/preflight.ts'
import type { ProviderManifest } from '../../shared/providers/manifest.ts'
import { expandDrop } from '../files/expand-drop.ts'
import { inspect } from '../files/inspect.ts'
import type { NewJob } from './upload-queue.ts'

const FILES_AT_ONCE = 16

/** A job but for what goes along with its file. */
export type AdmittedFile = Omit<NewJob, 'fields'>
export type Admission = {
  readonly jobs: readonly AdmittedFile[]
  readonly refused: readonly RefusedFile[]
  /** Of files that became jobs all the same. */
  readonly warned: readonly RefusedFile[]
}

type Target = {
  readonly accountId: AccountId
  readonly manifest: ProviderManifest
  /** True for files that are the app's own business, such as its database. */
  readonly isPrivate: (path: string) => boolean
}

/** Jobs in the order in which the files were dropped; no request is made. */
export async function admitFiles(paths: readonly string[], target: Target): Promise<Admission> {
  const { files, refused } = await expandDrop(paths)
  const queue = new PQueue({ concurrency: FILES_AT_ONCE })
  const verdicts = await Promise.all(files.map((path) => queue.add(() => admit(path, target))))
  return {
    jobs: verdicts.flatMap((verdict) => ('job' in verdict ? [verdict.job] : [])),
    refused: [...refused, ...verdicts.flatMap((verdict) => ('problem' in verdict ? [verdict] : []))],
    warned: verdicts.flatMap((verdict) => ('job' in verdict ? verdict.warned : [])),
  }
}

type Admitted = { readonly job: AdmittedFile; readonly warned: readonly RefusedFile[] }

async function admit(path: string, target: Target): Promise<Admitted | RefusedFile> {
  const refuse = (problem: Problem): RefusedFile => ({ name: basename(path), problem })
  if (target.isPrivate(path)) return refuse({ code: 'private' })
  const found = await inspect(path)
  if (!found.ok) return refuse(found.problem)
  const verdicts = preflight(found.facts, target.manifest)
  const objection = verdicts.find(({ enforce }) => enforce === 'block')
  if (objection) return refuse(objection.problem)
  return {
    job: { accountId: target.accountId, path, facts: found.facts, identity: found.identity },
    warned: verdicts.map(({ problem }) => refuse(problem)),
  }
}
