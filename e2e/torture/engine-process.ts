// The app without Electron, in a process of its own that is there to be killed.
import { startApp, type App } from '../../electron/app/start-app.ts'
import type { FromEngine, ToEngine } from './engine-messages.ts'
import { dieAtCommit } from './mortal-sqlite.ts'
import { torturePlatform } from './torture-platform.ts'

/** Waits are shortened, so that a life of half a second holds all of them. */
const LOOKS_AT_MS = [10, 40, 120, 300]
const LITTLE_JITTER = 0.05

const tell = (message: FromEngine) => process.send?.(message)
let app: App | null = null

async function hear(message: ToEngine): Promise<void> {
  switch (message.type) {
    case 'start':
      app = await startApp({
        platform: torturePlatform(message.dataFolder),
        log: { info: () => undefined, error: () => undefined },
        sendEvents: () => undefined,
        tuning: { looksAtMs: LOOKS_AT_MS, random: () => Math.random() * LITTLE_JITTER },
      })
      tell({ type: 'answer', id: message.id, result: { ok: true, value: {} } })
      return
    case 'call': {
      if (!app) throw new Error('The engine was not started')
      const result = await app.dispatch(message.name, message.input)
      tell({ type: 'answer', id: message.id, result })
      return
    }
    case 'die-at-commit':
      dieAtCommit(message.nth, message.side)
      tell({ type: 'answer', id: message.id, result: { ok: true, value: {} } })
  }
}

process.on('message', (message: ToEngine) => {
  hear(message).catch((error: unknown) => {
    tell({ type: 'broken', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  })
})
// A driver that is gone wants nothing more.
process.on('disconnect', () => {
  process.exit(0)
})
tell({ type: 'loaded' })
