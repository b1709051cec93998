// Says how far a large drop is, with the way out of it.
import { useEffect, useState } from 'react'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { useIntakeStore } from '../../stores/intake-store.ts'
import { Button } from '../../ui/button.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { giveUpIntakes } from './send-grants.ts'

/** Shorter drops would only make it flicker. */
const SHOWN_AFTER_MS = 400

export function IntakeStatus() {
  const intakes = useIntakeStore((state) => state.intakes)
  const isUnderWay = intakes.size > 0
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isUnderWay) return
    const timer = window.setTimeout(() => setIsLong(true), SHOWN_AFTER_MS)
    return () => {
      window.clearTimeout(timer)
      setIsLong(false)
    }
  }, [isUnderWay])
  if (!isUnderWay || !isLong) return null
  const all = [...intakes.values()]
  const found = all.reduce((sum, { foundCount }) => sum + foundCount, 0)
  const done = all.reduce((sum, { lookedAtCount }) => sum + lookedAtCount, 0)
  return (
    <div className="intake-status" role="status">
      <Spinner size={14} />
      <span>
        {done === 0
          ? plural(en.intake.walking, found)
          : fill(en.intake.looking, { done: done.toLocaleString('en'), count: found.toLocaleString('en') })}
      </span>
      <Button size="small" onPress={() => void giveUpIntakes([...intakes.keys()])}>
        {en.intake.giveUp}
      </Button>
    </div>
  )
}
