// Compares a file with the checksum pinned in the source.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/**
 * @param {string} path
 * @param {string} integrity as in a package lock: `sha512-` and base64
 */
export async function verifyIntegrity(path, integrity) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  const found = `sha512-${hash.digest('base64')}`
  if (found !== integrity)
    throw new Error(
      `${path} is not the file that was expected. Found ${found}, pinned ${integrity}. ` +
        'Delete it and try again; if it happens twice, the registry you use serves a different file.',
    )
}
