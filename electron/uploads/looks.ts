// The searches under way: one for each job whose file may already be at its provider.
import type { JobId } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { Job } from './job.ts'

export type LookOutcome =
  /** Exactly this asset; `sha256` is that of the bytes it was made of, null where they were not read again. */
  | { readonly type: 'found'; readonly asset: RemoteAsset; readonly sha256: string | null }
  | { readonly type: 'absent' | 'ambiguous' | 'cannot-look' }

/** Looks for the job's file at its provider, however often and for as long as it takes. */
export type Look = (job: Job, signal: AbortSignal) => Promise<LookOutcome>

export type Looks = {
  readonly start: (job: Job) => void
  readonly stop: (id: JobId) => void
  /** Resolves when none is under way. None is begun any more. */
  readonly quit: () => Promise<void>
}

type Options = {
  readonly look: Look
  /** Not called for a search that was stopped. A search that fails is one that cannot look. */
  readonly onEnded: (job: Job, outcome: LookOutcome) => void
}

export function createLooks({ look, onEnded }: Options): Looks {
  const running = new Map<JobId, { readonly abort: AbortController; readonly ended: Promise<void> }>()
  let isQuitting = false

  const stop = (id: JobId) => {
    running.get(id)?.abort.abort()
    running.delete(id)
  }
  return {
    start: (job) => {
      if (isQuitting) return
      stop(job.id)
      const abort = new AbortController()
      const ended = look(job, abort.signal)
        .catch((): LookOutcome => ({ type: 'cannot-look' }))
        .then((outcome) => {
          if (abort.signal.aborted) return
          running.delete(job.id)
          onEnded(job, outcome)
        })
      running.set(job.id, { abort, ended })
    },
    stop,
    quit: async () => {
      isQuitting = true
      const all = [...running.values()]
      all.forEach(({ abort }) => {
        abort.abort()
      })
      await Promise.all(all.map(({ ended }) => ended))
    },
  }
}
