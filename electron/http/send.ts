// Sends one request: no redirect followed, every wait bounded, every failure labelled with its delivery.
import { Pool } from 'undici'
import type { Readable } from 'node:stream'
import { WharfError } from '../../shared/errors.ts'
import type { Bandwidth } from './bandwidth.ts'
import { failureOfError } from './classify-failure.ts'
import { readAnswer, type HttpAnswer } from './read-answer.ts'
import { attemptLimitMs, TIME_LIMITS, type TimeLimits } from './time-limits.ts'
import type { Turn, UploadBody } from './upload-body.ts'
import { createWatchdog, type Watchdog } from './watchdog.ts'

export type HttpRequest = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: UploadBody
  readonly signal: AbortSignal
  /** Where a provider has more to say than the usual limit. */
  readonly maxAnswerBytes?: number
}

/** Resolves with any complete answer, whatever its status; throws `WharfError` otherwise. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>

export type Sender = { readonly send: Send; readonly close: () => Promise<void> }

/** `bandwidth` is what all bodies share; null: each goes as fast as its link. */
export function createSender(limits: TimeLimits = TIME_LIMITS, bandwidth: Bandwidth | null = null): Sender {
  const pools = new Map<string, Pool>()

  const poolOf = (origin: string) => {
    let pool = pools.get(origin)
    if (!pool) {
      // The gate bounds concurrency, so a pool opens just as many connections as there are requests at once.
      pool = new Pool(origin, {
        pipelining: 1,
        keepAliveTimeout: 30_000,
        connect: { timeout: limits.connectMs },
        headersTimeout: 0,
        bodyTimeout: limits.answerIdleMs,
      })
      pools.set(origin, pool)
    }
    return pool
  }

  async function send({
    method,
    url,
    headers,
    body,
    signal,
    maxAnswerBytes,
  }: HttpRequest): Promise<HttpAnswer> {
    const { origin, pathname, search } = new URL(url)
    const watchdog = createWatchdog(signal, attemptLimitMs(body?.lengthBytes ?? 0, limits))
    const sent = { any: false }
    const turn: Turn = (bytes) => {
      const wait = bandwidth?.turn(bytes, watchdog.signal)
      return wait ? watchdog.excuse(wait) : null
    }
    try {
      watchdog.signal.throwIfAborted()
      if (!body) watchdog.expect('answer-timed-out', limits.connectMs + limits.answerHeadMs)
      const answering = poolOf(origin).request({
        method,
        path: pathname + search,
        headers: {
          'accept-encoding': 'identity',
          'user-agent': 'Wharf',
          ...headers,
          ...(body && { 'content-length': String(body.lengthBytes) }),
        },
        // undici documents async iterables as bodies; its types leave them out.
        body: body ? (watched(body, turn, watchdog, limits, sent) as unknown as Readable) : null,
        signal: watchdog.signal,
      })
      const answer = await Promise.race([answering, abortOf(watchdog.signal)])
      watchdog.expect('answer-timed-out', limits.answerTotalMs)
      return await readAnswer(answer.statusCode, answer.headers, answer.body, maxAnswerBytes)
    } catch (error) {
      const cause: unknown = watchdog.signal.aborted ? watchdog.signal.reason : error
      throw new WharfError(failureOfError(cause, body ? sent.any : method !== 'GET'), { cause: error })
    } finally {
      watchdog.stop()
    }
  }

  return {
    send,
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.destroy()))
      pools.clear()
    },
  }
}

/**
 * Rejects when it is aborted. By itself undici lets go of a request that waits for its connection only when that has
 * come about, which may never be; the request is then not sent.
 */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const leave = () => {
      reject(signal.reason as Error)
    }
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
  })
}

/** The body's chunks, each restarting the idle timer; `sent.any` turns true with the first one asked for. */
async function* watched(
  body: UploadBody,
  turn: Turn,
  watchdog: Watchdog,
  limits: TimeLimits,
  sent: { any: boolean },
) {
  // Asked for only once a connection stands, so this starts the clock of the upload itself.
  for await (const chunk of body.chunks(turn)) {
    sent.any = true
    // Only a chunk that drained whole shows that the socket moves, so a large one gets the time of a slow link.
    const drainMs = chunk.byteLength / limits.slowestBytesPerMs
    watchdog.expect('upload-stalled', limits.uploadIdleMs + drainMs)
    yield chunk
  }
  // An empty body has no chunk, yet its request leaves now.
  sent.any = true
  watchdog.expect('answer-timed-out', limits.answerHeadMs)
}
