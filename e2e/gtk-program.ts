// Runs a small GTK program beside the app, as any other program of the desktop.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** The system's own, since GTK is bound to that one. */
const PYTHON = '/usr/bin/python3'

/** null where GTK programs run, else what is missing. */
export function whyNoGtk(): string | null {
  if (process.platform !== 'linux' || !process.env['DISPLAY']) return 'there is no X11 display'
  const probe = 'import gi; gi.require_version("Gtk", "3.0"); from gi.repository import Gtk'
  const isThere = spawnSync(PYTHON, ['-c', probe]).status === 0
  return isThere ? null : 'GTK 3 for Python (python3-gi, gir1.2-gtk-3.0) is missing'
}

/** A script of this folder; the caller closes it. */
export function startGtkProgram(script: string, args: readonly string[]) {
  const program = spawn(PYTHON, [join(import.meta.dirname, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  createInterface({ input: program.stdout }).on('line', (line) => said.push(line))
  return {
    /** The lines it has printed so far. */
    said,
    close: async () => {
      if (program.exitCode !== null) return
      const gone = once(program, 'exit')
      program.kill()
      await gone
    },
  }
}
