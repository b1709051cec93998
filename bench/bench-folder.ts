// Gives a bench a folder and a sink of its own, both gone when it is over.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFastSink, type FastSink } from './fast-sink.ts'

/** Says so, and does nothing, where there is no C compiler. */
export async function withSink(work: (folder: string, sink: FastSink) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'wharf-bench-'))
  const sink = await startFastSink(folder)
  try {
    if (sink) await work(folder, sink)
    else console.log('Not measured: the sink needs a C compiler (on Debian: apt-get install gcc libc6-dev).')
  } finally {
    sink?.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Throws unless the sink received each file whole. */
export async function expectArrived(sink: FastSink, files: number, fileBytes: number): Promise<number> {
  const { connections, requests, bodyBytes } = await sink.tally()
  if (requests !== files || bodyBytes < files * fileBytes)
    throw new Error(`The sink received ${requests} files, ${bodyBytes} bytes of ${files * fileBytes}`)
  return connections
}
