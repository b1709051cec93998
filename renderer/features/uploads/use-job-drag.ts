// Lets rows of the queue be dragged to another place; such a drag carries no file, so it cannot pass for an upload.
import { type DragEvent, useState } from 'react'
import type { JobId } from '../../../shared/ids.ts'
import { jobsMeantBy } from '../../stores/queue-selection-actions.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { movable, type MoveTo, targetOfGap } from './move-target.ts'

const DRAG_TYPE = 'application/x-wharf-job'

export type JobDrag = { readonly ids: readonly JobId[]; readonly to: MoveTo | null }

type Options = {
  /** The place in the queue under that point of the list. */
  readonly gapAt: (yPx: number) => number
  readonly onDrop: (ids: readonly JobId[], to: MoveTo) => void
}

export function useJobDrag({ gapAt, onDrop }: Options) {
  const [drag, setDrag] = useState<JobDrag | null>(null)

  const targetUnder = (event: DragEvent<HTMLElement>, ids: readonly JobId[]) => {
    const yPx = event.clientY - event.currentTarget.getBoundingClientRect().top
    return targetOfGap(useQueueStore.getState(), ids, gapAt(yPx))
  }
  const hover = (event: DragEvent<HTMLElement>) => {
    if (drag === null) return
    event.preventDefault()
    // The window takes every other drag for files.
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'move'
    setDrag({ ids: drag.ids, to: targetUnder(event, drag.ids) })
  }
  return {
    drag,
    listProps: {
      onDragStart: (event: DragEvent<HTMLElement>) => {
        const row = event.target instanceof Element ? event.target.closest('[data-job-id]') : null
        const { order } = useQueueStore.getState()
        const id = order.find((candidate) => candidate === row?.getAttribute('data-job-id'))
        if (id === undefined) return
        event.dataTransfer.setData(DRAG_TYPE, id)
        event.dataTransfer.effectAllowed = 'move'
        setDrag({ ids: movable(useQueueStore.getState(), jobsMeantBy(id)), to: null })
      },
      onDragEnter: hover,
      onDragOver: hover,
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        const isInside =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (drag !== null && !isInside) setDrag({ ...drag, to: null })
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        if (drag === null) return
        event.preventDefault()
        event.stopPropagation()
        onDrop(drag.ids, targetUnder(event, drag.ids))
        setDrag(null)
      },
      onDragEnd: () => setDrag(null),
    },
  }
}
