// Keeps the paths behind grant tokens: the page holds tokens, main alone holds paths.
import { randomUUID } from 'node:crypto'
import { realpath } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { grantTokenSchema, type GrantToken } from '../../shared/ids.ts'

export type Grants = {
  /** A token for a path that a person dropped, chosen or pasted; a link is resolved now, once. */
  readonly mint: (path: string) => Promise<GrantToken>
  /** Takes a token back for its path; each token works once. null: never given out, or used. */
  readonly redeem: (token: GrantToken) => string | null
}

const MOST_OPEN_GRANTS = 200_000

export function createGrants(): Grants {
  const paths = new Map<GrantToken, string>()
  return {
    mint: async (path) => {
      // A path that cannot be resolved is kept as it is: looking at the file will say what is wrong with it.
      const real = await realpath(path).catch(() => resolve(path))
      const token = grantTokenSchema.parse(randomUUID())
      paths.set(token, real)
      if (paths.size > MOST_OPEN_GRANTS) paths.delete(paths.keys().next().value as GrantToken)
      return token
    },
    redeem: (token) => {
      const path = paths.get(token) ?? null
      paths.delete(token)
      return path
    },
  }
}

/** True for a folder itself and for everything in it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
