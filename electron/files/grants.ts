// Keeps the paths behind grant tokens: the page holds tokens, main alone holds paths.
import { randomUUID } from 'node:crypto'
import { lstat, realpath } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { grantTokenSchema, type FileId, type GrantToken } from '../../shared/ids.ts'

export type GrantedFile = {
  readonly path: string
  /** True for the target of a link that was dropped. */
  readonly isLinked: boolean
  /** Of a file that was offered before: its jobs belong together. null: it is new. */
  readonly fileId: FileId | null
}

export type Grants = {
  /** A token for a path that a person dropped, chosen or pasted; a link is resolved now, once. */
  readonly mint: (path: string) => Promise<GrantToken>
  /** A token for a file whose real path is known already. */
  readonly mintAgain: (path: string, fileId: FileId) => GrantToken
  /** Takes a token back for its file; each token works once. null: never given out, or used. */
  readonly redeem: (token: GrantToken) => GrantedFile | null
}

const MOST_OPEN_GRANTS = 200_000

export function createGrants(): Grants {
  const files = new Map<GrantToken, GrantedFile>()
  const keep = (file: GrantedFile) => {
    const token = grantTokenSchema.parse(randomUUID())
    files.set(token, file)
    if (files.size > MOST_OPEN_GRANTS) files.delete(files.keys().next().value as GrantToken)
    return token
  }
  return {
    mint: async (path) => {
      const named = resolve(path)
      const real = await realpath(path).catch(() => null)
      // Where no link is on the way, the file is none: most need no second look.
      const isLinked = real !== named && (await isLink(path))
      // A path that cannot be resolved is kept as it is: looking at the file will say what is wrong with it.
      return keep({ path: real ?? named, isLinked, fileId: null })
    },
    mintAgain: (path, fileId) => keep({ path, isLinked: false, fileId }),
    redeem: (token) => {
      const file = files.get(token) ?? null
      files.delete(token)
      return file
    },
  }
}

function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  )
}

/** True for a folder itself and for everything in it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
