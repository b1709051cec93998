// A library with nothing to show: why, and what to do next.
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import type { Library } from '../../queries/use-library.ts'
import { chooseContainer } from '../../stores/container-actions.ts'
import { clearFilter } from '../../stores/filter-actions.ts'
import { useFilterStore } from '../../stores/filter-store.ts'
import { filterCount, useViewFilter } from '../../stores/view-filter.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { shortcutLabel } from '../../ui/shortcut.ts'
import type { ContainerView } from './use-container-view.ts'

type Props = {
  readonly library: Library
  readonly account: AccountView | null
  readonly containers: ContainerView | null
  readonly isNarrowedHere: boolean
  readonly onChooseFiles: () => void
}

function NoHits({ library, isNarrowedHere }: Pick<Props, 'library' | 'isNarrowedHere'>) {
  const filter = useViewFilter()
  const isOnlyType = filter.kind !== null && filterCount(filter) === 1
  const query = useFilterStore((state) => state.search.trim())
  const isPartial = isNarrowedHere && library.hasMore
  return (
    <EmptyState
      icon="search"
      title={
        query === ''
          ? isOnlyType
            ? en.library.emptyType
            : en.finding.noneMatch
          : fill(en.library.noHits, { query })
      }
      buttons={
        <>
          {isPartial ? (
            <Button isDisabled={library.pageState === 'loading'} onPress={library.loadMore}>
              {library.pageState === 'loading' ? en.library.loadingMore : en.library.loadMore}
            </Button>
          ) : null}
          <Button look="primary" onPress={clearFilter}>
            {en.library.clear}
          </Button>
        </>
      }
    >
      {isPartial ? <p>{en.library.noHitsMore}</p> : query === '' ? null : <p>{en.library.noHitsLead}</p>}
      {library.problem?.at === 'later' ? <p role="alert">{en.library.laterPageFailed}</p> : null}
    </EmptyState>
  )
}

export function LibraryEmpty({ library, account, containers, isNarrowedHere, onChooseFiles }: Props) {
  const hasWords = useFilterStore((state) => state.search.trim() !== '')
  const isFiltered = filterCount(useViewFilter()) > 0 || hasWords
  const { problem, retry } = library
  // With assets loaded that no search matches, the failure of a further page is said beside them.
  if (problem !== null && library.items.length === 0) {
    const provider = account ? manifestOf(account.providerId).displayName : en.app.service
    return (
      <div className="library-blank" data-page-state="error" role="alert">
        <EmptyState
          icon="alert"
          tone="problem"
          title={en.library.firstPageFailed}
          buttons={
            <Button look="primary" icon="refresh" onPress={retry}>
              {en.app.retry}
            </Button>
          }
        >
          <FailureNote
            text={{ ...failureText(problem.failure, provider), did: en.library.nothingChanged }}
            provider={provider}
            quote={problem.failure.providerMessage}
          />
        </EmptyState>
      </div>
    )
  }
  return (
    <div className="library-blank" data-page-state={library.pageState}>
      {isFiltered ? (
        <NoHits library={library} isNarrowedHere={isNarrowedHere} />
      ) : account !== null && containers !== null && containers.containerId !== null ? (
        <EmptyState
          icon="folder"
          title={fill(en.containers.empty, { noun: containers.noun })}
          buttons={
            <Button look="primary" onPress={() => chooseContainer(account.id, null)}>
              {en.containers.showAll}
            </Button>
          }
        >
          <p>{fill(en.containers.emptyLead, { provider: manifestOf(account.providerId).displayName })}</p>
        </EmptyState>
      ) : (
        <EmptyState
          icon="inbox"
          title={account === null ? en.library.emptyRecord : en.library.emptyAccount}
          buttons={
            <Button look="primary" icon="upload" onPress={onChooseFiles}>
              {en.drop.choose}
            </Button>
          }
        >
          {account === null ? <p>{en.library.emptyRecordLead}</p> : null}
          <p>{fill(en.library.emptyAccountLead, { paste: shortcutLabel('V') })}</p>
        </EmptyState>
      )}
    </div>
  )
}
