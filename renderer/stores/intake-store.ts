// Drops that are still looked at, with how far each is.
import { create } from 'zustand'
import type { IntakeId } from '../../shared/ids.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'

export type Intake = { readonly foundCount: number; readonly lookedAtCount: number }
type Intakes = { readonly intakes: ReadonlyMap<IntakeId, Intake> }

export const useIntakeStore = create<Intakes>(() => ({ intakes: new Map() }))

/** Drops that are over, or that nobody began here, stay away. */
export function noteIntakes(events: readonly AppEvent[]): void {
  for (const event of events) {
    if (event.type !== 'intake.progressed') continue
    const { intakeId, foundCount, lookedAtCount } = event
    useIntakeStore.setState(({ intakes }) =>
      intakes.has(intakeId) ? { intakes: new Map(intakes).set(intakeId, { foundCount, lookedAtCount }) } : {},
    )
  }
}

export function beginIntake(intakeId: IntakeId): void {
  useIntakeStore.setState(({ intakes }) => ({
    intakes: new Map(intakes).set(intakeId, { foundCount: 0, lookedAtCount: 0 }),
  }))
}

export function endIntake(intakeId: IntakeId): void {
  useIntakeStore.setState(({ intakes }) => ({
    intakes: new Map([...intakes].filter(([id]) => id !== intakeId)),
  }))
}
