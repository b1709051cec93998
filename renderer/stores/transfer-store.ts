// The export or import that is under way, with how far it is.
import { create } from 'zustand'
import type { Result } from '../../shared/errors.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import type { TransferId } from '../../shared/model/transfer.ts'

export type Transfer = {
  readonly id: TransferId
  readonly entryCount: number
  /** From 0 to 1; null: not known. */
  readonly share: number | null
  readonly isGivenUp: boolean
}

/** null: there is none. */
export const useTransferStore = create<{ readonly transfer: Transfer | null }>(() => ({ transfer: null }))

/** Those that are over stay away. */
export function noteTransfers(events: readonly AppEvent[]): void {
  for (const event of events) {
    if (event.type !== 'transfer.progressed') continue
    const { transferId, entryCount, share } = event
    useTransferStore.setState(({ transfer }) =>
      transfer?.id === transferId ? { transfer: { ...transfer, entryCount, share } } : {},
    )
  }
}

/** Never rejects. */
export async function runTransfer<T>(call: (id: TransferId) => Promise<Result<T>>): Promise<Result<T>> {
  const id = crypto.randomUUID() as TransferId
  useTransferStore.setState({ transfer: { id, entryCount: 0, share: null, isGivenUp: false } })
  const result = await settle(call(id))
  useTransferStore.setState(({ transfer }) => (transfer?.id === id ? { transfer: null } : {}))
  return result
}

export function giveUpTransfer(): void {
  const { transfer } = useTransferStore.getState()
  if (transfer === null) return
  useTransferStore.setState({ transfer: { ...transfer, isGivenUp: true } })
  void settle(bridge().calls['transfers.giveUp']({ transferId: transfer.id }))
}
