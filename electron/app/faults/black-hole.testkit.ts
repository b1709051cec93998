// An address where connections are never made: the server's backlog is full, so that the system drops what comes.
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { Worker } from 'node:worker_threads'

export type BlackHole = { readonly origin: string; readonly close: () => Promise<void> }

/** Listens, then never looks at what it listens to. */
const DEAF_SERVER = `
  const { parentPort } = require('node:worker_threads')
  const server = require('node:net').createServer()
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    parentPort.postMessage(server.address().port)
    setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 10)
  })`
const FILLING_CONNECTIONS = 6

/** The caller owns it: close it. */
export async function startBlackHole(): Promise<BlackHole> {
  const worker = new Worker(DEAF_SERVER, { eval: true })
  const [port] = (await once(worker, 'message')) as [number]
  await new Promise((resolve) => setTimeout(resolve, 50))
  const fillers = Array.from({ length: FILLING_CONNECTIONS }, (): Socket => {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    return socket
  })
  await new Promise((resolve) => setTimeout(resolve, 50))
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    close: async () => {
      fillers.forEach((socket) => socket.destroy())
      await worker.terminate()
    },
  }
}
