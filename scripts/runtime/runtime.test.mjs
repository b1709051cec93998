// Tests how a runtime is checked, unpacked and remembered.
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildFolderOnce } from './build-folder-once.mjs'
import { verifyIntegrity } from './integrity.mjs'
import { isFresh } from './official-electron.mjs'
import { placeRuntimeFile } from './registry-electron.mjs'
import { unzip } from './unzip.mjs'

/** @type {string} */
let folder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wharf-runtime-test-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** @param {string} name @param {string} text @param {{ isDeflated: boolean, mode: number }} how */
function zipWithOneFile(name, text, { isDeflated, mode }) {
  const data = isDeflated ? deflateRawSync(text) : Buffer.from(text)
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(isDeflated ? 8 : 0, 4)
  fields.writeUInt32LE(crc32(text), 10)
  fields.writeUInt32LE(data.length, 14)
  fields.writeUInt32LE(Buffer.byteLength(text), 18)
  fields.writeUInt16LE(Buffer.byteLength(name), 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data])
  const tail = Buffer.alloc(14)
  tail.writeUInt16LE(mode, 8)
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x00\x03'), fields, tail, Buffer.from(name)])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(entry.length, 8)
  end.writeUInt32LE(local.length, 12)
  const path = join(folder, 'one.zip')
  writeFileSync(path, Buffer.concat([local, entry, Buffer.from('PK\x05\x06'), end]))
  return path
}

describe('unzip', () => {
  it.each([true, false])('unpacks what is chosen, under its new name (deflated: %s)', async (isDeflated) => {
    const zip = zipWithOneFile('Cypress/Cypress', 'runs', { isDeflated, mode: 0o100755 })
    await unzip(zip, folder, placeRuntimeFile)
    expect(readFileSync(join(folder, 'electron'), 'utf8')).toBe('runs')
    expect(statSync(join(folder, 'electron')).mode & 0o777).toBe(0o755)
  })

  it('leaves out what has no place', async () => {
    await unzip(zipWithOneFile('a', 'x', { isDeflated: false, mode: 0o100644 }), folder, () => null)
    expect(readdirSync(folder)).toEqual(['one.zip'])
  })

  it('refuses to write outside its folder', async () => {
    const zip = zipWithOneFile('../escaped', 'x', { isDeflated: false, mode: 0o100644 })
    await expect(unzip(zip, folder, (name) => name)).rejects.toThrow('outside its folder')
  })

  it('refuses symbolic links', async () => {
    const zip = zipWithOneFile('link', '/etc/passwd', { isDeflated: false, mode: 0o120777 })
    await expect(unzip(zip, folder, (name) => name)).rejects.toThrow('symbolic link')
  })

  it('says when a file is no zip', async () => {
    writeFileSync(join(folder, 'x'), 'x'.repeat(100))
    await expect(unzip(join(folder, 'x'), folder, (name) => name)).rejects.toThrow('not a complete zip')
  })
})

it.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/locales/de.pak', 'locales/de.pak'],
  ['Cypress/resources/app/index.js', null],
  ['Cypress/browser_v8_context_snapshot.bin', null],
  ['Elsewhere/file', null],
])('%s goes to %s', (name, place) => {
  expect(placeRuntimeFile(name)).toBe(place)
})

describe('integrity', () => {
  const ofX =
    'sha512-pKvURIxJVi2CgRXROh/M6pJ/UrTVRZKX+LQ+QtqJI4vBNibkPcs43bCCSIkn7JBPtCBXRDmD6IWFF51QVRr+Yg=='

  it('accepts the pinned file', async () => {
    writeFileSync(join(folder, 'x'), 'x')
    await expect(verifyIntegrity(join(folder, 'x'), ofX)).resolves.toBeUndefined()
  })

  it('rejects a file that is not the pinned one', async () => {
    writeFileSync(join(folder, 'x'), 'tampered')
    await expect(verifyIntegrity(join(folder, 'x'), ofX)).rejects.toThrow('is not the file that was expected')
  })
})

describe('a cache folder', () => {
  it('is filled once by two at a time, and leaves no draft', async () => {
    const target = join(folder, 'cache', 'electron')
    const fill = (/** @type {string} */ draft) => writeFile(join(draft, 'file'), 'whole')
    await Promise.all([buildFolderOnce(target, fill), buildFolderOnce(target, fill)])
    expect(readdirSync(join(folder, 'cache'))).toEqual(['electron'])
  })

  it('does not appear when filling fails', async () => {
    const target = join(folder, 'cache', 'electron')
    await expect(buildFolderOnce(target, () => Promise.reject(new Error('no network')))).rejects.toThrow(
      'no network',
    )
    expect(readdirSync(join(folder, 'cache'))).toEqual([])
  })
})

it('forgets after some hours that GitHub was out of reach', () => {
  const hourMs = 3_600_000
  expect(isFresh(0, hourMs)).toBe(true)
  expect(isFresh(0, 7 * hourMs)).toBe(false)
})
