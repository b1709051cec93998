// Prints row, aim, baseline and what was measured now; fails if a row became worse beyond noise.
import { figureOf, readBaseline, saveBaseline, type Figure } from './baseline.ts'
import { readResults, shown, spread } from './results.ts'
import { ROWS, type Row, type RowId } from './rows.ts'
import { verdictOn, type Verdict } from './verdict.ts'

const MARKS: Readonly<Record<Verdict, string>> = { worse: 'WORSE', better: 'better', same: '' }

type Line = { readonly row: string; readonly aim: string; readonly baseline: string; readonly now: string }

/** A share of the aim is shown in the row's own unit again. */
function inUnit({ median, least, most }: Figure, { unit, aim }: Row): string {
  const scale = unit === 'x' ? 1 : (aim?.value ?? 1)
  return `${shown(median * scale)} (${spread([least * scale, most * scale])})`
}

function compare(): boolean {
  const results = readResults()
  if (results?.scale !== 'full') {
    console.log('Nothing to compare: a full run comes first (npm run bench).')
    return false
  }
  const baseline = readBaseline()
  const lines: (Line & { readonly change: string })[] = []
  let hasWorse = false
  for (const id of Object.keys(ROWS) as RowId[]) {
    const row: Row = ROWS[id]
    const measured = results.rows[id]
    const now = measured ? figureOf(id, measured) : null
    const before = baseline[id]
    if (!now) continue
    const verdict = before ? verdictOn(before, now, row.aim?.sense ?? 'at least') : 'same'
    hasWorse ||= verdict === 'worse'
    lines.push({
      row: `${row.title} [${row.unit}]`,
      aim: row.aim ? `${row.aim.sense} ${row.aim.value}` : '',
      baseline: before ? inUnit(before, row) : 'none',
      now: inUnit(now, row),
      change: MARKS[verdict],
    })
  }
  console.table(lines)
  return !hasWorse
}

if (process.argv.includes('--save-baseline')) {
  const results = readResults()
  if (results?.scale !== 'full') throw new Error('Only a full run can become the baseline.')
  await saveBaseline(results)
} else if (!compare()) process.exitCode = 1
