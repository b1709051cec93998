// Has a picture made small by the worker.
import type { Drawn } from './drawn.ts'
import type { PictureResult, PictureTask } from './picture-worker.ts'
import workerUrl from './picture-worker.ts?worker&url'

type TrustedTypes = {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: () => string },
  ) => { readonly createScriptURL: (url: string) => string }
}

const waiting = new Map<number, (result: PictureResult) => void>()
let worker: Worker | null = null
let lastId = 0

/** null: no picture that can be decoded. `bytes` are handed over: they are gone afterwards. */
export async function drawPicture(bytes: Uint8Array<ArrayBuffer>, mimeType: string): Promise<Drawn | null> {
  lastId += 1
  const id = lastId
  worker ??= startWorker()
  const task: PictureTask = { id, bytes, mimeType }
  worker.postMessage(task, [bytes.buffer])
  const { drawn } = await new Promise<PictureResult>((resolve) => waiting.set(id, resolve))
  if (!drawn) return null
  return { bytes: drawn.bytes, measure: { width: drawn.width, height: drawn.height, durationMs: null } }
}

function startWorker(): Worker {
  const { trustedTypes } = window as unknown as { readonly trustedTypes: TrustedTypes }
  // The policy knows one address, whatever it is asked for.
  const policy = trustedTypes.createPolicy('wharf-picture-worker', { createScriptURL: () => workerUrl })
  const started = new Worker(policy.createScriptURL(workerUrl), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<PictureResult>) => {
    waiting.get(data.id)?.(data)
    waiting.delete(data.id)
  })
  started.addEventListener('error', () => {
    // A picture too large for memory ends the worker with all it had.
    started.terminate()
    worker = null
    waiting.forEach((resolve, id) => resolve({ id, drawn: null }))
    waiting.clear()
  })
  return started
}
