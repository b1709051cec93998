// Looks at a job's file once more: as it is now, where it was or where it has been found.
import { preflight, type Problem } from '../../shared/preflight.ts'
import type { ProviderManifest } from '../../shared/providers/manifest.ts'
import { isSameFile } from '../files/file-identity.ts'
import { inspect } from '../files/inspect.ts'
import type { FileNow } from './job-event.ts'
import type { Job } from './job.ts'

export type FileLook =
  { readonly ok: true; readonly file: FileNow } | { readonly ok: false; readonly problem: Problem }

/** Refused is what the provider would refuse; no request is made. */
export async function lookAtFile(path: string, manifest: ProviderManifest): Promise<FileLook> {
  const found = await inspect(path)
  if (!found.ok) return found
  const { facts, identity, sha256 } = found
  const block = preflight(facts, manifest).find(({ enforce }) => enforce === 'block')
  return block ? { ok: false, problem: block.problem } : { ok: true, file: { path, facts, identity, sha256 } }
}

/**
 * Whether a file found elsewhere is the one that was dropped: by its hash where that was known, else because it was
 * only moved, or because a copy kept size and time.
 */
export async function isSameContent(
  job: Job,
  file: FileNow,
  hashOf: (file: FileNow) => Promise<string | null>,
): Promise<boolean> {
  if (file.facts.sizeBytes !== job.facts.sizeBytes) return false
  if (job.sha256 !== null) return (await hashOf(file)) === job.sha256
  return isSameFile(file.identity, job.identity) || file.facts.modifiedAtMs === job.facts.modifiedAtMs
}
