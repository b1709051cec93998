// Opens and closes the "Copy as" menu.
import type { AccountId } from '../../shared/ids.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { useCopyMenuStore } from './copy-menu-store.ts'
import { showFailure, showMessage } from './message-actions.ts'
import type { WholeSelection } from './selection-store.ts'

export type Point = { readonly xPx: number; readonly yPx: number }

/** Just inside an element, where a menu that was asked for by key belongs. */
export function pointIn(element: Element): Point {
  const { left, top, height } = element.getBoundingClientRect()
  return { xPx: left + 12, yPx: top + Math.min(height - 4, 40) }
}

/** For `items` alone, unless `whole` says that they stand for more. */
export function openCopyMenu(
  items: readonly LibraryItem[],
  point: Point,
  whole: WholeSelection | null = null,
): void {
  if (items.length > 0) useCopyMenuStore.setState({ menu: { items, whole, ...point } })
}

export function closeCopyMenu(): void {
  useCopyMenuStore.setState({ menu: null })
}

/** For assets of which only the ID is at hand: the record knows the rest. */
export async function openCopyMenuFor(
  assets: readonly { readonly accountId: AccountId; readonly primaryId: string }[],
  point: Point,
): Promise<void> {
  const result = await settle(bridge().calls['library.recorded']({ assets: [...assets] }))
  if (!result.ok) showFailure(result.failure)
  else if (result.value.items.length === 0) showMessage({ code: 'not-recorded' })
  else openCopyMenu(result.value.items, point)
}
