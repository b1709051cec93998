// The baseline: what an earlier full run measured, as ratios that another machine can be held to.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format } from 'prettier'
import { z } from 'zod'
import { median } from './median.ts'
import type { Results } from './results.ts'
import { ROWS, type Row, type RowId } from './rows.ts'

const PATH = join('bench', 'baseline.json')

const figureSchema = z.object({ median: z.number(), least: z.number(), most: z.number() })
export type Figure = z.infer<typeof figureSchema>
const baselineSchema = z.record(z.string(), figureSchema)
export type Baseline = z.infer<typeof baselineSchema>

/**
 * What the baseline holds of a row: its ratio to the peer or, of a figure in MiB, ms or s, its share of the aim.
 * null: a figure of this machine alone.
 */
export function figureOf(id: RowId, measured: readonly number[]): Figure | null {
  const { unit, aim }: Row = ROWS[id]
  if (unit !== 'x' && !aim) return null
  const shares = measured.map((figure) => (unit === 'x' ? figure : figure / (aim?.value ?? NaN)))
  const rounded = (figure: number) => Number(figure.toFixed(3))
  return {
    median: rounded(median(shares)),
    least: rounded(Math.min(...shares)),
    most: rounded(Math.max(...shares)),
  }
}

export function readBaseline(): Baseline {
  return baselineSchema.parse(JSON.parse(readFileSync(PATH, 'utf8')))
}

export async function saveBaseline(results: Results): Promise<void> {
  const kept: Record<string, Figure> = {}
  for (const [id, measured] of Object.entries(results.rows)) {
    const figure = figureOf(id as RowId, measured)
    if (figure) kept[id] = figure
  }
  writeFileSync(PATH, await format(JSON.stringify(kept), { parser: 'json' }))
}
