// Takes a multipart body apart: its one file goes to disk, its text fields to memory.
import { Busboy } from '@fastify/busboy'
import type { IncomingHttpHeaders } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'
import type { AssetStore, StagedBlob } from './asset-store.ts'

const LONGEST_FIELD_BYTES = 64 * 1024
/** Far more than any provider has fields. */
const MOST_PARTS = 50

/** What a form has to look like. */
export type FormShape = {
  readonly fileField: string
  readonly textFields: readonly string[]
  readonly maxFileBytes: number
}

/** The blob is to be committed or discarded by who received it. */
export type ReceivedForm = {
  readonly blob: StagedBlob
  /** As sent, without any folder in front. */
  readonly fileName: string
  readonly contentType: string
  readonly fields: ReadonlyMap<string, string>
}

/** `surplus`: a part that the shape does not name, or one of its parts a second time. */
export type FormProblem = 'no-form' | 'malformed' | 'no-file' | 'surplus' | 'too-large'

type Call = {
  readonly headers: IncomingHttpHeaders
  readonly openBody: () => Readable
  readonly store: AssetStore
}
type FilePart = Omit<ReceivedForm, 'blob' | 'fields'> & {
  readonly staging: Promise<StagedBlob>
  readonly isTruncated: () => boolean
}

/** Rejects, leaving nothing on the disk, on a disk error or a client that went away. */
export async function receiveForm(call: Call, shape: FormShape): Promise<ReceivedForm | FormProblem> {
  const contentType = call.headers['content-type'] ?? ''
  if (!/^multipart\/form-data;.*boundary=/i.test(contentType)) return 'no-form'
  const parser = new Busboy({
    headers: { ...call.headers, 'content-type': contentType },
    limits: { fileSize: shape.maxFileBytes, fieldSize: LONGEST_FIELD_BYTES, parts: MOST_PARTS },
  })
  const fields = new Map<string, string>()
  let file: FilePart | null = null as FilePart | null
  let hasSurplus = false

  const body = call.openBody()
  // The store reads from a stream between, so that an error of the file part can only be the form's own.
  const intoStore = new PassThrough()
  // Whoever reads from it sees the failure; nobody does while a form has shown no file.
  intoStore.on('error', () => intoStore.destroy())
  const isWhole = new Promise<boolean>((resolve, reject) => {
    parser.on('finish', () => resolve(true))
    parser.on('error', () => resolve(false))
    parser.on('partsLimit', () => (hasSurplus = true))
    body.on('error', reject)
    parser.on('field', (name, value, _isNameCut, isValueCut) => {
      if (isValueCut || fields.has(name) || !shape.textFields.includes(name)) hasSurplus = true
      fields.set(name, value)
    })
    parser.on('file', (name, stream, fileName, _encoding, type) => {
      stream.on('error', () => resolve(false))
      if (file || name !== shape.fileField) {
        hasSurplus = true
        stream.resume()
        return
      }
      const staging = call.store.receive(intoStore)
      staging.catch(reject)
      file = { staging, fileName, contentType: type, isTruncated: () => stream.truncated }
      stream.pipe(intoStore)
    })
  })

  body.pipe(parser)
  try {
    const problem = (await isWhole) ? problemOf(file, hasSurplus) : 'malformed'
    if (problem === null && file) {
      const { fileName, contentType } = file
      return { blob: await file.staging, fileName, contentType, fields }
    }
    await discard(file, intoStore, call.store)
    return problem ?? 'no-file'
  } catch (error) {
    await discard(file, intoStore, call.store)
    throw error
  } finally {
    body.unpipe(parser)
  }
}

function problemOf(file: FilePart | null, hasSurplus: boolean): FormProblem | null {
  if (hasSurplus) return 'surplus'
  if (!file) return 'no-file'
  return file.isTruncated() ? 'too-large' : null
}

/** Ends what is still being written, then takes away what was. */
async function discard(file: FilePart | null, intoStore: PassThrough, store: AssetStore): Promise<void> {
  if (!intoStore.writableEnded) intoStore.destroy(new Error('The form ended in the middle of its file'))
  const staged = await file?.staging.catch(() => null)
  if (staged) await store.discard(staged)
}
