// Proves which assets are deleted, which are only forgotten, where the keyboard goes on.
import { describe, expect, it } from 'vitest'
import type { AccountId } from '../../../shared/ids.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import type { KnownFrom, LibraryItem } from '../../../shared/model/asset.ts'
import type { ProviderId } from '../../../shared/providers/index.ts'
import { neighbourOf, planRemoval } from './removal-plan.ts'

const account = (providerId: ProviderId, isDisabled = false) =>
  ({ id: providerId as string as AccountId, providerId, isDisabled }) as AccountView
const item = (providerId: ProviderId, knownFrom: KnownFrom) =>
  ({ accountId: providerId as string as AccountId, providerId, primaryId: 'x', knownFrom }) as LibraryItem

describe('planRemoval', () => {
  const listed = item('indream', 'both')
  const recorded = item('onemin', 'record')

  it('deletes where the provider can, and forgets the rest', () => {
    const accounts = [account('indream'), account('onemin')]
    expect(planRemoval([listed, recorded], 'delete', accounts)).toEqual({
      deleted: [listed],
      forgotten: [recorded],
    })
    expect(planRemoval([listed, recorded], 'forget', accounts).forgotten).toHaveLength(2)
  })

  it.each([{ accounts: [] }, { accounts: [account('indream', true)] }])(
    'asks nothing of an account that is gone or disabled: %j',
    ({ accounts }) => {
      expect(planRemoval([listed], 'delete', accounts)).toEqual({ deleted: [], forgotten: [listed] })
    },
  )

  it('has nothing to forget of what only the provider lists', () => {
    expect(planRemoval([item('konpro', 'remote')], 'forget', [])).toEqual({ deleted: [], forgotten: [] })
  })
})

describe('neighbourOf', () => {
  it.each([
    [['b'], 'c'],
    [['a', 'b'], 'c'],
    [['c'], 'b'],
    [['a', 'b', 'c'], null],
  ])('after %j comes %j', (removed, next) => {
    expect(neighbourOf(['a', 'b', 'c'], new Set(removed))).toBe(next)
  })
})
