// Which dialog is open; one at a time.
import { create } from 'zustand'
import type { AccountId, GrantToken, JobId } from '../../shared/ids.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import type { KnownFile, RefusedFile } from '../../shared/model/intake.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import type { ExportChoice } from './export-choices.ts'
import type { UploadFields } from '../../shared/upload-fields.ts'

/** A file that was not taken, with the provider that would not have it and, among several, the account. */
export type Refusal = RefusedFile & { readonly provider: string; readonly account: string | null }

/** What an account has already, with what would go along with it. */
export type KnownGroup = {
  readonly accountId: AccountId
  readonly fields: UploadFields
  readonly known: readonly KnownFile[]
}

export type Dialog =
  /** With a provider: the one whose key was found in the environment. */
  | { readonly kind: 'add-account'; readonly foundKeyOf?: ProviderId }
  | { readonly kind: 'edit-account'; readonly accountId: AccountId; readonly part: 'name' | 'server' }
  | { readonly kind: 'enter-key' | 'remove-account'; readonly accountId: AccountId }
  | { readonly kind: 'settings' | 'import-record' }
  /** The first choice is the one that was meant. */
  | { readonly kind: 'export-record'; readonly choices: readonly ExportChoice[] }
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
      readonly refused: readonly Refusal[]
      readonly acceptedCount: number
    }
  | { readonly kind: 'known'; readonly groups: readonly KnownGroup[] }
  /** A job whose file is missing, and another file that was chosen in its place. */
  | {
      readonly kind: 'other-file'
      readonly jobId: JobId
      readonly fileName: string
      readonly provider: string
      readonly other: GrantToken
      readonly otherName: string
    }

export type DialogState = {
  readonly dialog: Dialog | null
  /** What else there is to say, once that one is closed. */
  readonly next: readonly Dialog[]
  /** Files that came while there was no account to send them to. */
  readonly heldGrants: readonly GrantToken[]
}

export const useDialogStore = create<DialogState>(() => ({ dialog: null, next: [], heldGrants: [] }))
