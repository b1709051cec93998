// A proxy between app and sandbox for what goes wrong below HTTP: connections refused, cut, silent, badly secured.
import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { TLSSocket, type SecureVersion } from 'node:tls'
import type { Certificate } from './certificate.testkit.ts'

export type Manner =
  | 'pass'
  /** Resets the connection before it has read anything: of TLS, in the handshake. */
  | 'reset-at-once'
  /** Takes the connection, never says a word. */
  | 'silent'
  /** Passes the request on; cuts when the answer begins. */
  | 'cut-at-answer'

export type Security = Certificate & { readonly maxVersion?: SecureVersion; readonly ciphers?: string }

export type FaultProxy = {
  /** With the scheme that fits. */
  readonly origin: () => string
  /** How connections that are made from now on are treated; only the next `times` of them, then they pass. */
  readonly treat: (manner: Manner, times?: number) => void
  /** Makes TLS of it. */
  readonly secure: (security: Security) => void
  /** So many connections have been taken. */
  readonly connectionCount: () => number
  /** So many bytes of requests came in, the handshake of TLS not counted. */
  readonly requestBytes: () => number
  /** Closes the side towards the app of every connection, in good order. */
  readonly hangUp: () => void
  /** Resets every connection. */
  readonly cut: () => void
  /** No connection can be made until `listen`. Those that stand are reset. */
  readonly refuse: () => Promise<void>
  readonly listen: () => Promise<void>
  readonly close: () => Promise<void>
}

const ADDRESS = '127.0.0.1'

/** @param target the sandbox's origin. The caller owns the proxy: close it. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const targetPort = Number(new URL(target).port)
  const sockets = new Set<Socket>()
  const fronts = new Set<Socket>()
  let manner: Manner = 'pass'
  let timesLeft = Infinity
  let security: Security | null = null
  let connectionCount = 0
  let requestBytes = 0
  let port = 0
  let server: Server | null = null

  const keep = (socket: Socket, ...sets: Set<Socket>[]) => {
    for (const set of [sockets, ...sets]) {
      set.add(socket)
      socket.once('close', () => set.delete(socket))
    }
    // A broken connection is what this is for.
    socket.on('error', () => undefined)
    return socket
  }
  const cut = () => {
    sockets.forEach((socket) => {
      if (socket instanceof TLSSocket) socket.destroy()
      else socket.resetAndDestroy()
    })
  }

  function pass(front: Socket, isCutAtAnswer: boolean) {
    // The sandbox answers only to its own address.
    const [from, to] = [`host: ${ADDRESS}:${String(port)}`, `host: ${ADDRESS}:${String(targetPort)}`]
    const back = keep(connect(targetPort, ADDRESS))
    front.on('data', (chunk: Buffer) => {
      requestBytes += chunk.length
      const head = chunk.indexOf(from)
      const sent =
        head < 0
          ? chunk
          : Buffer.concat([chunk.subarray(0, head), Buffer.from(to), chunk.subarray(head + from.length)])
      if (!back.write(sent)) front.pause()
    })
    back.on('drain', () => front.resume())
    back.on('data', (chunk: Buffer) => {
      if (isCutAtAnswer) front.destroy()
      else front.write(chunk)
    })
    front.once('close', () => back.destroy())
    back.once('close', () => front.destroy())
  }

  function take(socket: Socket) {
    connectionCount += 1
    keep(socket)
    const now = timesLeft > 0 ? manner : 'pass'
    timesLeft -= 1
    if (now === 'reset-at-once') socket.resetAndDestroy()
    else if (now !== 'silent') {
      const front = security ? keep(new TLSSocket(socket, { isServer: true, ...security }), fronts) : socket
      fronts.add(front)
      pass(front, now === 'cut-at-answer')
    }
  }

  async function listen() {
    server = createServer({ noDelay: true }, take)
    server.listen(port, ADDRESS)
    await once(server, 'listening')
    port = (server.address() as AddressInfo).port
  }
  async function refuse() {
    if (!server) return
    const closed = once(server, 'close')
    server.close()
    server = null
    cut()
    await closed
  }

  await listen()
  return {
    origin: () => `${security ? 'https' : 'http'}://${ADDRESS}:${String(port)}`,
    treat: (next, times = Infinity) => {
      manner = next
      timesLeft = times
    },
    secure: (next) => {
      security = next
    },
    connectionCount: () => connectionCount,
    requestBytes: () => requestBytes,
    hangUp: () => {
      fronts.forEach((front) => front.end())
    },
    cut,
    refuse,
    listen,
    close: refuse,
  }
}
