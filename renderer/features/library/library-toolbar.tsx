// What the open view is called, and how it is searched, filtered and shown.
import type { RefObject } from 'react'
import { Input, SearchField, Button as AriaButton, ToggleButton } from 'react-aria-components'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { setSearch } from '../../stores/filter-actions.ts'
import { useFilterStore } from '../../stores/filter-store.ts'
import { updateSettings } from '../../stores/settings-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Hint } from '../../ui/hint.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useMatchMedia } from '../../ui/use-match-media.ts'
import { ContainerFilter } from './container-filter.tsx'
import { FilterButton } from './filter-button.tsx'
import { TypeFilter } from './type-filter.tsx'
import type { ContainerView } from './use-container-view.ts'
import type { Details } from './use-details.ts'

/** Below this a container is chosen among the filters. */
const NARROW = '(max-width: 1020px)'
/** Below this a type is, too. */
const TIGHT = '(max-width: 760px)'

const VIEWS = [
  { value: 'grid', label: en.library.grid, icon: 'grid' },
  { value: 'list', label: en.library.list, icon: 'list' },
] as const

type Props = {
  readonly account: AccountView | null
  readonly containers: ContainerView | null
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly isListedRemotely: boolean
  readonly isRefreshing: boolean
  readonly details: Details
  readonly onRefresh: () => void
  readonly onExport: () => void
  /** null where the empty library offers it already. */
  readonly onChooseFiles: (() => void) | null
}

export function LibraryToolbar({
  account,
  containers,
  searchRef,
  isListedRemotely,
  isRefreshing,
  details,
  onRefresh,
  onExport,
  onChooseFiles,
}: Props) {
  const search = useFilterStore((state) => state.search)
  const isNarrow = useMatchMedia(NARROW)
  const isTight = useMatchMedia(TIGHT)
  const view = useAppStore((state) => state.settings.view)
  const containerFilter = (labelPlace: 'above' | 'inside') =>
    account === null || containers === null ? null : (
      <ContainerFilter account={account} view={containers} labelPlace={labelPlace} />
    )
  return (
    <header className="toolbar">
      <h1 className="toolbar-title">
        <bdi>{account?.name ?? en.accounts.allUploads}</bdi>
        {account?.server.kind === 'sandbox' ? <span className="badge">{en.accounts.sandbox}</span> : null}
      </h1>
      <SearchField className="search" aria-label={en.library.search} value={search} onChange={setSearch}>
        <Icon name="search" />
        <Input ref={searchRef} className="input" placeholder={en.library.search} maxLength={200} />
        <AriaButton className="search-clear">
          <Icon name="close" size={12} />
        </AriaButton>
      </SearchField>
      {isTight ? null : <TypeFilter labelPlace="inside" />}
      {isNarrow ? null : containerFilter('inside')}
      <FilterButton account={account} isListedRemotely={isListedRemotely}>
        {isTight ? <TypeFilter labelPlace="above" /> : null}
        {isNarrow ? containerFilter('above') : null}
      </FilterButton>
      <Segmented
        label={en.library.view}
        value={view}
        options={VIEWS}
        onChange={(value) => updateSettings({ view: value })}
      />
      <span className="toolbar-icons">
        <span data-busy={isRefreshing || undefined} className="refresh">
          <IconButton icon="refresh" label={en.library.refresh} onPress={onRefresh} />
        </span>
        <IconButton icon="export" label={en.transfer.exportButton} onPress={onExport} />
        <Hint text={en.library.details}>
          <ToggleButton
            className="icon-button"
            aria-label={en.library.details}
            isSelected={details.isShown}
            onChange={details.setShown}
          >
            <Icon name="panel" />
          </ToggleButton>
        </Hint>
      </span>
      {account !== null && manifestOf(account.providerId).uploadFields.length > 0 ? (
        <IconButton
          icon="settings"
          label={en.options.button}
          onPress={() => openDialog({ kind: 'upload-options', accountId: account.id, retries: false })}
        />
      ) : null}
      {onChooseFiles === null ? null : (
        <Button look="primary" icon="upload" onPress={onChooseFiles}>
          <span className="choose-label">{en.drop.choose}</span>
        </Button>
      )}
    </header>
  )
}
