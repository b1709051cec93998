// Says which parts of a file cannot be read, by their lines.
import type { RowProblem, RowProblems } from '../../../shared/model/transfer.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { ReasonList } from '../../ui/reason-list.tsx'

const words = en.transfer.import

export function RowProblemList({ problems: { count, first } }: { readonly problems: RowProblems }) {
  if (count === 0) return null
  const title = plural(words.problems, count)
  return (
    <section className="transfer-list">
      <p>{title}</p>
      <ReasonList
        label={title}
        icon="alert"
        look="mild"
        rows={first.map((problem, index) => ({
          key: String(index),
          name: fill(words.line, { line: problem.line }),
          reason: <span className="refused-reason">{reasonOf(problem)}</span>,
        }))}
      />
      {count > first.length ? <p className="field-hint">{plural(words.more, count - first.length)}</p> : null}
    </section>
  )
}

function reasonOf({ code, field }: RowProblem): string {
  return fill(words.reasons[code], { field: field ?? words.wholeEntry })
}
