// The rows that are measured, each with its aim.

import { median } from './median.ts'

export type Aim = { readonly sense: 'at least' | 'at most' | 'exactly'; readonly value: number }

export type Row = {
  readonly title: string
  /** `x` is a ratio to a peer measured in the same round; all else is a figure of this machine. */
  readonly unit: 'x' | 'MiB' | 'ms' | 's' | 'connections'
  /** null: shown for comparison. */
  readonly aim: Aim | null
}

const atLeast = (value: number): Aim => ({ sense: 'at least', value })
const atMost = (value: number): Aim => ({ sense: 'at most', value })

const speed = (title: string, aim: number | null): Row => ({
  title,
  unit: 'x',
  aim: aim === null ? null : atLeast(aim),
})

export const ROWS = {
  raw: speed('one 2 GiB file, raw, against curl -T', 1),
  'raw-hashed': speed('… with sha256', 0.3),
  form: speed('one 2 GiB file, multipart, against curl -F', 1),
  'form-hashed': speed('… with sha256', null),
  'raw-https': speed('one 2 GiB file, raw, over https, against curl -T', 1),
  'raw-https-hashed': speed('… with sha256', 0.6),
  'form-https': speed('one 2 GiB file, multipart, over https, against curl -F', 1),
  'form-https-hashed': speed('… with sha256', null),
  'cpu-https': { title: 'CPU per GiB over https, against curl', unit: 'x', aim: atMost(1.25) },
  'cpu-https-hashed': { title: '… with sha256', unit: 'x', aim: null },
  medium: speed('200 × 5 MiB, engine alone, against curl --parallel -F', 0.9),
  'medium-hashed': speed('… with sha256', null),
  'medium-app': speed('… with sha256, queue and journal: from the drop to the last ID', null),
  small: speed('2,000 × 20 KiB, engine alone, against curl --parallel -F', null),
  'small-hashed': speed('… with sha256', null),
  'small-app': speed('… with sha256, queue and journal: from the drop to the last ID', 0.5),
  connections: {
    title: 'TCP connections for all files of a batch, 5 at once',
    unit: 'connections',
    aim: { sense: 'exactly', value: 5 },
  },
  'memory-one': { title: 'memory above idle, one 2 GiB file', unit: 'MiB', aim: atMost(32) },
  'memory-five': { title: 'memory above idle, 5 at once', unit: 'MiB', aim: atMost(48) },
  'loop-p99': { title: 'event-loop delay while uploading, p99', unit: 'ms', aim: atMost(10) },
  'loop-max': { title: 'event-loop delay while uploading, longest', unit: 'ms', aim: atMost(50) },
  drop: { title: '10,000 files dropped: accepted and durable', unit: 's', aim: atMost(2) },
  'drop-loop-max': { title: '… event-loop delay meanwhile, longest', unit: 'ms', aim: null },
  'transfer-memory': {
    title: 'record of 100,000 exported, looked through, imported: memory above idle',
    unit: 'MiB',
    aim: atMost(64),
  },
  'transfer-loop-max': { title: '… event-loop delay meanwhile, longest', unit: 'ms', aim: atMost(50) },
  'start-up': {
    title: 'start of the main process with 100,000 finished jobs, against none',
    unit: 'x',
    aim: atMost(1.2),
  },
} as const satisfies Record<string, Row>

export type RowId = keyof typeof ROWS

/** The median reaches the aim; what is counted does so in every round. */
export function reaches(aim: Aim, figures: readonly number[]): boolean {
  if (aim.sense === 'exactly') return figures.every((figure) => figure === aim.value)
  return aim.sense === 'at least' ? median(figures) >= aim.value : median(figures) <= aim.value
}
