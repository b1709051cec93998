// Frames a file as multipart/form-data of a known length, streamed at the speed of the file alone.
import { randomUUID } from 'node:crypto'
import type { Turn, UploadBody } from './upload-body.ts'

/** Up to here the whole body goes out in one write. */
const ONE_WRITE_BYTES = 256 * 1024

export type MultipartBody = UploadBody & { readonly contentType: string }

type Parts = {
  /** Text fields, in the order in which they are sent, before the file. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly file: {
    readonly field: string
    readonly name: string
    readonly mimeType: string
    readonly body: UploadBody
  }
}

export function createMultipartBody({ fields, file }: Parts): MultipartBody {
  // 122 random bits: no file can be made to contain it.
  const boundary = `wharf-${randomUUID()}`
  const head = Buffer.from(
    [
      ...fields.map(([name, value]) => `--${boundary}\r\n${disposition(name)}\r\n\r\n${value}\r\n`),
      `--${boundary}\r\n${disposition(file.field)}; filename="${escaped(file.name)}"\r\n`,
      `Content-Type: ${file.mimeType.replace(/[^\w.+/-]/g, '')}\r\n\r\n`,
    ].join(''),
  )
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  const lengthBytes = head.byteLength + file.body.lengthBytes + tail.byteLength
  let handedBytes = 0

  async function* framed(turn?: Turn) {
    yield head
    yield* file.body.chunks(turn)
    yield tail
  }
  async function* inOne(turn?: Turn) {
    const whole = Buffer.allocUnsafe(lengthBytes)
    let filledBytes = head.copy(whole)
    for await (const chunk of file.body.chunks(turn)) filledBytes += chunk.copy(whole, filledBytes)
    tail.copy(whole, filledBytes)
    yield whole
  }
  async function* chunks(turn?: Turn) {
    for await (const chunk of lengthBytes <= ONE_WRITE_BYTES ? inOne(turn) : framed(turn)) {
      handedBytes += chunk.byteLength
      yield chunk
    }
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    lengthBytes,
    isHandedOver: () => handedBytes === lengthBytes,
    chunks,
  }
}

function disposition(name: string): string {
  return `Content-Disposition: form-data; name="${escaped(name)}"`
}

/** As browsers do (WHATWG HTML, "multipart/form-data"), so that no name can end its quotes or its line. */
function escaped(name: string): string {
  return name.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22').replace(/\0/g, '%00')
}
