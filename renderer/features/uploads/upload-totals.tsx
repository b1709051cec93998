// The queue in one line: how much of it is done, how fast, how long still.
import { ProgressBar } from 'react-aria-components'
import { useShallow } from 'zustand/react/shallow'
import { formatDuration } from '../../format/duration.ts'
import { percentOf } from '../../format/percent.ts'
import { formatSpeed } from '../../format/speed.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { useQueueSpeedStore } from '../../stores/queue-speed-store.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { type Totals, totalsOf } from './totals.ts'

function summary(totals: Totals, bytesPerSecond: number): string {
  const { total, done, pending, sentBytes, sizeBytes } = totals
  if (total === 0) return en.uploads.idle
  if (pending === 0 && done === total) return plural(en.uploads.allDone, done)
  const parts = [fill(en.uploads.of, { done, total })]
  const leftBytes = sizeBytes - sentBytes
  if (pending > 0 && bytesPerSecond >= 1) {
    parts.push(formatSpeed(bytesPerSecond))
    const time = formatDuration((leftBytes * 1000) / bytesPerSecond)
    if (leftBytes > 0) parts.push(fill(en.uploads.left, { time }))
  }
  return parts.join(' · ')
}

export function UploadTotals() {
  const totals = useQueueStore(useShallow(totalsOf))
  const bytesPerSecond = useQueueSpeedStore((state) => state.bytesPerSecond)
  const percent = percentOf(totals.sentBytes, totals.sizeBytes)
  return (
    <span className="totals">
      {totals.pending > 0 ? (
        <ProgressBar className="totals-bar" aria-label={en.queue.total} value={percent}>
          <span style={{ transform: `scaleX(${percent / 100})` }} />
        </ProgressBar>
      ) : null}
      <span className="totals-text">{summary(totals, bytesPerSecond)}</span>
      {totals.paused > 0 ? (
        <span className="totals-needs">{plural(en.queue.paused, totals.paused)}</span>
      ) : null}
      {totals.failed > 0 ? (
        <span className="totals-failed">{plural(en.uploads.failed, totals.failed)}</span>
      ) : null}
      {totals.needsYou > 0 ? (
        <span className="totals-needs">{plural(en.uploads.needsYou, totals.needsYou)}</span>
      ) : null}
    </span>
  )
}
