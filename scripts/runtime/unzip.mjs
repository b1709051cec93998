// Unpacks chosen entries of a zip file with Node alone, because a bare machine has no unzip.
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50
const endRecordBytes = 22
const maxCommentBytes = 65_535
const symlinkMode = 0o120000
const typeMask = 0o170000

/** @typedef {{ name: string, mode: number, isDeflated: boolean, packedBytes: number, sizeBytes: number, headerAt: number }} ZipEntry */

/**
 * @param {import('node:fs/promises').FileHandle} file @param {number} at @param {number} length
 */
const readAt = async (file, at, length) => (await file.read(Buffer.alloc(length), 0, length, at)).buffer

/**
 * Reads the directory of a zip without Zip64 parts (less than 4 GiB and 65,535 entries).
 * @param {import('node:fs/promises').FileHandle} file
 * @returns {Promise<ZipEntry[]>}
 */
async function readDirectory(file) {
  const { size } = await file.stat()
  const tailBytes = Math.min(size, endRecordBytes + maxCommentBytes)
  const tail = await readAt(file, size - tailBytes, tailBytes)
  let endAt = tail.length - endRecordBytes
  while (endAt >= 0 && tail.readUInt32LE(endAt) !== endOfDirectory) endAt -= 1
  if (endAt < 0) throw new Error('This is not a complete zip file: it has no directory at its end.')
  const directory = await readAt(file, tail.readUInt32LE(endAt + 16), tail.readUInt32LE(endAt + 12))
  /** @type {ZipEntry[]} */
  const entries = []
  let at = 0
  while (at < directory.length && directory.readUInt32LE(at) === directoryEntry) {
    const nameBytes = directory.readUInt16LE(at + 28)
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      mode: directory.readUInt16LE(at + 40),
      isDeflated: directory.readUInt16LE(at + 10) === 8,
      packedBytes: directory.readUInt32LE(at + 20),
      sizeBytes: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

/**
 * @param {string} zipPath @param {import('node:fs/promises').FileHandle} file
 * @param {ZipEntry} entry @param {string} target
 */
async function writeEntry(zipPath, file, entry, target) {
  const header = await readAt(file, entry.headerAt, 30)
  const start = entry.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  await mkdir(dirname(target), { recursive: true })
  const packed =
    entry.packedBytes === 0
      ? Readable.from([])
      : createReadStream(zipPath, { start, end: start + entry.packedBytes - 1 })
  const output = createWriteStream(target)
  if (entry.isDeflated) await pipeline(packed, createInflateRaw(), output)
  else await pipeline(packed, output)
  if (output.bytesWritten !== entry.sizeBytes) throw new Error(`The zip file is damaged at ${entry.name}.`)
  if ((entry.mode & 0o111) !== 0) await chmod(target, 0o755)
}

/**
 * @param {string} zipPath @param {string} folder
 * @param {(name: string) => string | null} place where an entry goes, relative to the folder; null leaves it out
 */
export async function unzip(zipPath, folder, place) {
  const file = await open(zipPath)
  try {
    for (const entry of await readDirectory(file)) {
      if (entry.name.endsWith('/')) continue
      const placed = place(entry.name)
      if (placed === null) continue
      const relative = normalize(placed)
      if (relative.startsWith('..') || relative.startsWith(sep))
        throw new Error(`The zip file would write outside its folder: ${entry.name}`)
      if ((entry.mode & typeMask) === symlinkMode)
        throw new Error(`The zip file holds a symbolic link, which is not expected: ${entry.name}`)
      await writeEntry(zipPath, file, entry, join(folder, relative))
    }
  } finally {
    await file.close()
  }
}
