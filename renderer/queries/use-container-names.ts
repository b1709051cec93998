// Gives the name of a container that goes along with uploads, as far as its provider's list tells.
import type { AccountView } from '../../shared/model/account.ts'
import { manifestOf } from '../../shared/providers/index.ts'
import type { UploadFields } from '../../shared/upload-fields.ts'
import { useContainers } from './use-containers.ts'

/** The list is asked for only where one of `fields` is a container; until it is there, an ID stands for itself. */
export function useContainerNames(
  account: Pick<AccountView, 'id' | 'providerId' | 'isDisabled'>,
  fields: UploadFields,
): (containerId: string) => string {
  const isNamed = manifestOf(account.providerId).uploadFields.some(
    ({ kind, name }) => kind === 'container' && fields[name] !== undefined,
  )
  const { list } = useContainers(isNamed ? account : null)
  return (containerId) => list.find(({ id }) => id === containerId)?.name ?? containerId
}
