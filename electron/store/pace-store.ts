// Keeps each gate's pace in the database, so that a new run knows what the last one sent.
import type { Database } from './sqlite.ts'

export type PaceStore = {
  /** The place of one gate. `save` is durable when it returns, and throws when the disk is full, for one. */
  readonly journalOf: (gate: string) => {
    readonly load: () => string | null
    readonly save: (text: string) => void
  }
}

/** No pause is longer than an hour, no rate counts over more than a minute. */
const KEPT_MS = 2 * 3_600_000

/** @param steadyMs a clock that nobody sets: what a wrong date would make look old is not forgotten. */
export function createPaceStore(database: Database, steadyMs: () => number): PaceStore {
  const select = database.prepare('SELECT state FROM paces WHERE gate = ?')
  if (database.isReadOnly)
    return { journalOf: (gate) => ({ load: () => stateIn(select.get(gate)), save: () => undefined }) }
  database.prepare('DELETE FROM paces WHERE saved_at_ms < ?').run(steadyMs() - KEPT_MS)
  const upsert = database.prepare(
    `INSERT INTO paces (gate, state, saved_at_ms) VALUES (?, ?, ?)
     ON CONFLICT (gate) DO UPDATE SET state = excluded.state, saved_at_ms = excluded.saved_at_ms`,
  )
  return {
    journalOf: (gate) => ({
      load: () => stateIn(select.get(gate)),
      save: (text) => {
        upsert.run(gate, text, steadyMs())
      },
    }),
  }
}

function stateIn(row: unknown): string | null {
  return (row as { state: string } | undefined)?.state ?? null
}
