// Keeps docs/faults.md honest: every row is there, every test that it names exists, every test of a row is named.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const PAGE = resolve(import.meta.dirname, '../../../docs/faults.md')
/** The numbers of the catalogue; the others were never given. */
const NOT_LISTED = new Set([18, 20, 21, 25, 40, 44, 53, 73])
const LAST_ROW = 75

type Claim = { readonly row: number; readonly file: string; readonly title: string }

const sections = readFileSync(PAGE, 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((text) => ({ row: Number.parseInt(text, 10), text }))

const claims = sections.flatMap(({ row, text }): Claim[] =>
  [...text.matchAll(/^- \[[^\]]+\]\(([^)]+)\): ([^]+?)(?=\n- |\n\n|\n?$(?![^]))/gm)].map(
    ([, link = '', title = '']) => ({
      row,
      file: join(dirname(PAGE), link),
      title: title.replace(/\s+/g, ' ').trim(),
    }),
  ),
)

const ROW = /\brow\(\s*(\d+),\s*'((?:[^'\\]|\\.)*)'/g
const tests = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.integration.test.ts'))
  .flatMap((name): Claim[] => {
    const file = join(import.meta.dirname, name)
    return [...readFileSync(file, 'utf8').matchAll(ROW)].map(([, row, title = '']) => ({
      row: Number(row),
      file,
      title,
    }))
  })

const nameOf = ({ row, file, title }: Claim) => `${String(row)} ${basename(file)}: ${title}`

test('every row is on the page, with its tests or the reason why there is none', () => {
  const listed = Array.from({ length: LAST_ROW }, (_, index) => index + 1).filter(
    (row) => !NOT_LISTED.has(row),
  )
  expect(sections.map(({ row }) => row)).toEqual(listed)
  const silent = sections.filter(({ row, text }) => {
    return !claims.some((claim) => claim.row === row) && !/^- Not covered: ./m.test(text)
  })
  expect(silent).toEqual([])
})

test('every test that the page names exists, under that row', () => {
  expect(claims.length).toBeGreaterThan(sections.length)
  const made = new Set(tests.map(nameOf))
  const missing = claims.filter((claim) =>
    dirname(claim.file) === import.meta.dirname
      ? !made.has(nameOf(claim))
      : !readFileSync(claim.file, 'utf8').includes(`'${claim.title}'`),
  )
  expect(missing.map(nameOf)).toEqual([])
})

test('every test of a row is on the page', () => {
  const named = new Set(claims.map(nameOf))
  expect(tests.map(nameOf).filter((name) => !named.has(name))).toEqual([])
})
