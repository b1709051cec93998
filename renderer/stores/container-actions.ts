// Chooses the container that the library shows.
import type { AccountId } from '../../shared/ids.ts'
import { useContainerStore } from './container-store.ts'
import { clearSelection } from './selection-actions.ts'

/** null: all there is. */
export function chooseContainer(accountId: AccountId, containerId: string | null): void {
  clearSelection()
  useContainerStore.setState(({ chosen }) => {
    const next = new Map(chosen)
    if (containerId === null) next.delete(accountId)
    else next.set(accountId, containerId)
    return { chosen: next }
  })
}
