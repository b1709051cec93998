// Finds the file an asset was uploaded from, while it is still the same.
import { lstat } from 'node:fs/promises'
import { identityOf, isSameFile, type FileIdentity } from '../files/file-identity.ts'

type UploadedFrom = { readonly sourcePath: string; readonly sourceIdentity: FileIdentity }

/** Its path; null: it is gone, or another file by now. */
export async function sourceFile({ sourcePath, sourceIdentity }: UploadedFrom): Promise<string | null> {
  try {
    return isSameFile(identityOf(await lstat(sourcePath, { bigint: true })), sourceIdentity)
      ? sourcePath
      : null
  } catch {
    return null
  }
}
