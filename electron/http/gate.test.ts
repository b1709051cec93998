// Shows who may pass the gate of a key: how many at once, who first, what an abort does.
import { expect, test } from 'vitest'
import { createGate, type Gate } from './gate.ts'

const never = () => new AbortController().signal

/** Tasks that begin when the gate lets them, and end when the test says so. */
function tasksOf(gate: Gate) {
  const begun: string[] = []
  const endings = new Map<string, () => void>()
  return {
    begun,
    end: (name: string) => endings.get(name)?.(),
    ask: (name: string, kind: 'browse' | 'upload', signal = never()) =>
      gate.run(kind, signal, async () => {
        begun.push(name)
        await new Promise<void>((resolve) => endings.set(name, resolve))
        return name
      }),
  }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('uploads up to their limit run at once, and one list beside them', async () => {
  const { ask, begun, end } = tasksOf(createGate(2))
  const all = ['a', 'b', 'c', 'd'].map((name) => ask(name, 'upload'))
  await settled()
  expect(begun).toEqual(['a', 'b', 'c'])
  end('b')
  await settled()
  expect(begun).toEqual(['a', 'b', 'c', 'd'])
  for (const name of ['a', 'c', 'd']) end(name)
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
})

test('a list goes before uploads that wait', async () => {
  const { ask, begun, end } = tasksOf(createGate(0))
  const all = [ask('running', 'upload'), ask('waiting', 'upload'), ask('list', 'browse')]
  for (const name of ['running', 'list', 'waiting']) {
    await settled()
    end(name)
  }
  await Promise.all(all)
  expect(begun).toEqual(['running', 'list', 'waiting'])
})

test('aborted while it waits: never begun, and told so at once', async () => {
  const { ask, begun, end } = tasksOf(createGate(0))
  const running = ask('running', 'upload')
  const abort = new AbortController()
  const waiting = ask('waiting', 'upload', abort.signal)
  const last = ask('last', 'upload')
  abort.abort(new Error('given up'))
  await expect(waiting).rejects.toThrow('cancelled')
  end('running')
  await running
  await settled()
  expect(begun).toEqual(['running', 'last'])
  end('last')
  await last
})

test('aborted beforehand: never begun', async () => {
  const { ask, begun } = tasksOf(createGate(2))
  await expect(ask('late', 'upload', AbortSignal.abort(new Error('given up')))).rejects.toThrow('cancelled')
  expect(begun).toEqual([])
})

test('aborted while it runs: seen to its end, for it holds the connection until then', async () => {
  const { ask, begun, end } = tasksOf(createGate(0))
  const abort = new AbortController()
  const running = ask('running', 'upload', abort.signal)
  const next = ask('next', 'upload')
  await settled()
  abort.abort()
  await settled()
  expect(begun).toEqual(['running'])
  end('running')
  expect(await running).toBe('running')
  await settled()
  end('next')
  await next
})

test('a task that fails frees its place', async () => {
  const gate = createGate(0)
  await expect(gate.run('upload', never(), () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  )
  expect(await gate.run('upload', never(), () => Promise.resolve('next'))).toBe('next')
})

test('a time-out while it waits is told from a change of mind', async () => {
  const { ask } = tasksOf(createGate(2))
  const late = AbortSignal.abort(new DOMException('too late', 'TimeoutError'))
  await expect(ask('late', 'browse', late)).rejects.toThrow('answer-timed-out')
})

test('a rate is kept in every stretch of its interval, with a margin', async () => {
  const perMs = 200
  const gate = createGate(50, { count: 20, perMs })
  const begunAtMs: number[] = []
  const note = () => Promise.resolve(begunAtMs.push(performance.now()))
  await Promise.all(Array.from({ length: 50 }, () => gate.run('upload', never(), note)))
  // The 20th after any request comes no sooner than the interval allows; timers may be a little early.
  for (let first = 0; first + 19 < begunAtMs.length; first += 1)
    expect((begunAtMs[first + 19] ?? 0) - (begunAtMs[first] ?? 0)).toBeGreaterThan(perMs * 0.95)
})
