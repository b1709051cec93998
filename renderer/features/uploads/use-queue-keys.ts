// Moves through the queue by keyboard, as in any list of files, and acts on what is selected.
import type { KeyboardEvent } from 'react'
import type { JobId } from '../../../shared/ids.ts'
import {
  clearJobSelection,
  focusJob,
  jobsMeantBy,
  selectAllJobs,
  selectJob,
} from '../../stores/queue-selection-actions.ts'
import { openPreview } from '../../stores/preview-actions.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { hasCommandKey, isShortcut } from '../../ui/shortcut.ts'
import { movable, type MoveTo, targetOfStep } from './move-target.ts'
import { jobsFor, perform } from './upload-actions.ts'

type Options = {
  /** All jobs in the order on screen. */
  readonly shown: readonly JobId[]
  readonly focusIndex: number
  /** Jobs that fit into the view. */
  readonly pageRows: number
  readonly onReach: (id: JobId) => void
  readonly onMove: (ids: readonly JobId[], to: MoveTo) => void
  readonly onMenu: (id: JobId) => void
}

export function useQueueKeys({ shown, focusIndex, pageRows, onReach, onMove, onMenu }: Options) {
  const reach = (index: number, event: KeyboardEvent) => {
    const at = Math.max(0, Math.min(shown.length - 1, index))
    const id = shown[at]
    if (id === undefined) return
    if (hasCommandKey(event)) focusJob(id)
    else selectJob(shown, id, { range: event.shiftKey, toggle: false })
    onReach(id)
  }

  const move = (id: JobId, key: string): boolean => {
    const queue = useQueueStore.getState()
    const ids = movable(queue, jobsMeantBy(id))
    const to = MOVES[key]?.(queue, ids)
    if (to === undefined) return false
    if (to !== null && ids.length > 0) onMove(ids, to)
    return true
  }

  const act = (id: JobId, key: string): boolean => {
    const ids = jobsMeantBy(id)
    switch (key) {
      case ' ':
        if (typeof useQueueStore.getState().jobs.get(id)?.assetId === 'string')
          openPreview({ in: 'queue', jobId: id })
        else perform(jobsFor('pause', ids).length > 0 ? 'pause' : 'resume', ids)
        return true
      case 'Enter': {
        const verbs = (['resume', 'retry', 'copy'] as const).filter((verb) => jobsFor(verb, ids).length > 0)
        verbs.forEach((verb) => perform(verb, ids))
        if (verbs.length === 0) onMenu(id)
        return true
      }
      case 'Delete':
      case 'Backspace':
        perform('cancel', ids)
        perform('remove', ids)
        return true
      case 'ContextMenu':
        onMenu(id)
        return true
      default:
        return false
    }
  }

  const onKey = (event: KeyboardEvent): boolean => {
    const id = shown[focusIndex]
    if (id === undefined) return false
    const { key } = event
    if (event.altKey) return move(id, key)
    const steps = STEPS[key]
    if (steps) {
      reach(steps(focusIndex, pageRows), event)
      return true
    }
    if (isShortcut(event, 'a')) selectAllJobs(shown)
    else if (isShortcut(event, 'c')) perform('copy', jobsMeantBy(id))
    else if (key === 'Escape') clearJobSelection()
    else if (key === ' ' && hasCommandKey(event)) selectJob(shown, id, { range: false, toggle: true })
    else if (key === 'F10' && event.shiftKey) onMenu(id)
    else if (hasCommandKey(event)) return false
    else return act(id, key)
    return true
  }

  return (event: KeyboardEvent) => {
    // Keys pressed on a button inside a row belong to that button.
    if (event.target instanceof Element && event.target.closest('button')) return
    if (onKey(event)) event.preventDefault()
  }
}

const STEPS: Readonly<Record<string, (index: number, pageRows: number) => number>> = {
  ArrowUp: (index) => index - 1,
  ArrowDown: (index) => index + 1,
  PageUp: (index, pageRows) => index - pageRows,
  PageDown: (index, pageRows) => index + pageRows,
  Home: () => 0,
  End: () => Infinity,
}

type Queue = Parameters<typeof targetOfStep>[0]
const MOVES: Readonly<Record<string, (queue: Queue, ids: readonly JobId[]) => MoveTo | null>> = {
  ArrowUp: (queue, ids) => targetOfStep(queue, ids, -1),
  ArrowDown: (queue, ids) => targetOfStep(queue, ids, 1),
  Home: () => 'next',
  End: () => 'last',
}
