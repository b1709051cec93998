// Tests where moved jobs are to land.
import { describe, expect, it } from 'vitest'
import type { JobStatus } from '../../../shared/model/job.ts'
import { aJob, jobId } from '../../bridge/fake-bridge.testkit.ts'
import { queueFrom } from '../../stores/queue-reducer.ts'
import { targetOfGap, targetOfStep } from './move-target.ts'

const statuses: JobStatus[] = ['done', 'uploading', 'queued', 'failed', 'waiting', 'paused']
const queue = queueFrom(
  statuses.map((status, position) => aJob({ id: jobId(`j${position}`), status, position })),
)
const [queued, waiting, paused] = [jobId('j2'), jobId('j4'), jobId('j5')]

describe('targetOfGap', () => {
  it('is the first below the gap that can give way', () => {
    expect(targetOfGap(queue, [paused], 0)).toEqual({ before: queued })
    expect(targetOfGap(queue, [paused], 3)).toEqual({ before: waiting })
    expect(targetOfGap(queue, [queued], 2)).toEqual({ before: waiting })
  })

  it('is the end where none is below', () => {
    expect(targetOfGap(queue, [queued], 6)).toBe('last')
    expect(targetOfGap(queue, [paused], 5)).toBe('last')
  })
})

describe('targetOfStep', () => {
  it('passes one that waits, whatever else lies between', () => {
    expect(targetOfStep(queue, [waiting], -1)).toEqual({ before: queued })
    expect(targetOfStep(queue, [queued], 1)).toEqual({ before: paused })
    expect(targetOfStep(queue, [waiting], 1)).toBe('last')
    expect(targetOfStep(queue, [queued, waiting], 1)).toBe('last')
  })

  it('ends at either end', () => {
    expect(targetOfStep(queue, [queued], -1)).toBeNull()
    expect(targetOfStep(queue, [paused], 1)).toBeNull()
    expect(targetOfStep(queue, [queued, waiting, paused], -1)).toBeNull()
    expect(targetOfStep(queue, [], 1)).toBeNull()
  })
})
