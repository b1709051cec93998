// Shows that a limit holds over every stretch of time, and is used up where there is enough to send.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyBucket, refilled, taken, waitMs, type TokenBucket } from './token-bucket.ts'

type Sent = { readonly atMs: number; readonly bytes: number }

/** Sends each chunk as soon as its sender is ready and the bucket allows it; timers ring `lateMs` late. */
function sendAll(chunks: readonly { readyAfterMs: number; bytes: number }[], rate: number, lateMs: number) {
  let bucket: TokenBucket = emptyBucket(0)
  let nowMs = 0
  const sent: Sent[] = []
  for (const { readyAfterMs, bytes } of chunks) {
    nowMs += readyAfterMs
    bucket = refilled(bucket, rate, nowMs)
    for (let wait = waitMs(bucket, rate); wait > 0; wait = waitMs(bucket, rate)) {
      nowMs += wait + lateMs
      bucket = refilled(bucket, rate, nowMs)
    }
    bucket = taken(bucket, bytes)
    sent.push({ atMs: nowMs, bytes })
  }
  return sent
}

const rates = fc.integer({ min: 10_000, max: 50_000_000 })
const sizes = fc.integer({ min: 1, max: 1024 * 1024 })

test('no stretch of time carries more than the limit, but for one chunk and 50 ms of credit', () => {
  const chunks = fc.array(fc.record({ readyAfterMs: fc.nat(5000), bytes: sizes }), { maxLength: 60 })
  fc.assert(
    fc.property(chunks, rates, fc.nat(20), (wanted, rate, lateMs) => {
      const sent = sendAll(wanted, rate, lateMs)
      sent.forEach((first, from) => {
        let total = 0
        let largest = 0
        for (const { atMs, bytes } of sent.slice(from)) {
          total += bytes
          largest = Math.max(largest, bytes)
          expect(total).toBeLessThanOrEqual((rate * (atMs - first.atMs + 51)) / 1000 + largest)
        }
      })
    }),
  )
})

test('who always has something to send gets the whole limit, though timers ring late', () => {
  fc.assert(
    fc.property(rates, sizes, fc.nat(20), (rate, bytes, lateMs) => {
      const wanted = Array.from({ length: 200 }, () => ({ readyAfterMs: 0, bytes }))
      const sent = sendAll(wanted, rate, lateMs)
      const tookMs = sent.at(-1)?.atMs ?? 0
      // The last chunk has gone on credit.
      const fairMs = ((wanted.length - 1) * bytes * 1000) / rate
      expect(tookMs).toBeLessThanOrEqual(fairMs + 200 + lateMs)
    }),
  )
})

test('a clock that steps back fills nothing, and stops nothing for ever', () => {
  const indebted = taken(emptyBucket(1000), 500)
  const back = refilled(indebted, 1000, 200)
  expect(back.balanceBytes).toBe(-500)
  expect(waitMs(refilled(back, 1000, 700), 1000)).toBe(0)
})
