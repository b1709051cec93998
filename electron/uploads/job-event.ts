// What can happen to a job, with the effects that may follow.
import type { Failure } from '../../shared/errors.ts'
import type { Job } from './job.ts'

/** What a person sends anew after the file had changed. */
export type FileNow = Pick<Job, 'path' | 'facts' | 'identity' | 'sha256'>

/** Why a running request is ended by us. */
export type Wish = 'cancel' | 'pause' | 'quit'

export type JobEvent =
  | { readonly type: 'start' }
  | { readonly type: 'succeeded'; readonly assetId: string }
  | {
      readonly type: 'failed'
      readonly failure: Failure
      /** The whole body had reached the socket, so the provider may hold the file. */
      readonly isHandedOver: boolean
      /** What we had asked of the request before it failed. */
      readonly wish: Wish | null
      /** False: the service or the network is to blame, and no attempt of the file is used up. */
      readonly isCounted: boolean
      /** What the account's retry budget asks for. */
      readonly leastDelayMs: number
    }
  | { readonly type: 'due' }
  | { readonly type: 'cancel' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** `fields` replace what goes along with the file. */
  | { readonly type: 'retry'; readonly file?: FileNow; readonly fields?: Job['fields'] }
  | { readonly type: 'settle'; readonly as: 'upload-again' | 'done'; readonly file?: FileNow }
  /** An earlier run ended while this job was uploading or checking: nothing is known of its request. */
  | { readonly type: 'interrupted' }
  /** The person asks for another look at the provider. */
  | { readonly type: 'check' }
  /** How a look ended: exactly one match, none, several, or the provider cannot tell. */
  | { readonly type: 'found'; readonly assetId: string }
  /** `isCounted` as for `failed`. */
  | { readonly type: 'absent'; readonly isCounted: boolean }
  | { readonly type: 'ambiguous' | 'cannot-look' }
  /** Fails without a request: the provider would refuse it. */
  | { readonly type: 'refuse'; readonly failure: Failure }

export type Effect =
  | { readonly type: 'upload' }
  | { readonly type: 'abort'; readonly wish: Wish }
  | { readonly type: 'wake'; readonly delayMs: number }
  /** Looks for the job's file at its provider. */
  | { readonly type: 'look' }
  | { readonly type: 'stop-looking' }
  | AccountEffect

/** What bears on which other jobs may start. */
export type AccountEffect =
  /** Holds every job of the account until the person acts. */
  | { readonly type: 'block-account'; readonly failure: Failure }
  /** The provider takes no file of this size: larger ones need not be sent. */
  | { readonly type: 'learn-limit'; readonly failure: Failure }
