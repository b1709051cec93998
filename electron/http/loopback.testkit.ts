// Small servers on loopback that behave as badly as a test wants, closed when the test is over.
import { once } from 'node:events'
import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { loopbackCertificate } from './loopback-certificate.testkit.ts'

export type Loopback = { readonly origin: string; readonly connectionCount: () => number }

export async function httpServer(answer: RequestListener): Promise<Loopback> {
  return listening(createHttpServer(answer))
}

/** Over TLS with a certificate that nobody trusts. */
export async function httpsServer(answer: RequestListener): Promise<Loopback> {
  const { origin, connectionCount } = await listening(createHttpsServer(loopbackCertificate, answer))
  return { origin: origin.replace('http:', 'https:'), connectionCount }
}

/** Speaks no protocol by itself: `hear` is given each connection. */
export async function tcpServer(hear: (socket: Socket) => void): Promise<Loopback> {
  return listening(createTcpServer(hear))
}

/** An origin that refuses connections: its port was free a moment ago. */
export async function closedOrigin(): Promise<string> {
  const server = createTcpServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = originOf(server)
  server.close()
  await once(server, 'close')
  return origin
}

async function listening(server: Server): Promise<Loopback> {
  const sockets = new Set<Socket>()
  let connectionCount = 0
  server.on('connection', (socket: Socket) => {
    connectionCount += 1
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    const closed = once(server, 'close')
    server.close()
    sockets.forEach((socket) => socket.destroy())
    await closed
  })
  return { origin: originOf(server), connectionCount: () => connectionCount }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
