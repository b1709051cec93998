// Shows what speed and time left are shown for the bytes that went out.
import { expect, test } from 'vitest'
import { createSpeedMeter } from './speed-meter.ts'

const nothingYet = { sentBytes: 0, bytesPerSecond: 0, remainingMs: null, awaitingMs: null }

test('nothing is known at first', () => {
  const meter = createSpeedMeter(1000)
  expect(meter.read(0)).toEqual(nothingYet)
  meter.record(0, 0)
  meter.record(500, 500)
  expect(meter.read(500)).toMatchObject({ sentBytes: 500, bytesPerSecond: 1000, remainingMs: null })
})

test('a steady upload: its speed, and the time it takes', () => {
  const meter = createSpeedMeter(10_000)
  for (let atMs = 0; atMs <= 4000; atMs += 10) meter.record(atMs, atMs)
  expect(meter.read(4000)).toMatchObject({ sentBytes: 4000, bytesPerSecond: 1000, remainingMs: 6000 })
})

test('only the last seconds count', () => {
  const meter = createSpeedMeter(1_000_000)
  meter.record(500_000, 0)
  for (let atMs = 10_000; atMs <= 16_000; atMs += 100) meter.record(500_000 + atMs - 10_000, atMs)
  expect(meter.read(16_000).bytesPerSecond).toBeCloseTo(1000, 0)
})

test('a stall lets the speed sink to nought within the window', () => {
  const meter = createSpeedMeter(10_000)
  meter.record(0, 0)
  meter.record(1000, 1000)
  expect(meter.read(2000).bytesPerSecond).toBe(500)
  expect(meter.read(5000).bytesPerSecond).toBe(200)
  expect(meter.read(6001)).toMatchObject({ bytesPerSecond: 0, remainingMs: null })
})

test('from the last byte on the answer is awaited', () => {
  const meter = createSpeedMeter(1000)
  meter.record(999, 100)
  expect(meter.read(200).awaitingMs).toBeNull()
  meter.record(1000, 300)
  expect(meter.read(5300).awaitingMs).toBe(5000)
})

test('a clock that steps back makes no negative speed', () => {
  const meter = createSpeedMeter(1000)
  meter.record(0, 5000)
  meter.record(100, 4000)
  expect(meter.read(3000)).toMatchObject({ sentBytes: 100, bytesPerSecond: 0, remainingMs: null })
})

test('the last sample is exact, however fast chunks come', () => {
  const meter = createSpeedMeter(100)
  for (let sent = 0; sent <= 100; sent += 1) meter.record(sent, sent / 10)
  expect(meter.read(2000)).toMatchObject({ sentBytes: 100, remainingMs: 0 })
})
