// Finds the files below a folder that hold a text, however it is encoded.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Paths below the folder; files that vanish meanwhile or cannot be read are no files. */
export async function filesHolding(folder: string, text: string): Promise<readonly string[]> {
  const needles = [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1)),
    Buffer.from(Buffer.from(text).toString('hex')),
    Buffer.from(encodeURIComponent(text)),
  ]
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const holding = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file).catch(() => Buffer.alloc(0))
      return needles.some((needle) => bytes.includes(needle)) ? [file.slice(folder.length + 1)] : []
    }),
  )
  return holding.flat()
}
