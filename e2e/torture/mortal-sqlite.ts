// The SQLite driver for an engine under torture: at a chosen commit it kills the whole process.
import { DatabaseSync as Driver } from '@photostructure/sqlite'

type Doom = { commitsLeft: number; readonly side: 'before' | 'after' }

let doom: Doom | null = null

/** Commits are counted from now. */
export function dieAtCommit(nth: number, side: Doom['side']): void {
  doom = { commitsLeft: nth, side }
}

const die = () => process.kill(process.pid, 'SIGKILL')

/** Stands in for the driver's class of that name. */
export class DatabaseSync extends Driver {
  override exec(sql: string): void {
    const side = sql === 'COMMIT' && doom !== null && (doom.commitsLeft -= 1) === 0 ? doom.side : null
    if (side === 'before') die()
    super.exec(sql)
    if (side === 'after') die()
  }
}
