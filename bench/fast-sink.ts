// Compiles the C sink where there is a compiler, then runs it.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type FastSink = { readonly origin: string; readonly close: () => void }

/** null: no C compiler on this machine, so there is nothing fast enough to measure against. */
export async function startFastSink(folder: string): Promise<FastSink | null> {
  const program = join(folder, 'fast-sink')
  try {
    execFileSync('cc', ['-O2', '-D_GNU_SOURCE', '-pthread', '-o', program, join('bench', 'fast-sink.c')])
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const child = spawn(program, { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return {
    origin: `http://127.0.0.1:${port.toString().trim()}`,
    close: () => {
      child.kill()
    },
  }
}
