// The bridge: a fixed set of functions, the only way from the page to main.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Result } from '../shared/errors.ts'
import type { GrantToken } from '../shared/ids.ts'
import type { Bridge } from '../shared/ipc/bridge.ts'
import type { EventBatch } from '../shared/ipc/events.ts'
import { CHANNELS, PAGE_CALLS, type CallName } from '../shared/ipc/names.ts'

type Granted = Result<{ readonly grants: readonly GrantToken[] }>

const invoke = (name: CallName, input: unknown): Promise<unknown> =>
  ipcRenderer.invoke(CHANNELS.call, name, input)
const grant = (name: CallName, input: unknown) => invoke(name, input) as Promise<Granted>

const bridge = {
  calls: Object.fromEntries(PAGE_CALLS.map((name) => [name, (input: unknown) => invoke(name, input)])),
  // A path leaves this script only for a file that a person dropped, chose or pasted.
  grantFiles: async (files: readonly File[]) => {
    const found = files.map((file) => ({ file, path: webUtils.getPathForFile(file) }))
    const paths = found.flatMap(({ path }) => (path === '' ? [] : [path]))
    const results = [await grant('grants.fromPaths', { paths })]
    for (const { file } of found.filter(({ path }) => path === '')) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      results.push(await grant('grants.fromBytes', { name: file.name, bytes }))
    }
    return merged(results)
  },
  onEvents: (listener: (batch: EventBatch) => void) => {
    const hear = (_event: unknown, batch: EventBatch) => {
      listener(batch)
    }
    ipcRenderer.on(CHANNELS.events, hear)
    return () => {
      ipcRenderer.off(CHANNELS.events, hear)
    }
  },
}

/** All tokens, or the first failure. */
function merged(results: readonly Granted[]): Granted {
  const failed = results.find((result) => !result.ok)
  const grants = results.flatMap((result) => (result.ok ? result.value.grants : []))
  return failed ?? { ok: true, value: { grants } }
}

contextBridge.exposeInMainWorld('wharf', bridge satisfies Record<keyof Bridge, unknown>)
