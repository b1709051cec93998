// Shows who may pass the gate of a key: how many at once, who first, what an abort does.
import { expect, test } from 'vitest'
import { gateKit, settled } from './gate.testkit.ts'

const ONE_AT_ONCE = { parallelUploads: 1, parallelRequests: 1 }

test('uploads up to their limit run at once, and one list beside them', async () => {
  const { ask, begun, end, gate } = gateKit()
  const all = ['a', 'b', 'c', 'd'].map((name) => ask(name, 'upload'))
  const lists = ['list', 'later list'].map((name) => ask(name, 'browse'))
  await settled()
  expect(begun).toEqual(['a', 'b', 'list'])
  end('b')
  await settled()
  expect(begun).toEqual(['a', 'b', 'list', 'later list'])
  for (const name of ['list', 'later list', 'a', 'c', 'd']) {
    end(name)
    await settled()
  }
  await Promise.all([...all, ...lists])
  expect(gate.isIdle()).toBe(true)
})

test('where the provider states a limit, a list keeps to it as well', async () => {
  const { ask, begun, end } = gateKit({ limits: { parallelUploads: 2, parallelRequests: 2 } })
  const all = [ask('a', 'upload'), ask('b', 'upload'), ask('list', 'browse')]
  await settled()
  expect(begun).toEqual(['a', 'b'])
  for (const name of ['a', 'list', 'b']) {
    end(name)
    await settled()
  }
  await Promise.all(all)
})

test('what a person looks at goes before uploads, those before what nobody waits for', async () => {
  const { ask, begun, end } = gateKit({ limits: ONE_AT_ONCE })
  const all = [
    ask('running', 'upload'),
    ask('check', 'background'),
    ask('waiting', 'upload'),
    ask('list', 'browse'),
  ]
  for (const name of ['running', 'list', 'waiting', 'check']) {
    await settled()
    end(name)
  }
  await Promise.all(all)
  expect(begun).toEqual(['running', 'list', 'waiting', 'check'])
})

test('aborted while it waits: never begun, and told so at once', async () => {
  const { ask, begun, end } = gateKit({ limits: ONE_AT_ONCE })
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
  const { ask, begun } = gateKit()
  await expect(ask('late', 'upload', AbortSignal.abort(new Error('given up')))).rejects.toThrow('cancelled')
  expect(begun).toEqual([])
})

test('a time-out while it waits is told from a change of mind', async () => {
  const late = AbortSignal.abort(new DOMException('too late', 'TimeoutError'))
  await expect(gateKit().ask('late', 'browse', late)).rejects.toThrow('answer-timed-out')
})

test('aborted while it runs: seen to its end, for it holds the connection until then', async () => {
  const { ask, begun, end } = gateKit({ limits: ONE_AT_ONCE })
  const abort = new AbortController()
  const running = ask('running', 'upload', abort.signal)
  const next = ask('next', 'upload')
  await settled()
  abort.abort()
  await settled()
  expect(begun).toEqual(['running'])
  end('running')
  await running
  await settled()
  end('next')
  await next
})

test('a request that fails frees its place', async () => {
  const { ask, fail, end, told } = gateKit({ limits: ONE_AT_ONCE })
  const broken = ask('broken', 'upload')
  await settled()
  fail('broken')
  await expect(broken).rejects.toThrow('broken')
  expect(told.idle).toBe(1)
  const next = ask('next', 'upload')
  await settled()
  end('next')
  expect(await next).toMatchObject({ status: 200 })
})

test('uploads are let begin only as far as they would not wait', async () => {
  const { ask, end, gate } = gateKit({ limits: { parallelUploads: 3, parallelRequests: 3 } })
  expect(gate.uploadsAtOnce()).toBe(3)
  const all = [ask('list', 'browse'), ask('a', 'upload')]
  await settled()
  expect(gate.uploadsAtOnce()).toBe(2)
  all.push(ask('b', 'upload'), ask('another list', 'browse'))
  expect(gate.uploadsAtOnce()).toBe(2)
  for (const name of ['list', 'a', 'b', 'another list']) {
    end(name)
    await settled()
  }
  await Promise.all(all)
  expect(gate.uploadsAtOnce()).toBe(3)
})
