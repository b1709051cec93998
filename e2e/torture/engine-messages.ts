// What the driver and an engine in a process of its own say to each other.
import type { Result } from '../../shared/errors.ts'
import type { CallName } from '../../shared/ipc/names.ts'

export type ToEngine =
  | { readonly type: 'start'; readonly id: number; readonly dataFolder: string }
  | { readonly type: 'call'; readonly id: number; readonly name: CallName; readonly input: unknown }
  | {
      readonly type: 'die-at-commit'
      readonly id: number
      readonly nth: number
      readonly side: 'before' | 'after'
    }

export type FromEngine =
  /** Its modules are loaded, nothing is opened yet. */
  | { readonly type: 'loaded' }
  | { readonly type: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'broken'; readonly reason: string }
