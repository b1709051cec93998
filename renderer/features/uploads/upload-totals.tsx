// The queue in one line: how much of it is done, how fast, how long still.
import { useShallow } from 'zustand/react/shallow'
import { formatDuration } from '../../format/duration.ts'
import { formatSpeed } from '../../format/speed.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { percentOf } from '../../format/percent.ts'
import { type Totals, totalsOf } from './totals.ts'

function summary({ total, done, pending, bytesPerSecond, remainingMs }: Totals): string {
  if (total === 0) return en.uploads.idle
  if (pending === 0 && done === total) return plural(en.uploads.allDone, done)
  const parts = [fill(en.uploads.of, { done, total })]
  if (bytesPerSecond > 0) parts.push(formatSpeed(bytesPerSecond))
  if (remainingMs !== null) parts.push(fill(en.uploads.left, { time: formatDuration(remainingMs) }))
  return parts.join(' · ')
}

export function UploadTotals() {
  const totals = useQueueStore(useShallow(totalsOf))
  const percent = percentOf(totals.done, totals.total)
  return (
    <span className="totals">
      {totals.pending > 0 ? (
        <span className="totals-bar" aria-hidden="true">
          <span style={{ transform: `scaleX(${percent / 100})` }} />
        </span>
      ) : null}
      <span className="totals-text">{summary(totals)}</span>
      {totals.failed > 0 ? (
        <span className="totals-failed">{plural(en.uploads.failed, totals.failed)}</span>
      ) : null}
      {totals.needsYou > 0 ? (
        <span className="totals-needs">{plural(en.uploads.needsYou, totals.needsYou)}</span>
      ) : null}
    </span>
  )
}
