// Narrows the library down to one of the account's folders, projects or groups.
import type { AccountView } from '../../../shared/model/account.ts'
import { en } from '../../i18n/en.ts'
import { chooseContainer } from '../../stores/container-actions.ts'
import { SelectInput } from '../../ui/select-input.tsx'
import type { ContainerView } from './use-container-view.ts'

const ALL = ''
/** Stands for the list while there is none; it cannot be chosen. */
const NO_LIST = ' '

type Props = {
  readonly account: AccountView
  readonly view: ContainerView
  readonly labelPlace: 'above' | 'inside'
}

export function ContainerFilter({ account, view, labelPlace }: Props) {
  const { noun, containers, containerId, isOnlyInside } = view
  const { list, isLoading, failure } = containers
  const isListed = containerId === null || list.some(({ id }) => id === containerId)
  return (
    <SelectInput<string>
      label={noun.slice(0, 1).toUpperCase() + noun.slice(1)}
      labelPlace={labelPlace}
      value={containerId ?? ALL}
      options={[
        { value: ALL, label: isOnlyInside ? en.containers.uploadedHere : en.containers.all },
        ...list.map(({ id, name }) => ({ value: id, label: name })),
        ...(isListed ? [] : [{ value: containerId, label: containerId }]),
        ...(isLoading ? [{ value: NO_LIST, label: en.containers.loading, isDisabled: true }] : []),
        ...(failure === null ? [] : [{ value: NO_LIST, label: en.containers.notLoaded, isDisabled: true }]),
      ]}
      onChange={(value) => chooseContainer(account.id, value === ALL ? null : value)}
    />
  )
}
