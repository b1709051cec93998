// A clock that nobody sets.

/**
 * Milliseconds since some moment before this machine's last start, the same moment for every run of the app: unlike
 * `performance.now`, which begins anew with each process. It may stand still while the machine sleeps.
 */
export function steadyMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}
