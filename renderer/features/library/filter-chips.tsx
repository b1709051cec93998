// The filters that are on, each with a button that takes it off.
import type { ViewFilter } from '../../../shared/model/library-filter.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { clearFilter, setViewFilter } from '../../stores/filter-actions.ts'
import { useViewFilter } from '../../stores/view-filter.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'

type Chip = { readonly name: string; readonly off: Partial<ViewFilter> }

export function FilterChips() {
  const { kind, period, state, tag, accountId } = useViewFilter()
  const accounts = useAccountsStore((store) => store.accounts)
  const chips: (Chip | null)[] = [
    kind && { name: en.library.types[kind], off: { kind: null } },
    period && { name: en.finding.periods[period], off: { period: null } },
    state && { name: en.finding.states[state], off: { state: null } },
    tag === null ? null : { name: tag, off: { tag: null } },
    accountId && {
      name: accounts.find(({ id }) => id === accountId)?.name ?? en.uploads.unknownAccount,
      off: { accountId: null },
    },
  ]
  const shown = chips.filter((chip) => chip !== null)
  if (shown.length === 0) return null
  return (
    <div className="filter-chips" role="group" aria-label={en.finding.chips}>
      {shown.map(({ name, off }) => (
        <button
          key={Object.keys(off)[0]}
          type="button"
          className="chip"
          aria-label={fill(en.finding.remove, { name })}
          onClick={() => setViewFilter(off)}
        >
          <bdi>{name}</bdi>
          <Icon name="close" size={12} />
        </button>
      ))}
      {shown.length > 1 ? (
        <Button look="quiet" size="small" onPress={clearFilter}>
          {en.finding.clear}
        </Button>
      ) : null}
    </div>
  )
}
