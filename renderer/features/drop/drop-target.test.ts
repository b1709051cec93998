// Tests where files go.
import { describe, expect, it } from 'vitest'
import { accountId, aJob, anAccount } from '../../bridge/fake-bridge.testkit.ts'
import { dropTarget, lastUsedAccount } from './drop-target.ts'

const main = anAccount({ id: accountId('main') })
const client = anAccount({ id: accountId('client') })
const nowhere = { accounts: [main, client], open: null, overAccountId: null, lastUsedId: null }

describe('dropTarget', () => {
  it('obeys the pointer before the open account, and that before the last used one', () => {
    const all = { ...nowhere, open: main, lastUsedId: client.id }
    expect(dropTarget({ ...all, overAccountId: client.id })).toEqual({ kind: 'account', account: client })
    expect(dropTarget(all)).toEqual({ kind: 'account', account: main })
    expect(dropTarget({ ...all, open: null })).toEqual({ kind: 'account', account: client })
  })

  it('does not guess an account that is disabled', () => {
    const disabled = { ...client, isDisabled: true }
    expect(dropTarget({ ...nowhere, accounts: [main, disabled], lastUsedId: client.id })).toEqual({
      kind: 'ask',
    })
  })

  it('takes the only account there is', () => {
    expect(dropTarget({ ...nowhere, accounts: [main] })).toEqual({ kind: 'account', account: main })
  })

  it('asks rather than guesses', () => {
    expect(dropTarget(nowhere)).toEqual({ kind: 'ask' })
    expect(dropTarget({ ...nowhere, lastUsedId: accountId('removed') })).toEqual({ kind: 'ask' })
  })

  it('knows when there is no account', () => {
    expect(dropTarget({ ...nowhere, accounts: [] })).toEqual({ kind: 'no-account' })
  })
})

describe('lastUsedAccount', () => {
  it('is that of the newest job', () => {
    const jobs = [
      aJob({ accountId: main.id, createdAtMs: 1 }),
      aJob({ accountId: client.id, createdAtMs: 3 }),
      aJob({ accountId: main.id, createdAtMs: 2 }),
    ]
    expect(lastUsedAccount(jobs)).toBe('client')
    expect(lastUsedAccount([])).toBeNull()
  })
})
