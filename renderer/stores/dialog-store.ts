// Which dialog is open; one at a time.
import { create } from 'zustand'
import type { AccountId, GrantToken } from '../../shared/ids.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import type { RefusedFile } from '../../shared/ipc/contract.ts'
import type { ProviderId } from '../../shared/providers/index.ts'

export type Dialog =
  /** With a provider: the one whose key was found in the environment. */
  | { readonly kind: 'add-account'; readonly foundKeyOf?: ProviderId }
  | { readonly kind: 'edit-account'; readonly accountId: AccountId; readonly part: 'name' | 'server' }
  | { readonly kind: 'enter-key' | 'remove-account'; readonly accountId: AccountId }
  | { readonly kind: 'settings' }
  | {
      readonly kind: 'remove-assets'
      readonly items: readonly LibraryItem[]
      readonly how: 'delete' | 'forget'
    }
  /** `retries`: for files that failed for want of a container, which are sent again afterwards. */
  | { readonly kind: 'upload-options'; readonly accountId: AccountId; readonly retries: boolean }
  /** `wantsOptions`: the person asked to choose what goes along. */
  | { readonly kind: 'send'; readonly grants: readonly GrantToken[]; readonly wantsOptions?: true }
  /** Sent, although the provider may not take them. */
  | { readonly kind: 'warned'; readonly warned: readonly RefusedFile[]; readonly provider: string }
  | {
      readonly kind: 'refused'
      readonly refused: readonly RefusedFile[]
      readonly acceptedCount: number
      readonly provider: string
    }

export type DialogState = {
  readonly dialog: Dialog | null
  /** Files that came while there was no account to send them to. */
  readonly heldGrants: readonly GrantToken[]
}

export const useDialogStore = create<DialogState>(() => ({ dialog: null, heldGrants: [] }))
