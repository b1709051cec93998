// Opens the filters with the order of the open view, telling how many filters are on.
import type { ReactNode } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { useTags } from '../../queries/use-tags.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { clearFilter, setViewFilter } from '../../stores/filter-actions.ts'
import { filterCount, useViewFilter } from '../../stores/view-filter.ts'
import { Button } from '../../ui/button.tsx'
import { Hint } from '../../ui/hint.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { SelectInput } from '../../ui/select-input.tsx'
import { ANY, chosen, PERIODS, sortKey, sortOf, SORTS, STATES } from './filter-choices.ts'

type Props = {
  readonly account: AccountView | null
  /** The provider lists it, and leaves the rest to what is loaded. */
  readonly isListedRemotely: boolean
  /** Filters that found no room beside the search. */
  readonly children: ReactNode
}

export function FilterButton({ account, isListedRemotely, children }: Props) {
  const count = filterCount(useViewFilter())
  return (
    <DialogTrigger>
      <Hint text={en.finding.filter}>
        <AriaButton
          className="icon-button filter-button"
          aria-label={count === 0 ? en.finding.filter : plural(en.finding.filterCount, count)}
        >
          <Icon name="filter" />
          {count === 0 ? null : (
            <span className="filter-count" aria-hidden="true">
              {count}
            </span>
          )}
        </AriaButton>
      </Hint>
      <Popover className="popover filter-popover" placement="bottom end" offset={4}>
        <Dialog className="filter-form" aria-label={en.finding.filter}>
          <SortFilter />
          {children}
          <Filters account={account} />
          {account !== null && isListedRemotely ? (
            <p className="field-hint">
              {fill(en.finding.onlyLoaded, { provider: manifestOf(account.providerId).displayName })}
            </p>
          ) : null}
          <Button size="small" isDisabled={count === 0} onPress={clearFilter}>
            {en.finding.clear}
          </Button>
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}

function SortFilter() {
  const { sort } = useViewFilter()
  return (
    <SelectInput
      label={en.finding.sort}
      value={sortKey(sort)}
      options={SORTS}
      onChange={(key) => setViewFilter({ sort: sortOf(key) })}
    />
  )
}

function Filters({ account }: Pick<Props, 'account'>) {
  const { period, state, tag, accountId } = useViewFilter()
  const accounts = useAccountsStore((store) => store.accounts)
  const tags = useTags()
  const isListed = tag === null || tags.some((each) => each.tag === tag)
  return (
    <>
      <SelectInput
        label={en.finding.period}
        value={period ?? ANY}
        options={PERIODS}
        onChange={(value) => setViewFilter({ period: chosen(value) })}
      />
      <SelectInput
        label={en.finding.state}
        value={state ?? ANY}
        options={STATES}
        onChange={(value) => setViewFilter({ state: chosen(value) })}
      />
      <SelectInput<string>
        label={en.finding.tag}
        value={tag === null ? '' : `#${tag}`}
        options={[
          { value: '', label: en.finding.anyTag },
          ...tags.map((each) => ({ value: `#${each.tag}`, label: `${each.tag} (${each.count})` })),
          ...(isListed ? [] : [{ value: `#${tag}`, label: tag }]),
        ]}
        onChange={(value) => setViewFilter({ tag: value === '' ? null : value.slice(1) })}
      />
      {account === null ? (
        <SelectInput<string>
          label={en.finding.account}
          value={accountId ?? ''}
          options={[
            { value: '', label: en.finding.anyAccount },
            ...accounts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) =>
            setViewFilter({ accountId: accounts.find(({ id }) => id === value)?.id ?? null })
          }
        />
      ) : null}
    </>
  )
}
