// Keeps what a run measured: one figure per round and row, gathered over all benches.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { median } from './median.ts'
import { reaches, ROWS, type Row, type RowId } from './rows.ts'
import { SCALE } from './scale.ts'

const RESULTS = join('artifacts', 'bench.json')

const resultsSchema = z.object({
  scale: z.enum(['full', 'smoke']),
  rows: z.record(z.string(), z.array(z.number()).nonempty()),
})
export type Results = z.infer<typeof resultsSchema>

/** null: nothing was measured yet. */
export function readResults(): Results | null {
  try {
    return resultsSchema.parse(JSON.parse(readFileSync(RESULTS, 'utf8')))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Shows the row at once, and adds it to what other benches of the same scale have measured. */
export function report(id: RowId, figures: readonly number[]): void {
  const row: Row = ROWS[id]
  const middle = median(figures)
  const verdict =
    row.aim && SCALE.name === 'full' ? (reaches(row.aim, figures) ? '  reached' : '  MISSED') : ''
  console.log(
    `${row.title}: ${shown(middle)} ${row.unit} (${spread(figures)})${row.aim ? `, aim ${row.aim.sense} ${row.aim.value}` : ''}${verdict}`,
  )
  const earlier = readResults()
  const rows = earlier?.scale === SCALE.name ? earlier.rows : {}
  mkdirSync(dirname(RESULTS), { recursive: true })
  writeFileSync(RESULTS, JSON.stringify({ scale: SCALE.name, rows: { ...rows, [id]: figures } }, null, 2))
}

export function spread(figures: readonly number[]): string {
  return `${shown(Math.min(...figures))} to ${shown(Math.max(...figures))}`
}

export function shown(figure: number): string {
  return figure.toFixed(Math.abs(figure) < 10 ? 2 : 0)
}
