// Narrows the library down to one type of file.
import { en } from '../../i18n/en.ts'
import { setViewFilter } from '../../stores/filter-actions.ts'
import { useViewFilter } from '../../stores/view-filter.ts'
import { SelectInput } from '../../ui/select-input.tsx'
import { ANY, chosen, TYPES } from './filter-choices.ts'

export function TypeFilter({ labelPlace }: { readonly labelPlace: 'above' | 'inside' }) {
  const { kind } = useViewFilter()
  return (
    <SelectInput
      label={en.library.type}
      labelPlace={labelPlace}
      value={kind ?? ANY}
      options={TYPES}
      onChange={(value) => setViewFilter({ kind: chosen(value) })}
    />
  )
}
