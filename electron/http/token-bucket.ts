// How long bytes have to wait under a limit, as a pure account of bytes allowed and bytes taken.

/** What a pause earns at most: enough to make up for timers that ring late. */
const CREDIT_MS = 50

/** `balanceBytes` below nought is a debt: nobody takes anything until it is worked off. */
export type TokenBucket = { readonly balanceBytes: number; readonly atMs: number }

export const emptyBucket = (nowMs: number): TokenBucket => ({ balanceBytes: 0, atMs: nowMs })

/** The bucket as time has filled it; a clock that steps back fills nothing. */
export function refilled(bucket: TokenBucket, bytesPerSecond: number, nowMs: number): TokenBucket {
  const bytesPerMs = bytesPerSecond / 1000
  const earnedBytes = Math.max(0, nowMs - bucket.atMs) * bytesPerMs
  return { balanceBytes: Math.min(CREDIT_MS * bytesPerMs, bucket.balanceBytes + earnedBytes), atMs: nowMs }
}

/** 0: somebody may take now. Of a refilled bucket. */
export function waitMs({ balanceBytes }: TokenBucket, bytesPerSecond: number): number {
  return balanceBytes >= 0 ? 0 : Math.ceil((-balanceBytes * 1000) / bytesPerSecond)
}

/** Whole chunks are taken at once, on credit: in any stretch of time at most one more goes than the limit allows. */
export function taken(bucket: TokenBucket, bytes: number): TokenBucket {
  return { ...bucket, balanceBytes: bucket.balanceBytes - bytes }
}
