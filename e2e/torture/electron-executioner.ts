// Kills the real app: a real Electron with its window, driven through the page's own bridge.
import { once } from 'node:events'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import type { Result } from '../../shared/errors.ts'
import type { GrantToken } from '../../shared/ids.ts'
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts'
import type { PageCall } from '../../shared/ipc/names.ts'
import type { Executioner, Victim } from './victim.ts'

type Options = {
  readonly executable: string
  readonly projectFolder: string
  readonly dataFolder: string
}

type BridgedWindow = {
  readonly wharf: {
    readonly calls: Readonly<Record<string, (input: unknown) => Promise<Result<unknown>>>>
    readonly grantFiles: (
      files: readonly File[],
    ) => Promise<Result<{ readonly grants: readonly GrantToken[] }>>
  }
}

const LAUNCH_LIMIT_MS = 30_000

export function electronExecutioner({ executable, projectFolder, dataFolder }: Options): Executioner {
  return {
    form: 'the real app',
    start: async () => {
      const app = await _electron.launch({
        executablePath: executable,
        args: [projectFolder, `--user-data-dir=${dataFolder}`],
        chromiumSandbox: process.getuid?.() !== 0,
        timeout: LAUNCH_LIMIT_MS,
      })
      const page = await app.firstWindow({ timeout: LAUNCH_LIMIT_MS })
      await page
        .locator('html[data-app-state="ready"]')
        .waitFor({ state: 'attached', timeout: LAUNCH_LIMIT_MS })
      return victimOf(app, page)
    },
    close: () => Promise.resolve(),
  }
}

function victimOf(app: ElectronApplication, page: Page): Victim {
  const child = app.process()
  const gone = once(child, 'exit').then(() => undefined)
  const call = async <N extends PageCall>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const result = await page.evaluate(
      ([wanted, given]) => (window as unknown as BridgedWindow).wharf.calls[wanted]?.(given),
      [name, input] as const,
    )
    if (!result?.ok) throw new Error(`${name}: ${JSON.stringify(result?.failure)}`)
    return result.value as CallOutput<N>
  }
  return {
    call,
    drop: async (paths, targets) => {
      // Files that the browser itself was given carry their paths, as dropped ones do.
      const input = await page.evaluateHandle(() => {
        const chooser = document.createElement('input')
        chooser.type = 'file'
        chooser.multiple = true
        return chooser
      })
      await input.setInputFiles([...paths])
      const granted = await input.evaluate((chooser) =>
        (window as unknown as BridgedWindow).wharf.grantFiles([...(chooser.files ?? [])]),
      )
      if (!granted.ok) throw new Error(`No grant: ${JSON.stringify(granted.failure)}`)
      const { grants } = granted.value
      await call('uploads.add', { grants, targets, sendsKnown: false, intakeId: null })
    },
    dieAtCommit: null,
    gone,
    kill: () => {
      child.kill('SIGKILL')
      return gone
    },
  }
}
