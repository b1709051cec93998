// Tests when the app is built again.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isBuildStale } from './is-build-stale.mjs'

/** @type {string} */
let root

/** @param {string} path @param {number} changedAtSeconds */
const write = (path, changedAtSeconds) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), '')
  utimesSync(join(root, path), changedAtSeconds, changedAtSeconds)
  utimesSync(dirname(join(root, path)), 1, 1)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'wharf-stale-'))
  write('electron/main.ts', 100)
  for (const built of ['main/main.js', 'preload/preload.cjs', 'renderer/index.html'])
    write(`dist/${built}`, 200)
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

it('is fresh when everything was built after the last change', () => {
  expect(isBuildStale(root)).toBe(false)
})

it('is stale when a source changed later', () => {
  write('shared/ids.ts', 300)
  expect(isBuildStale(root)).toBe(true)
})

it('is stale when a part was never built', () => {
  rmSync(join(root, 'dist/preload/preload.cjs'))
  expect(isBuildStale(root)).toBe(true)
})
