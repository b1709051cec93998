// Rows 51 to 58 of the fault list: names that are traps, files that are known, drops that are many.
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect } from 'vitest'
import type { JobId } from '../../../shared/ids.ts'
import type { Bench } from './bench.testkit.ts'
import { once, row } from './row.testkit.ts'

async function arriveOnce(bench: Bench, names: readonly string[]) {
  const files = []
  for (const name of names) files.push(await bench.picture({ name }))
  await bench.drop(files.map(({ path }) => path))
  const jobs = await bench.reach('done')
  expect(jobs.map(({ fileName }) => fileName)).toEqual(names)
  expect(bench.journal().map(({ path }) => basename(path))).toEqual(names)
  expect(bench.posts()).toHaveLength(names.length)
  expect(
    bench
      .commits()
      .map(({ sha256 }) => sha256)
      .toSorted(),
  ).toEqual(files.map(({ sha256 }) => sha256).toSorted())
}

row(51, 'a name of whatever signs arrives as one file, and is shown as it is', {}, (bench) =>
  arriveOnce(bench, [
    '🚢 harbour.png',
    'Café.png',
    'Cafe\u0301.png',
    'gnp.\u202Egpj.png',
    `${'a'.repeat(251)}.png`,
    'trailing dot.png.',
    'trailing space.png ',
    'CON',
    'CON.png',
    '-rf.png',
    '..png',
    '   ',
    '%2e%2e%2fetc.png',
    '日本語.png',
  ]),
)

row(51, 'a name that is no text is refused with a word of its own', { where: once }, async (bench) => {
  const bytes = Buffer.concat([
    Buffer.from(`${bench.filesFolder}/`),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('.png'),
  ])
  await writeFile(bytes, 'x')
  const { intake, ids } = await bench.drop([bytes.toString('utf8')])
  expect([ids, intake.refused.map(({ problem }) => problem.code)]).toEqual([[], ['name']])
})

row(52, 'a name cannot add a header or a part to its request', {}, async (bench) => {
  const names = [
    'a\r\nx-project-id: other.png',
    'b"\r\nContent-Type: text;html\r\n\r\n.png',
    'c"; filename="d.png',
    '--boundary--.png',
    'e\\.png',
    'f\n.png',
    'g\t.png',
    'h; filename=i.png',
  ]
  await arriveOnce(bench, names)
  for (const { headers } of bench.posts()) expect(headers['content-type']).not.toContain('html')
})

row(
  54,
  'a file that is there already is offered, not sent: again, by a copy, by a link',
  {},
  async (bench) => {
    const { path, sha256 } = await bench.picture()
    const [copy, link] = [join(bench.filesFolder, 'copy.png'), join(bench.filesFolder, 'link.png')]
    await copyFile(path, copy)
    await symlink(path, link)
    const first = await bench.drop([path, copy])
    expect(first.ids).toHaveLength(1)
    expect(first.intake.accounts[0]?.known).toMatchObject([{ name: 'copy.png', earlier: { at: 'queue' } }])
    const [job] = await bench.reach('done')
    const later = await bench.drop([path, copy, link])
    expect(later.ids).toEqual([])
    const known = later.intake.accounts[0]?.known ?? []
    expect(known.map(({ earlier }) => (earlier.at === 'provider' ? earlier.primaryId : earlier.at))).toEqual(
      known.map(() => job?.assetId),
    )
    expect(known.length).toBeGreaterThanOrEqual(2)
    expect(bench.posts()).toHaveLength(1)
    bench.askedAgain.add(sha256)
    await bench.drop([copy], { sendsKnown: true })
    await bench.reach('done')
    expect(bench.posts()).toHaveLength(2)
  },
)

row(
  55,
  'one file to two accounts is two jobs of one file, each with a fate of its own',
  {},
  async (bench) => {
    const other = await bench.addAccount('Another', 'sandbox-another-9e1f')
    bench.misbehave({ kind: 'answer', status: 415, body: '{}' })
    const { path, sha256 } = await bench.picture({ sizeBytes: 500_000 })
    const { ids } = await bench.drop([path], { accountIds: [bench.accountId, other.id] })
    expect(ids).toHaveLength(2)
    await bench.reach('failed', ids.slice(0, 1))
    await bench.reach('done', ids.slice(1))
    expect(new Set((await bench.jobs()).map(({ fileId }) => fileId)).size).toBe(1)
    await bench.call('uploads.retry', { jobIds: ids })
    await bench.reach('done')
    expect(bench.commits().map((entry) => entry.sha256)).toEqual([sha256, sha256])
  },
)

row(
  56,
  '10,000 files at once are all in the journal, and all can be cancelled',
  { where: once, timeoutMs: 120_000 },
  async (bench) => {
    const folder = join(bench.filesFolder, 'many')
    await mkdir(folder)
    const { bytes } = await bench.picture({ sizeBytes: 60 })
    for (let number = 0; number < 10_000; number += 1)
      await writeFile(
        join(folder, `${String(number)}.png`),
        Buffer.concat([bytes, Buffer.from(String(number))]),
      )
    await bench.call('accounts.update', { accountId: bench.accountId, isDisabled: true })
    const { ids } = await bench.drop([folder])
    expect(ids).toHaveLength(10_000)
    expect(bench.journal()).toHaveLength(10_000)
    await bench.call('uploads.cancel', { jobIds: ids })
    await bench.reach('cancelled')
    expect(bench.posts()).toEqual([])
  },
)

row(57, 'a drop of nothing is nothing; what has no file of its own is given one', {}, async (bench) => {
  expect((await bench.drop([])).ids).toEqual([])
  const { bytes } = await bench.picture()
  const { grants } = await bench.call('grants.fromBytes', {
    name: '../../escape.png',
    bytes: new Uint8Array(bytes),
  })
  const targets = [{ accountId: bench.accountId, fields: {} }]
  await bench.call('uploads.add', { targets, grants, sendsKnown: false, intakeId: null })
  const [job] = await bench.reach('done')
  expect(job?.fileName).toBe('escape.png')
})

row(
  58,
  'drops that come while another is looked at are looked at as well, each file once',
  {},
  async (bench) => {
    const files = await bench.pictures(30, 200)
    const { grants } = await bench.call('grants.fromPaths', { paths: files.map(({ path }) => path) })
    const targets = [{ accountId: bench.accountId, fields: {} }]
    const add = () => bench.call('uploads.add', { targets, grants, sendsKnown: true, intakeId: null })
    await Promise.all([add(), add(), add()])
    const jobs = await bench.reach('done')
    expect(new Set(jobs.map(({ id }): JobId => id)).size).toBe(30)
    expect(bench.posts()).toHaveLength(30)
  },
)
