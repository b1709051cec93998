// The containers by which the open account can be narrowed down, with the one that is chosen.
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { type Containers, useContainers } from '../../queries/use-containers.ts'
import { useContainerStore } from '../../stores/container-store.ts'

export type ContainerView = {
  readonly noun: string
  readonly containers: Containers
  /** null: all there is. */
  readonly containerId: string | null
  /** The provider lists nothing but what is in a container. */
  readonly isOnlyInside: boolean
}

const NOTHING = { list: null, container: null }

/** null where there is nothing to choose: no containers, or no list that they narrow down. */
export function useContainerView(account: AccountView | null): ContainerView | null {
  const { list, container } = account ? manifestOf(account.providerId).capabilities : NOTHING
  const canChoose = account !== null && !account.isDisabled && list !== null && container !== null
  const containers = useContainers(canChoose ? account : null)
  const chosen = useContainerStore((state) => (account ? state.chosen.get(account.id) : undefined))
  if (!canChoose) return null
  return {
    noun: container.noun,
    containers,
    containerId: chosen ?? null,
    isOnlyInside: list.scope === 'container',
  }
}
