// What the page has to say right now: results that pass, and failures that stay until dismissed.
import { create } from 'zustand'
import type { NoPiece } from '../../shared/copy/piece.ts'
import type { Failure } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { LeftOut, RefusedFile } from '../../shared/model/intake.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import type { BatchResult } from './batch-result.ts'
import type { CopyForm } from './copy-form.ts'
import type { KnownGroup } from './dialog-store.ts'

export type MessageContent =
  | { readonly code: 'copied'; readonly text: string }
  | { readonly code: 'copied-many'; readonly count: number }
  | {
      readonly code: 'account-added' | 'account-changed' | 'account-removed' | 'key-saved'
      readonly name: string
    }
  | { readonly code: 'sandboxes-added'; readonly count: number }
  | { readonly code: 'files-added'; readonly count: number; readonly names: readonly string[] }
  /** Not sent, because the accounts have their content. */
  | { readonly code: 'files-known'; readonly groups: readonly KnownGroup[] }
  | { readonly code: 'drop-notes'; readonly leftOut: LeftOut; readonly linkedCount: number }
  | {
      readonly code: 'assets-removed'
      readonly deletedCount: number
      readonly forgottenCount: number
    }
  /** Sent, although the provider may not take them. */
  | {
      readonly code: 'files-warned'
      readonly warned: readonly RefusedFile[]
      readonly provider: string
    }
  | {
      readonly code: 'copied-as'
      readonly count: number
      readonly form: CopyForm
      readonly leftOut: {
        readonly count: number
        readonly reason: NoPiece
        readonly providerId: ProviderId
      } | null
    }
  | {
      readonly code: 'copied-whole'
      readonly count: number
      readonly leftOutCount: number
      readonly form: CopyForm
    }
  | { readonly code: 'nothing-copied'; readonly reason: NoPiece; readonly providerId: ProviderId }
  | { readonly code: 'copied-when-done'; readonly count: number; readonly form: CopyForm }
  | { readonly code: 'copy-too-long' | 'not-recorded' | 'no-file-to-drag' }
  | { readonly code: 'batch-done'; readonly result: BatchResult }
  | { readonly code: 'nothing-readable' }
  | { readonly code: 'clipboard-empty' }
  | { readonly code: 'failed'; readonly failure: Failure; readonly accountId: AccountId | null }

export type Message = { readonly id: number; readonly content: MessageContent }

export const useMessageStore = create<{ readonly messages: readonly Message[] }>(() => ({ messages: [] }))
