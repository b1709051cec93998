// How much a run measures: everything, or just enough to show that each bench still works.

const MIB = 1024 * 1024

export type Scale = {
  readonly name: 'full' | 'smoke'
  readonly rounds: number
  readonly bigFileBytes: number
  readonly mediumFiles: number
  readonly mediumFileBytes: number
  readonly smallFiles: number
  readonly smallFileBytes: number
  readonly droppedFiles: number
  readonly finishedJobs: number
}

const FULL: Omit<Scale, 'rounds'> = {
  name: 'full',
  bigFileBytes: 2048 * MIB,
  mediumFiles: 200,
  mediumFileBytes: 5 * MIB,
  smallFiles: 2000,
  smallFileBytes: 20 * 1024,
  droppedFiles: 10_000,
  finishedJobs: 100_000,
}
const SMOKE: Omit<Scale, 'rounds'> = {
  name: 'smoke',
  bigFileBytes: 64 * MIB,
  mediumFiles: 10,
  mediumFileBytes: 2 * MIB,
  smallFiles: 50,
  smallFileBytes: 20 * 1024,
  droppedFiles: 200,
  finishedJobs: 2000,
}

const isSmoke = process.env['WHARF_BENCH_SCALE'] === 'smoke'

export const SCALE: Scale = {
  ...(isSmoke ? SMOKE : FULL),
  rounds: Number(process.env['WHARF_BENCH_ROUNDS'] ?? (isSmoke ? 1 : 5)),
}

/** In all rows with several files at once. */
export const CONNECTIONS = 5
