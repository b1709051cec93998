// Says until when an account waits, and for whose sake, with the time that is left.
import { formatTime } from '../format/date.ts'
import { formatDuration } from '../format/duration.ts'
import { fill } from '../i18n/fill.ts'
import { Icon } from './icons/icon.tsx'
import { useNow } from './use-now.ts'

type Props = {
  /** With gaps for `time` and `provider`. */
  readonly message: string
  readonly untilMs: number
  readonly provider: string
}

export function HoldNote({ message, untilMs, provider }: Props) {
  const leftMs = untilMs - useNow(untilMs)
  return (
    <span className="hold-note">
      <Icon name="clock" size={14} />
      <span className="hold-text">{fill(message, { time: formatTime(untilMs), provider })}</span>
      {leftMs > 0 ? (
        <span className="hold-left" aria-hidden="true">
          {formatDuration(leftMs)}
        </span>
      ) : null}
    </span>
  )
}
