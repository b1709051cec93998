// Uploads files with the app's own engine, without queue or journal, in the process it is called in.
import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import PQueue from 'p-queue'
import { createBufferPool, type BufferPool } from '../electron/http/buffer-pool.ts'
import { createFileBody } from '../electron/http/file-body.ts'
import { createSender, type Send } from '../electron/http/send.ts'
import { konproProvider } from '../electron/providers/konpro/adapter.ts'
import { token360Provider } from '../electron/providers/token360/adapter.ts'
import { measureCost, type Cost } from './cost-meter.ts'

/** A provider that takes the file as it is, and one that takes a form. */
const ADAPTERS = { raw: konproProvider.adapter, form: token360Provider.adapter } as const

export type EngineTask = {
  readonly files: readonly string[]
  readonly origin: string
  readonly framing: keyof typeof ADAPTERS
  readonly hashing: boolean
  readonly connections: number
}

export async function runEngine(task: EngineTask): Promise<Cost> {
  const sender = createSender()
  const pool = createBufferPool()
  const queue = new PQueue({ concurrency: task.connections })
  const cost = await measureCost(async () => {
    await Promise.all(task.files.map((file) => queue.add(() => uploadOne(file, task, sender.send, pool))))
  })
  await sender.close()
  return cost
}

async function uploadOne(
  path: string,
  { origin, framing, hashing }: EngineTask,
  send: Send,
  pool: BufferPool,
): Promise<void> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const context = {
      base: { api: origin, upload: origin },
      apiKey: 'bench',
      send,
      signal: new AbortController().signal,
      nowMs: Date.now,
    }
    await ADAPTERS[framing].upload(context, {
      facts: { name: basename(path), sizeBytes: size, modifiedAtMs: 0, mimeType: 'video/mp4' },
      body: createFileBody({ handle, lengthBytes: size, pool, hashing }),
      fields: {},
    })
  } finally {
    await handle.close()
  }
}
