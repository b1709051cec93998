// Rows 22 to 23 of the fault list: redirects, which Wharf does not follow.
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect } from 'vitest'
import type { Bench } from './bench.testkit.ts'
import { row } from './row.testkit.ts'

const STATUSES = [301, 302, 303, 307, 308]

/** Another server, which nobody has any business with. */
async function stranger() {
  let connectionCount = 0
  const server = createServer((socket) => {
    connectionCount += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { host: `127.0.0.1:${String(port)}`, count: () => connectionCount, close: () => server.close() }
}

row(22, 'a redirect of an upload is never followed, wherever it points', {}, async (bench) => {
  const other = await stranger()
  const own = bench.sandbox.originOf(bench.providerId)
  const locations = [
    `${own}/elsewhere`,
    '/relative',
    `http://${other.host}/take`,
    `https://${other.host}/take`,
    `//${other.host}/take`,
    `http://user:secret@${other.host}/take`,
  ]
  try {
    for (const status of STATUSES)
      for (const location of locations) bench.misbehave({ kind: 'redirect', status, location })
    await bench.drop((await bench.pictures(STATUSES.length * locations.length)).map(({ path }) => path))
    const jobs = await bench.reach('failed')
    expect(new Set(jobs.map(({ failure }) => failure?.code))).toEqual(new Set(['redirected']))
    expect(bench.requests()).toHaveLength(STATUSES.length * locations.length)
    expect(other.count()).toBe(0)
  } finally {
    other.close()
  }
})

/** The requests that only read, of those that the provider has. */
async function readsOf({ manifest, accountId, projectId, call, failureOf, sandbox, providerId }: Bench) {
  const { list, container, keyCheck } = manifest.capabilities
  const failures = []
  if (list)
    failures.push(
      await failureOf('library.page', { accountId, containerId: projectId, kind: null, cursor: null }),
    )
  if (container) failures.push(await failureOf('library.containers', { accountId }))
  const key = { providerId, apiKey: 'sandbox-checked', serverAddress: sandbox.originOf(providerId) }
  if (keyCheck) failures.push(await failureOf('accounts.test', key))
  else await call('accounts.test', key)
  return failures
}

row(
  23,
  'a list that redirects in a circle is an error after one request each',
  { where: ({ capabilities }) => capabilities.list !== null || capabilities.container !== null },
  async (bench) => {
    for (const apiKey of [undefined, 'sandbox-checked'])
      bench.misbehave(
        { kind: 'redirect', status: 302, location: bench.sandbox.originOf(bench.providerId) },
        { method: 'GET', times: Infinity, ...(apiKey && { apiKey }) },
      )
    const failures = await readsOf(bench)
    expect(failures.length).toBeGreaterThan(0)
    for (const { code, delivery } of failures) expect([code, delivery]).toEqual(['redirected', 'refused'])
    const gets = bench.sandbox.ledger.entries().filter(({ method }) => method === 'GET')
    expect(gets).toHaveLength(failures.length)
  },
)
