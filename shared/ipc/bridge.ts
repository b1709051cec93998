// The object that the preload script puts into the page as `window.wharf`.
import type { Result } from '../errors.ts'
import type { CallInput, CallOutput } from './contract.ts'
import type { EventBatch } from './events.ts'
import type { PageCall } from './names.ts'

export type Bridge = {
  readonly calls: { readonly [N in PageCall]: (input: CallInput<N>) => Promise<Result<CallOutput<N>>> }
  /** Turns files (dropped, chosen or pasted) into grants; one without a path, like a pasted bitmap, is written by main. */
  readonly grantFiles: (files: readonly File[]) => Promise<Result<CallOutput<'grants.fromPaths'>>>
  /** Returns the function that stops listening. */
  readonly onEvents: (listener: (batch: EventBatch) => void) => () => void
}
