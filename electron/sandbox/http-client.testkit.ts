// A plain HTTP client for tests, which shows what came over the wire down to a connection cut short.
import { request } from 'node:http'
import type { Agent, IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'

export type Question = {
  readonly method?: string
  /** `sandbox-key` unless told; null sends none. */
  readonly key?: string | null
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array | Readable
  readonly agent?: Agent
  readonly signal?: AbortSignal
}

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: Buffer
  readonly text: string
  /** The body as JSON; an object without fields if it is none. */
  readonly json: Readonly<Record<string, unknown>>
}

/** Rejects when the connection breaks, also in the middle of the answer. */
export function ask(url: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', key = 'sandbox-key', headers = {}, body, agent, signal } = question
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method,
        headers: { ...(key === null ? {} : { 'x-api-key': key }), ...headers },
        agent: agent ?? false,
        ...(signal === undefined ? {} : { signal }),
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          const bytes = Buffer.concat(chunks)
          const text = bytes.toString()
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text,
            json: objectIn(text),
          })
        })
      },
    )
    sent.on('error', reject)
    if (body instanceof Readable) body.pipe(sent)
    else sent.end(body)
  })
}

function objectIn(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}
