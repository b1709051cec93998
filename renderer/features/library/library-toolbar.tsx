// What the open view is called, and how it is searched, filtered and shown.
import type { RefObject } from 'react'
import { Input, SearchField, Button as AriaButton, ToggleButton } from 'react-aria-components'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { setFilter } from '../../stores/filter-actions.ts'
import { useFilterStore } from '../../stores/filter-store.ts'
import { updateSettings } from '../../stores/settings-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Hint } from '../../ui/hint.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SelectInput } from '../../ui/select-input.tsx'
import { ContainerFilter } from './container-filter.tsx'
import type { ContainerView } from './use-container-view.ts'
import type { Details } from './use-details.ts'

const TYPES = [
  { value: 'all', label: en.library.types.all },
  { value: 'image', label: en.library.types.image },
  { value: 'video', label: en.library.types.video },
  { value: 'audio', label: en.library.types.audio },
  { value: 'other', label: en.library.types.other },
] as const

const VIEWS = [
  { value: 'grid', label: en.library.grid, icon: 'grid' },
  { value: 'list', label: en.library.list, icon: 'list' },
] as const

type Props = {
  readonly account: AccountView | null
  readonly containers: ContainerView | null
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly isRefreshing: boolean
  readonly details: Details
  readonly onRefresh: () => void
  /** null where the empty library offers it already. */
  readonly onChooseFiles: (() => void) | null
}

export function LibraryToolbar({
  account,
  containers,
  searchRef,
  isRefreshing,
  details,
  onRefresh,
  onChooseFiles,
}: Props) {
  const search = useFilterStore((state) => state.search)
  const kind = useFilterStore((state) => state.kind)
  const view = useAppStore((state) => state.settings.view)
  return (
    <header className="toolbar">
      <h1 className="toolbar-title">
        <bdi>{account?.name ?? en.accounts.allUploads}</bdi>
        {account?.server.kind === 'sandbox' ? <span className="badge">{en.accounts.sandbox}</span> : null}
      </h1>
      <SearchField
        className="search"
        aria-label={en.library.search}
        value={search}
        onChange={(value) => setFilter({ search: value })}
      >
        <Icon name="search" />
        <Input ref={searchRef} className="input" placeholder={en.library.search} maxLength={200} />
        <AriaButton className="search-clear">
          <Icon name="close" size={12} />
        </AriaButton>
      </SearchField>
      <SelectInput
        label={en.library.type}
        labelPlace="inside"
        value={kind ?? 'all'}
        options={TYPES}
        onChange={(value) => setFilter({ kind: value === 'all' ? null : value })}
      />
      {account === null || containers === null ? null : (
        <ContainerFilter account={account} view={containers} />
      )}
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
          {en.drop.choose}
        </Button>
      )}
    </header>
  )
}
