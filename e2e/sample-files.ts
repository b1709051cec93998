// Real files for the tests to drop.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawPng, scenes } from '../scripts/sample-pictures.mjs'

/** A picture that can be looked at; returns its path. */
export async function writePicture(folder: string, name: string, scene = 0): Promise<string> {
  const drawn = scenes[scene % scenes.length]
  if (!drawn) throw new Error('No such scene')
  return writeBytes(folder, name, drawPng(drawn, 320, 200))
}

/** A clip of three seconds and a sound of two that really play. */
export function sampleMedia(name: 'clip.webm' | 'tone.mp3'): Promise<Buffer> {
  return readFile(join(import.meta.dirname, '..', 'electron', 'sandbox', 'sample-media', name))
}

export async function writeBytes(folder: string, name: string, bytes: Uint8Array | string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** Begins like an MP4, then noise: large enough to be seen on its way. */
export async function writeClip(folder: string, name: string, sizeBytes: number): Promise<string> {
  const head = Buffer.from('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2', 'latin1')
  const path = await writeBytes(folder, name, head)
  const file = await open(path, 'a')
  const block = randomBytes(1024 * 1024)
  for (let left = sizeBytes - head.byteLength; left > 0; left -= block.byteLength)
    await file.write(block.subarray(0, Math.min(left, block.byteLength)))
  await file.close()
  return path
}
