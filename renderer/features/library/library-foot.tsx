// What follows the last asset: more to load, the end, or why the next page is missing.
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import type { Library } from '../../queries/use-library.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { Spinner } from '../../ui/spinner.tsx'

type Props = {
  readonly library: Library
  readonly account: AccountView | null
  readonly shownCount: number
  readonly isNarrowedHere: boolean
}

export function LibraryFoot({ library, account, shownCount, isNarrowedHere }: Props) {
  const { items, total, hasMore, pageState, problem, loadMore, retry } = library
  if (problem !== null && problem.at === 'later') {
    const provider = account ? manifestOf(account.providerId).displayName : en.app.service
    return (
      <div className="library-foot library-foot-problem" role="alert">
        <FailureNote
          text={{ ...failureText(problem.failure, provider), did: en.library.laterPageFailed }}
          provider={provider}
          quote={problem.failure.providerMessage}
        />
        <Button size="small" icon="refresh" onPress={retry}>
          {en.app.retry}
        </Button>
      </div>
    )
  }
  return (
    <div className="library-foot">
      {isNarrowedHere && hasMore ? <p>{plural(en.finding.narrowedLoaded, items.length)}</p> : null}
      {hasMore && total !== null ? (
        <p>{plural(en.finding.loadedOf, total, { loaded: items.length.toLocaleString('en') })}</p>
      ) : null}
      {hasMore && pageState === 'loading' ? (
        <p className="library-loading">
          <Spinner size={12} />
          {en.library.loadingMore}
        </p>
      ) : null}
      {hasMore && pageState !== 'loading' ? (
        <Button size="small" onPress={loadMore}>
          {en.library.loadMore}
        </Button>
      ) : null}
      {hasMore ? null : <p>{plural(en.library.end, shownCount)}</p>}
    </div>
  )
}
