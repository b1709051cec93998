// Proves that no file can make an import do anything but say what is wrong with it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WharfError } from '../../../shared/errors.ts'
import { temporaryFolder } from '../../sandbox/sandbox.testkit.ts'
import { sampleEntry } from '../sample-entry.testkit.ts'
import { inspectRecordFile } from './inspect-record-file.ts'
import { aComputer } from './transfer.testkit.ts'

async function inspect(content: string | Buffer) {
  const path = join(await temporaryFolder(), 'file')
  await writeFile(path, content)
  return inspectRecordFile(path, { signal: new AbortController().signal, onProgress: () => undefined })
}

const account = { id: 'a', name: 'A', providerId: 'konpro', server: { kind: 'provider' } }
const head = JSON.stringify({ format: 'wharf-record', version: 1, accounts: [account] }).slice(0, -1)
const document = (...entries: readonly string[]) => `${head},\n"entries":[\n${entries.join(',\n')}\n]}\n`

async function anEntry(change: object = {}): Promise<string> {
  const here = await aComputer()
  here.add(sampleEntry('x', 'x.png'))
  return JSON.stringify({ ...here.all()[0], account: 'a', ...change })
}

test.each([
  ['nothing', ''],
  ['text', 'hello'],
  ['other JSON', '{"entries":[]}'],
  ['a list', '[{}]'],
  ['the file of accounts', '{"format":"wharf-accounts","version":1,"accounts":[]}'],
  ['entries before the head', '{"entries":[{}],"format":"wharf-record","version":1,"accounts":[]}'],
  ['a head that cannot be', '{"format":"wharf-record","version":"1","accounts":[],"entries":[]}'],
  ['another prototype', '{"__proto__":{"format":"wharf-record"},"version":1,"accounts":[],"entries":[]}'],
  ['another table', 'a,b\n1,2\n'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff, 0xfe])],
  ['brackets alone', '['.repeat(1_000_000)],
  ['a quotation without end', `"${'x'.repeat(3_000_000)}`],
])('%s is refused as a whole', async (_, content) => {
  await expect(inspect(content)).rejects.toMatchObject({ failure: { code: 'record-file-invalid' } })
})

test('a newer form is told from a wrong one', async () => {
  const newer = '{"format":"wharf-record","version":2,"accounts":{"not":"ours"},"entries":[]}'
  await expect(inspect(newer)).rejects.toMatchObject({ failure: { code: 'record-file-newer' } })
})

test('a wrong row is told by its line, and the rest is read', async () => {
  const good = await anEntry()
  const { entryCount, problems } = await inspect(
    document(
      good,
      '{"id":}',
      await anEntry({ sizeBytes: -1 }),
      await anEntry({ account: 'elsewhere' }),
      await anEntry({ id: 'y'.repeat(5000) }),
      '['.repeat(1_000_000) + ']'.repeat(1_000_000),
      await anEntry({ note: 'x'.repeat(5_000_000) }),
      '['.repeat(50) + ']'.repeat(50),
      good,
    ),
  )
  expect(entryCount).toBe(2)
  expect(problems).toEqual({
    count: 7,
    first: [
      { line: 4, code: 'not-json', field: null },
      { line: 5, code: 'not-valid', field: 'sizeBytes' },
      { line: 6, code: 'unknown-account', field: null },
      { line: 7, code: 'not-valid', field: 'id' },
      { line: 8, code: 'too-long', field: null },
      { line: 9, code: 'too-long', field: null },
      { line: 10, code: 'too-deep', field: null },
    ],
  })
})

test('a file that was cut gives what there is, and says where it ends', async () => {
  const good = await anEntry()
  const { entryCount, problems } = await inspect(document(good, good, good).slice(0, -200))
  expect(entryCount).toBe(2)
  expect(problems).toEqual({ count: 1, first: [{ line: 5, code: 'broken-off', field: null }] })
})

test('thousands of wrong rows are counted, not kept', async () => {
  const { problems } = await inspect(document(...Array.from({ length: 5000 }, () => '0')))
  expect(problems.count).toBe(5000)
  expect(problems.first).toHaveLength(20)
})

test('a folder, or nothing at all, cannot be read', async () => {
  const folder = await temporaryFolder()
  const options = { signal: new AbortController().signal, onProgress: () => undefined }
  const unreadable = { failure: { code: 'file-unreadable' } }
  await expect(inspectRecordFile(folder, options)).rejects.toMatchObject(unreadable)
  await expect(inspectRecordFile(join(folder, 'none'), options)).rejects.toMatchObject(unreadable)
})

test('no text whatever does anything but fail in words', async () => {
  const parts = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    '\n',
    head,
    '"entries":[',
    'id,name,provider',
    'x',
    '0',
    '\\',
    'null',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 30 }), async (pieces) => {
      const result = await inspect(pieces.join('')).catch((error: unknown) => error)
      expect(result instanceof Error ? result instanceof WharfError : true).toBe(true)
    }),
    { numRuns: 200 },
  )
})
