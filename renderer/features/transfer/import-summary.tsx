// Says in words what came of an import, and what differs from what is here.
import type { ImportResult } from '../../../shared/model/transfer.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural, type Plural } from '../../i18n/plural.ts'
import { ReasonList } from '../../ui/reason-list.tsx'
import { RowProblemList } from './row-problems.tsx'

const words = en.transfer.import
const fieldNames = new Intl.ListFormat('en', { type: 'conjunction' })

type Props = { readonly result: ImportResult; readonly preference: 'mine' | 'theirs' }

export function ImportSummary({ result, preference }: Props) {
  const { conflictCount, conflicts } = result
  const differing = plural(preference === 'mine' ? words.conflicts : words.replaced, conflictCount)
  return (
    <>
      <div role="status" className="transfer-list">
        {result.isStopped ? <p>{words.stoppedLead}</p> : null}
        <ul className="effects">
          {countsOf(result).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        {conflictCount > 0 ? <p>{differing}</p> : null}
      </div>
      {conflictCount > 0 ? (
        <section className="transfer-list">
          <ReasonList
            label={differing}
            icon={preference === 'mine' ? 'alert' : 'check-circle'}
            look={preference === 'mine' ? 'mild' : 'good'}
            rows={conflicts.map(({ name, primaryId, accountId, fields }) => ({
              key: `${accountId} ${primaryId}`,
              name,
              reason: (
                <span className="refused-reason">
                  {fill(words.differs, {
                    fields: fieldNames.format(fields.map((field) => words.fields[field])),
                  })}
                </span>
              ),
            }))}
          />
          {conflictCount > conflicts.length ? (
            <p className="field-hint">{plural(words.more, conflictCount - conflicts.length)}</p>
          ) : null}
        </section>
      ) : null}
      <RowProblemList problems={result.problems} />
    </>
  )
}

/** What was added is said even where that is nothing. */
function countsOf(result: ImportResult): readonly string[] {
  const others: readonly (readonly [Plural, number])[] = [
    [words.same, result.sameCount],
    [words.completed, result.completedCount],
    [words.skipped, result.skippedCount],
    [words.unrecorded, result.unrecordedCount],
    [words.newAccounts, result.newAccountCount],
  ]
  return [
    plural(words.added, result.addedCount),
    ...others.filter(([, count]) => count > 0).map(([text, count]) => plural(text, count)),
  ]
}
