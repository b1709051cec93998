// Reads an answer's body into text, up to a limit.
import { failure, WharfError } from '../../shared/errors.ts'

export type HttpAnswer = {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** Few providers have more than a page of JSON to say. */
export const MAX_ANSWER_BYTES = 1024 * 1024

/** Throws `answer-too-large` past the limit, and whatever the stream throws when it breaks off. */
export async function readAnswer(
  status: number,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  body: AsyncIterable<Buffer>,
  maxBytes = MAX_ANSWER_BYTES,
): Promise<HttpAnswer> {
  const chunks: Buffer[] = []
  let lengthBytes = 0
  for await (const chunk of body) {
    lengthBytes += chunk.byteLength
    if (lengthBytes > maxBytes)
      throw new WharfError(failure('answer-too-large', 'unknown', { httpStatus: status }))
    chunks.push(chunk)
  }
  return { status, headers: singleValues(headers), text: Buffer.concat(chunks).toString('utf8') }
}

function singleValues(headers: Readonly<Record<string, string | string[] | undefined>>) {
  const single: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) single[name] = Array.isArray(value) ? value.join(', ') : value
  return single
}
