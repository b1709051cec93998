// Stands in for the preload script in tests: answers calls from a table, and sends events on demand.
import { vi } from 'vitest'
import { failure, type ErrorCode, type Failure, type Result } from '../../shared/errors.ts'
import {
  type AccountId,
  accountIdSchema,
  fileIdSchema,
  grantTokenSchema,
  jobIdSchema,
} from '../../shared/ids.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { CallInput, CallOutput, Snapshot } from '../../shared/ipc/contract.ts'
import type { AppEvent, EventBatch } from '../../shared/ipc/events.ts'
import { PAGE_CALLS, type PageCall } from '../../shared/ipc/names.ts'
import type { AccountView } from '../../shared/model/account.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import type { AccountIntake, IntakeResult } from '../../shared/model/intake.ts'
import { DEFAULT_SETTINGS } from '../../shared/model/default-settings.ts'
import type { JobView } from '../../shared/model/job.ts'

export type Answers = {
  [N in PageCall]?: (input: CallInput<N>) => Result<CallOutput<N>> | Promise<Result<CallOutput<N>>>
}

export const accountId = (id: string) => accountIdSchema.parse(id)
export const jobId = (id: string) => jobIdSchema.parse(id)
export const fileId = (id: string) => fileIdSchema.parse(id)
export const grant = (token: string) => grantTokenSchema.parse(token)
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const refused = (code: ErrorCode, details: Partial<Failure> = {}): Result<never> => ({
  ok: false,
  failure: failure(code, 'refused', details),
})

export function anAccount(part: Partial<AccountView> = {}): AccountView {
  return {
    id: accountId('a1'),
    providerId: 'konpro',
    name: 'KonPro · main',
    server: { kind: 'provider' },
    colour: 'teal',
    isDisabled: false,
    keyState: 'stored',
    trouble: null,
    blockedBy: null,
    heldUntilMs: null,
    rateFullUntilMs: null,
    waitsFor: null,
    createdAtMs: 0,
    ...part,
  }
}

export function aJob(part: Partial<JobView> = {}): JobView {
  return {
    id: jobId('j1'),
    position: 0,
    accountId: accountId('a1'),
    fileId: fileId(part.id ?? 'j1'),
    fileName: 'cat.png',
    sizeBytes: 1000,
    kind: 'image',
    status: 'queued',
    assetId: null,
    failure: null,
    waitingUntilMs: null,
    createdAtMs: 0,
    previewUrl: null,
    ...part,
  }
}

/** The same for each account. */
export function anIntake(ids: readonly AccountId[], part: Partial<AccountIntake> = {}): IntakeResult {
  const nothing = { acceptedCount: 0, refused: [], warned: [], known: [] }
  return {
    refused: [],
    leftOut: { hiddenCount: 0, linkCount: 0 },
    linkedCount: 0,
    accounts: ids.map((id) => ({ accountId: id, ...nothing, ...part })),
  }
}

export function anItem(primaryId: string, part: Partial<LibraryItem> = {}): LibraryItem {
  return {
    accountId: accountId('a1'),
    providerId: 'konpro',
    primaryId,
    values: [{ name: 'asset_id', label: 'Asset ID', value: primaryId, note: null }],
    kind: 'image',
    name: `${primaryId}.png`,
    createdAtMs: 0,
    sizeBytes: 1000,
    width: null,
    height: null,
    durationMs: null,
    sha256: null,
    uploadedAtMs: null,
    knownFrom: 'remote',
    readiness: null,
    readinessNote: null,
    expiresAtMs: null,
    fileName: null,
    providerName: null,
    localName: null,
    note: null,
    tags: [],
    hasSourceFile: false,
    hasUrl: false,
    previewUrl: null,
    ...part,
  }
}

export function aSnapshot(part: Partial<Snapshot> = {}): Snapshot {
  return {
    seq: 0,
    accounts: [],
    jobs: [],
    settings: DEFAULT_SETTINGS,
    notices: [],
    recordCount: 0,
    keyring: { available: true, name: 'GNOME Keyring' },
    environmentKeys: [],
    ...part,
  }
}

/** What is not in the table fails as `internal`; every call is recorded in `called`, which `install` returns. */
export function fakeBridge(answers: Answers = {}) {
  const listeners = new Set<(batch: EventBatch) => void>()
  const called: { readonly name: PageCall; readonly input: unknown }[] = []
  let seq = 0
  const call = (name: PageCall) => (input: never) => {
    called.push({ name, input })
    return Promise.resolve(answers[name]?.(input) ?? refused('internal'))
  }
  const bridge: Bridge = {
    calls: Object.fromEntries(PAGE_CALLS.map((name) => [name, call(name)])) as unknown as Bridge['calls'],
    grantFiles: (files) => Promise.resolve(ok({ grants: files.map(({ name }) => grant(name)) })),
    onEvents: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return {
    bridge,
    called,
    install: () => {
      vi.stubGlobal('wharf', bridge)
      return called
    },
    send: (events: AppEvent[], at = seq + 1) => {
      seq = at
      listeners.forEach((listener) => listener({ seq, events }))
    },
  }
}
