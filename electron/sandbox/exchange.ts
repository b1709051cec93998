// One request with its answer, as the parts of the sandbox pass it along.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Readable, Transform } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { createBodyMeter } from './body-meter.ts'
import type { BodyPace } from './body-meter.ts'
import type { OpenEntry } from './ledger.ts'

export type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly entry: OpenEntry
  /** The body through its meter; the same stream each time. Fails when the client goes away. */
  readonly openBody: () => Readable
  /** Reads what there is of the body to its end, noting its hash. */
  readonly drain: () => Promise<void>
  /** Breaks the connection with a TCP reset. */
  readonly reset: () => void
  /** Resolves after that time; rejects as soon as the client goes away. */
  readonly wait: (delayMs: number) => Promise<void>
  /** Rejects when the client goes away; does nothing else. */
  readonly waitForEver: () => Promise<never>
}

/** Wires a request to its ledger entry: whatever happens to the connection, the entry is ended. */
export function createExchange(
  request: IncomingMessage,
  response: ServerResponse,
  entry: OpenEntry,
  pace: BodyPace,
): Exchange {
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) entry.change({ aborted: true })
    entry.end()
    gone.abort()
  })
  // Without a listener an aborted request would be an uncaught error.
  request.on('error', () => gone.abort())

  const reset = () => {
    request.socket.resetAndDestroy()
  }
  let body: Readable | null = null
  const openBody = () =>
    (body ??= meteredBody(request, createBodyMeter(pace, entry.received, reset), gone.signal))

  return {
    request,
    response,
    entry,
    openBody,
    reset,
    async drain() {
      const hash = createHash('sha256')
      for await (const chunk of openBody()) hash.update(chunk as Buffer)
      entry.change({ sha256: hash.digest('hex') })
    },
    wait: (delayMs) => sleep(delayMs, undefined, { signal: gone.signal }),
    waitForEver: () =>
      new Promise((_resolve, reject) => {
        const leave = () => reject(clientWentAway())
        if (gone.signal.aborted) leave()
        else gone.signal.addEventListener('abort', leave, { once: true })
      }),
  }
}

function meteredBody(request: IncomingMessage, meter: Transform, gone: AbortSignal): Readable {
  // Not `pipeline`: that would cut the connection after a disk error, with nothing left to answer on.
  request.pipe(meter)
  // Not on the request's own end either: the meter may hold back bytes of a request that came in whole.
  const breakOff = () => meter.destroy(clientWentAway())
  if (gone.aborted) breakOff()
  else gone.addEventListener('abort', breakOff, { once: true })
  // Whoever reads sees the failure; this keeps one that comes before the reading from being uncaught.
  meter.on('error', () => meter.destroy())
  return meter
}

function clientWentAway(): Error {
  return new Error('The client went away')
}
