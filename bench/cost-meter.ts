// What a piece of work costs the process it runs in: time, processor, memory, delay of its event loop.
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'

export type Cost = {
  readonly seconds: number
  readonly cpuSeconds: number
  /** The most memory above what the idle process held. */
  readonly memoryMiB: number
  readonly loopDelayP99Ms: number
  readonly loopDelayMaxMs: number
}

const SAMPLE_MS = 10
const MIB = 1024 * 1024

export async function measureCost(work: () => Promise<void>): Promise<Cost> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const idleBytes = process.memoryUsage.rss()
  let mostBytes = idleBytes
  const sampler = setInterval(() => {
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
  }, SAMPLE_MS)
  const cpuBefore = process.cpuUsage()
  delay.enable()
  const startedAt = performance.now()
  try {
    await work()
  } finally {
    clearInterval(sampler)
  }
  const seconds = (performance.now() - startedAt) / 1000
  const cpu = process.cpuUsage(cpuBefore)
  // A delay is noted only when it is over: without this the last one would be missed.
  await setTimeout(10)
  delay.disable()
  return {
    seconds,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    memoryMiB: (mostBytes - idleBytes) / MIB,
    loopDelayP99Ms: delay.percentile(99) / 1e6,
    loopDelayMaxMs: delay.max / 1e6,
  }
}
