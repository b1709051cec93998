// The time of day, renewed every second for as long as somebody waits.
import { useEffect, useState } from 'react'

/** Milliseconds since 1970, still once `untilMs` is past. */
export function useNow(untilMs: number): number {
  const [nowMs, setNowMs] = useState(Date.now)
  const isOver = nowMs >= untilMs
  useEffect(() => {
    if (isOver) return
    const timer = window.setInterval(() => setNowMs(Date.now()), 1000)
    return () => window.clearInterval(timer)
  }, [isOver])
  return nowMs
}
