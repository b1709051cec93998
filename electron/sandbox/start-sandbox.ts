// Starts the loopback server that imitates the providers.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { PROVIDER_IDS, type ProviderId } from '../../shared/providers/index.ts'
import { openAssetStore } from './asset-store.ts'
import { createFaultQueue } from './faults.ts'
import type { FaultScript } from './faults.ts'
import { createImitations } from './imitations.ts'
import { createKeyCheck } from './key-check.ts'
import { createLateListing } from './late-listing.ts'
import { createLedger } from './ledger.ts'
import type { Ledger } from './ledger.ts'
import { serveRequest } from './serve-request.ts'
import type { ImitatedProvider } from './serve-request.ts'

const ADDRESS = '127.0.0.1'
const HEADER_BYTES = 16 * 1024
const READ_BUFFER_BYTES = 1024 * 1024
const HEADERS_TIMEOUT_MS = 30_000
/** Longer than a client keeps an idle connection, so that the client is the one to close it. */
const KEEP_ALIVE_MS = 60_000
/** Longer than any client's patience with a scripted silence. */
const SILENT_SOCKET_MS = 600_000

export type SandboxOptions = {
  /** Where all that is received is kept; created if absent. Nothing is written outside. */
  readonly dataFolder: string
  /** Any free port unless told. */
  readonly port?: number
  /** Milliseconds since 1970; for assets, rate limits, ledger, `Date` headers. */
  readonly now?: () => number
}

export type Sandbox = {
  /** Such as `http://127.0.0.1:4321`. */
  readonly origin: string
  /** What an adapter is given for its API as well as its upload base, without a slash at the end. */
  readonly originOf: (providerId: ProviderId) => string
  readonly ledger: Ledger
  readonly faults: FaultScript
  /** Cuts all connections; resolves when the port is free and the disk at rest. May be called again. */
  readonly close: () => Promise<void>
}

/** Rejects if the port is taken or the folder cannot be used. The caller owns the sandbox: close it. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const now = options.now ?? Date.now
  const providers = new Map<string, ImitatedProvider>()
  const imitations = createImitations()
  for (const id of PROVIDER_IDS) {
    const store = await openAssetStore(join(options.dataFolder, id))
    providers.set(id, { id, imitation: imitations[id], store, lateListing: createLateListing() })
  }
  const ledger = createLedger(now)
  const faults = createFaultQueue()
  const parts = { providers, ledger, faults, judgeKey: createKeyCheck(), now, port: () => port }
  const underWay = new Set<Promise<void>>()
  const closeStores = async () => {
    for (const { store } of providers.values()) await store.close()
  }

  const server = createServer(
    {
      maxHeaderSize: HEADER_BYTES,
      highWaterMark: READ_BUFFER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // None: a large file over a throttled line takes as long as it takes.
      requestTimeout: 0,
      noDelay: true,
    },
    (request, response) => {
      response.setHeader('date', new Date(now()).toUTCString())
      const serving = serveRequest(parts, request, response).finally(() => underWay.delete(serving))
      underWay.add(serving)
    },
  )
  server.setTimeout(SILENT_SOCKET_MS)
  try {
    server.listen(options.port ?? 0, ADDRESS)
    await once(server, 'listening')
  } catch (error) {
    await closeStores()
    throw error
  }
  const { port } = server.address() as AddressInfo
  const origin = `http://${ADDRESS}:${port}`

  let closing: Promise<void> | null = null
  async function close(): Promise<void> {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await Promise.all([closed, ...underWay])
    await closeStores()
  }

  return {
    origin,
    originOf: (providerId) => `${origin}/${providerId}`,
    ledger,
    faults,
    close: () => (closing ??= close()),
  }
}
