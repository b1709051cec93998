// A gate in front of a provider that answers when the test says so.
import type { HttpAnswer } from './read-answer.ts'
import { createGate, type Gate } from './gate.ts'
import type { RequestKind } from './turns.ts'

const ok: HttpAnswer = { status: 200, headers: {}, text: '{}' }

type Setup = {
  readonly limits?: Partial<Parameters<typeof createGate>[0]['limits']>
  readonly journal?: { text: string | null; isFull?: boolean }
  readonly steadyMs?: () => number
  readonly nowMs?: () => number
}

export function gateKit(setup: Setup = {}) {
  const { journal = { text: null, isFull: false } } = setup
  const begun: string[] = []
  const endings = new Map<string, { resolve: (answer: HttpAnswer) => void; reject: (error: Error) => void }>()
  const told = { holds: 0, opened: 0, idle: 0, saves: 0 }
  const gate: Gate = createGate({
    limits: { parallelUploads: 2, parallelRequests: 3, requests: null, ...setup.limits },
    send: ({ url }) => {
      begun.push(url)
      return new Promise((resolve, reject) => endings.set(url, { resolve, reject }))
    },
    journal: {
      load: () => journal.text,
      save: (text) => {
        told.saves += 1
        if (journal.isFull) throw new Error('disk full')
        journal.text = text
      },
    },
    clock: {
      steadyMs: setup.steadyMs ?? (() => performance.now()),
      nowMs: setup.nowMs ?? Date.now,
      random: () => 0,
    },
    onHoldChanged: () => {
      told.holds += 1
    },
    onOpened: () => {
      told.opened += 1
    },
    onIdle: () => {
      told.idle += 1
    },
  })
  const ask = (name: string, kind: RequestKind, signal = new AbortController().signal) =>
    gate.send(kind, { method: 'GET', url: name, headers: {}, signal })
  return {
    gate,
    begun,
    told,
    journal,
    ask,
    end: (name: string, answer: Partial<HttpAnswer> = {}) => endings.get(name)?.resolve({ ...ok, ...answer }),
    fail: (name: string) => endings.get(name)?.reject(new Error('broken')),
  }
}

export const settled = () => new Promise((resolve) => setImmediate(resolve))
