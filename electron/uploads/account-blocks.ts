// Holds the jobs of an account whose provider wants something of the person first.
import type { Failure } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'

export type AccountBlocks = {
  /** True also while it is still being found out whether the account is blocked. */
  readonly isHeld: (accountId: AccountId) => boolean
  readonly blockedBy: (accountId: AccountId) => Failure | null
  readonly block: (accountId: AccountId, reason: Failure) => void
  readonly unblock: (accountId: AccountId) => void
  readonly succeeded: (accountId: AccountId) => void
}

type Options = {
  /** Asks the provider once more; false also where that cannot tell. */
  readonly isKeyGood: (accountId: AccountId) => Promise<boolean>
  readonly onBlockChanged: (accountId: AccountId) => void
  readonly onOpened: () => void
}

type Block = { readonly reason: Failure; isCertain: boolean }

/**
 * A gateway may refuse one request with a good key: the first refusal is checked before anybody is troubled. The next
 * one is believed, unless an upload went well in between.
 */
export function createAccountBlocks({ isKeyGood, onBlockChanged, onOpened }: Options): AccountBlocks {
  const blocks = new Map<AccountId, Block>()
  const doubted = new Set<AccountId>()

  const release = (accountId: AccountId) => {
    const block = blocks.get(accountId)
    blocks.delete(accountId)
    if (block?.isCertain) onBlockChanged(accountId)
  }
  const check = async (accountId: AccountId, block: Block) => {
    doubted.add(accountId)
    const isGood = await isKeyGood(accountId).catch(() => false)
    if (blocks.get(accountId) !== block) return
    if (isGood) {
      release(accountId)
      onOpened()
    } else {
      block.isCertain = true
      onBlockChanged(accountId)
    }
  }

  return {
    isHeld: (accountId) => blocks.has(accountId),
    blockedBy: (accountId) => {
      const block = blocks.get(accountId)
      return block?.isCertain ? block.reason : null
    },
    block: (accountId, reason) => {
      // The others that were under way when the first one was refused say the same.
      if (blocks.has(accountId)) return
      const isDoubtful = reason.code === 'key-refused' && !doubted.has(accountId)
      const block = { reason, isCertain: !isDoubtful }
      blocks.set(accountId, block)
      if (isDoubtful) void check(accountId, block)
      else onBlockChanged(accountId)
    },
    unblock: (accountId) => {
      doubted.delete(accountId)
      release(accountId)
    },
    succeeded: (accountId) => {
      doubted.delete(accountId)
    },
  }
}
