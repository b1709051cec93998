// One upload through the app's own engine, in the process it is called in, with what it cost.
import { open } from 'node:fs/promises'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { createBufferPool } from '../electron/http/buffer-pool.ts'
import { createFileBody } from '../electron/http/file-body.ts'
import { createSender } from '../electron/http/send.ts'
import { konproProvider } from '../electron/providers/konpro/adapter.ts'

export type EngineTask = { readonly file: string; readonly origin: string; readonly hashing: boolean }

export type EngineFigures = {
  readonly seconds: number
  readonly cpuSeconds: number
  /** The most memory above what the idle process held. */
  readonly memoryMiB: number
  readonly loopDelayP99Ms: number
  readonly loopDelayMaxMs: number
}

const SAMPLE_MS = 10
const MIB = 1024 * 1024

/** Throws when the sink did not receive every byte. */
export async function runEngine({ file, origin, hashing }: EngineTask): Promise<EngineFigures> {
  const handle = await open(file)
  const { size } = await handle.stat()
  const sender = createSender()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const idleBytes = process.memoryUsage.rss()
  let mostBytes = idleBytes
  const sampler = setInterval(() => {
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
  }, SAMPLE_MS)

  const body = createFileBody({ handle, lengthBytes: size, pool: createBufferPool(), hashing })
  const cpuBefore = process.cpuUsage()
  delay.enable()
  const startedAt = performance.now()
  const asset = await konproProvider.adapter.upload(
    {
      base: { api: origin, upload: origin },
      apiKey: 'bench',
      send: sender.send,
      signal: new AbortController().signal,
      nowMs: Date.now,
    },
    {
      facts: { name: 'clip.mp4', sizeBytes: size, modifiedAtMs: 0, mimeType: 'video/mp4' },
      body,
      fields: {},
    },
  )
  const seconds = (performance.now() - startedAt) / 1000
  delay.disable()
  const cpu = process.cpuUsage(cpuBefore)

  clearInterval(sampler)
  await sender.close()
  await handle.close()
  if (asset.sizeBytes !== size)
    throw new Error(`The sink received ${String(asset.sizeBytes)} of ${String(size)} bytes`)
  return {
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    memoryMiB: (mostBytes - idleBytes) / MIB,
    loopDelayP99Ms: delay.percentile(99) / 1e6,
    loopDelayMaxMs: delay.max / 1e6,
  }
}
