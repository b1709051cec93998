// Drags files out of another program's window with a real X11 pointer.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { whyNoGtk, startGtkProgram } from './gtk-program.ts'

type Point = { readonly x: number; readonly y: number }

const SOURCE = { x: 20, y: 20 }
const GRIP: Point = { x: 100, y: 80 }
/** As fast as a hand: the two programs answer each other between the steps. */
const STEP_SECONDS = '0.05'

/** null where a drag is possible, else what is missing. */
export function whyNoX11Drag(): string | null {
  return spawnSync('xdotool', ['version']).status === 0 ? whyNoGtk() : 'xdotool is not installed'
}

/** A window at the left top of the screen that offers the files, saying `ready`, `begin`, `end`; the caller closes it. */
export function openDragSource(files: readonly string[]) {
  const source = startGtkProgram('drag-source.py', [String(SOURCE.x), String(SOURCE.y), ...files])
  return {
    ...source,
    pickUp: () => point(['mousemove', at(GRIP), 'mousedown', '1', ...glide(GRIP, { x: 140, y: 110 })]),
    carry: (from: Point, to: Point) => point(glide(from, to)),
    letGo: () => point(['mouseup', '1']),
  }
}

function at({ x, y }: Point): string {
  return `${Math.round(x)} ${Math.round(y)}`
}

function glide(from: Point, to: Point): string[] {
  const steps = [0.2, 0.4, 0.6, 0.8, 1, 1]
  return steps.flatMap((part, index) => [
    'mousemove',
    // The last step moves by a pixel, so that the target is asked once more where it stands.
    at({ x: from.x + (to.x - from.x) * part + (index === 5 ? 1 : 0), y: from.y + (to.y - from.y) * part }),
    'sleep',
    STEP_SECONDS,
  ])
}

async function point(steps: readonly string[]): Promise<void> {
  const pointer = spawn(
    'xdotool',
    steps.flatMap((step) => step.split(' ')),
    { stdio: 'inherit' },
  )
  const [code] = (await once(pointer, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`xdotool ended with ${String(code)}`)
}
