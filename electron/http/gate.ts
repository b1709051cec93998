// The gate of one key: every request passes it, none before the provider allows it.
import type { Failure } from '../../shared/errors.ts'
import type { ProviderManifest } from '../../shared/providers/manifest.ts'
import { failureOfStatus } from './classify-failure.ts'
import type { HttpAnswer } from './read-answer.ts'
import { leftOf, readPace, writePace, type PaceJournal } from './saved-pace.ts'
import type { HttpRequest, Send } from './send.ts'
import { began, EMPTY_WINDOW, ended, resumed, roomAtMs, roomIn } from './send-window.ts'
import { answered, atFullSpeed, heldAgain, isHeld, refused } from './slow-down.ts'
import { createTurns, type RequestKind } from './turns.ts'

/** `asked`: the provider wants a pause. `rate`: as many requests as it allows have just been sent. */
export type Hold = { readonly untilMs: number; readonly reason: 'asked' | 'rate' }

export type Gate = {
  /** As `send`; also rejects, nothing sent, when aborted before its turn came. */
  readonly send: (kind: RequestKind, request: HttpRequest) => Promise<HttpAnswer>
  /** A failure that only the body of an answer told: it may ask for a pause too. */
  readonly note: (failure: Failure) => void
  /** How many uploads may be under way now, those that are included: what is beyond it would only wait here. */
  readonly uploadsAtOnce: () => number
  /** Since when nothing goes, with its end by the wall clock; null while requests go, or soon will. */
  readonly hold: () => Hold | null
  readonly isIdle: () => boolean
  readonly close: () => void
}

export type GateClock = {
  /** Of a clock that nobody sets and that goes on between two runs; milliseconds. */
  readonly steadyMs: () => number
  readonly nowMs: () => number
  /** From 0 to 1. */
  readonly random: () => number
}

type Options = {
  readonly limits: Pick<ProviderManifest['limits'], 'parallelUploads' | 'parallelRequests' | 'requests'>
  readonly send: Send
  readonly journal: PaceJournal
  readonly clock: GateClock
  /** Another `hold` than before. */
  readonly onHoldChanged: () => void
  /** `uploadsAtOnce` may have grown, other than by the end of an upload. */
  readonly onOpened: () => void
  /** Nothing runs or waits any more. */
  readonly onIdle: () => void
}

/** A shorter wait is no news to anybody. */
const LONG_WAIT_MS = 2000
/** Two clocks read one after the other do not agree better than this. */
const CLOCK_NOISE_MS = 50

export function createGate(options: Options): Gate {
  const { limits, send, journal, clock, onHoldChanged, onOpened, onIdle } = options
  const { parallelUploads, parallelRequests, requests } = limits
  const { steadyMs, nowMs, random } = clock
  const turns = createTurns()
  const running: Record<RequestKind, number> = { browse: 0, upload: 0, background: 0 }
  const saved = readPace(journal.load())
  let window = saved ? resumed(saved.window, steadyMs()) : EMPTY_WINDOW
  const leftMs = leftOf(saved?.hold ?? null, nowMs())
  let slowDown =
    leftMs > 0 ? heldAgain(parallelRequests, steadyMs(), steadyMs() + leftMs) : atFullSpeed(parallelRequests)
  let told: Hold | null = null
  let toldFullMs: number | null = null
  let timer: NodeJS.Timeout | undefined

  const runningCount = () => running.browse + running.upload + running.background
  const isIdle = () => runningCount() + turns.count() === 0
  const roomNow = () => {
    if (isHeld(slowDown, steadyMs())) return 0
    return Math.max(0, Math.min(slowDown.atOnce - runningCount(), roomIn(window, requests, steadyMs())))
  }
  const toWallMs = (atMs: number) => Math.round(nowMs() + atMs - steadyMs())

  function save() {
    const leftMs = (slowDown.heldUntilMs ?? 0) - steadyMs()
    const hold = leftMs > 0 ? { untilMs: nowMs() + leftMs, leftMs } : null
    try {
      journal.save(writePace({ window, hold }))
    } catch {
      // A full disk must not hide a library; the queue, which starts no upload then, is the one to tell of it.
    }
  }

  function pump() {
    let hasBegun = false
    while (roomNow() > 0) {
      const kind = turns.next(runningCount() - running.browse < parallelUploads)
      if (kind === null) break
      running[kind] += 1
      window = began(window)
      hasBegun = true
    }
    // Those let go run only when this returns: none is on its way that the journal does not know.
    if (hasBegun && requests) save()
    watchTime()
  }

  /** Wakes up when time lets more requests go, and says so while it does not. */
  function watchTime() {
    const steady = steadyMs()
    const fullUntilMs = roomAtMs(window, requests, steady)
    const heldUntilMs = isHeld(slowDown, steady) ? slowDown.heldUntilMs : null
    clearTimeout(timer)
    const nextMs = heldUntilMs ?? fullUntilMs
    if (nextMs !== null)
      timer = setTimeout(() => {
        pump()
        if (roomNow() > 0) onOpened()
      }, nextMs - steady).unref()
    tell(heldUntilMs, fullUntilMs)
  }

  function tell(heldUntilMs: number | null, fullUntilMs: number | null) {
    const steady = steadyMs()
    let hold: Hold | null = null
    if (heldUntilMs !== null) hold = { untilMs: toWallMs(heldUntilMs), reason: 'asked' }
    else if (fullUntilMs !== null && (fullUntilMs - steady > LONG_WAIT_MS || fullUntilMs === toldFullMs))
      hold = { untilMs: toWallMs(fullUntilMs), reason: 'rate' }
    toldFullMs = hold?.reason === 'rate' ? fullUntilMs : null
    const drift = (hold?.untilMs ?? 0) - (told?.untilMs ?? 0)
    if (hold?.reason === told?.reason && Math.abs(drift) < CLOCK_NOISE_MS) return
    told = hold
    onHoldChanged()
  }

  function slow(startedAtMs: number | null, { retryAfterMs }: Failure) {
    const before = slowDown
    slowDown = refused(before, { startedAtMs, retryAfterMs, nowMs: steadyMs(), jitter: random() })
    if (slowDown !== before) save()
  }

  function learn(startedAtMs: number, answer: HttpAnswer) {
    const isSuccess = answer.status >= 200 && answer.status <= 299
    const reason = isSuccess ? null : failureOfStatus(answer, [], nowMs())
    if (reason && asksForPause(reason)) slow(startedAtMs, reason)
    else if (answer.status < 500) slowDown = answered(slowDown, parallelRequests, startedAtMs)
  }

  watchTime()
  return {
    send: async (kind, request) => {
      const turn = turns.wait(kind, request.signal)
      pump()
      await turn
      const startedAtMs = steadyMs()
      try {
        const answer = await send(request)
        learn(startedAtMs, answer)
        return answer
      } finally {
        running[kind] -= 1
        window = ended(window, requests, steadyMs())
        pump()
        // The queue looks by itself when an upload has ended.
        if (kind !== 'upload' && roomNow() > 0) onOpened()
        if (isIdle()) onIdle()
      }
    },
    note: (reason) => {
      if (!asksForPause(reason) || isHeld(slowDown, steadyMs())) return
      slow(null, reason)
      watchTime()
    },
    uploadsAtOnce: () => {
      const underWay = running.upload + turns.count('upload')
      return Math.min(parallelUploads, underWay + Math.max(0, roomNow() - turns.count()))
    },
    hold: () => told,
    isIdle,
    close: () => {
      clearTimeout(timer)
    },
  }
}

function asksForPause({ code, delivery, retryAfterMs }: Failure): boolean {
  if (delivery !== 'refused') return false
  return code === 'rate-limited' || (code === 'service-unavailable' && retryAfterMs !== null)
}
