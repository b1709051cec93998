// Which folder, project or group of an account the library shows, for as long as the window is open.
import { create } from 'zustand'
import type { AccountId } from '../../shared/ids.ts'

export type ContainerState = {
  /** An account that is absent shows all there is. */
  readonly chosen: ReadonlyMap<AccountId, string>
}

export const useContainerStore = create<ContainerState>(() => ({ chosen: new Map() }))
