// Keeps the keys: encrypted on disk where there is a keyring, else in memory for this run only.
import { z } from 'zod'
import type { AccountId } from '../../shared/ids.ts'
import type { KeyState } from '../../shared/model/account.ts'
import type { Cipher, JsonFile } from '../platform.ts'

/** Account id to ciphertext in base64. */
export const keyFileSchema = z.record(z.string(), z.string())
export type KeyFile = z.infer<typeof keyFileSchema>

export type Vault = {
  /**
   * Never written in plain text: without a keyring, or with one that is locked, the key is forgotten when the app ends.
   * Either way the key before it is gone for good.
   */
  readonly put: (accountId: AccountId, key: string) => void
  /** null: missing, or the keyring will not open it now. */
  readonly get: (accountId: AccountId) => string | null
  readonly stateOf: (accountId: AccountId) => KeyState
  readonly wipe: (accountId: AccountId) => void
}

export function createVault(cipher: Cipher, file: JsonFile<KeyFile>): Vault {
  const inMemory = new Map<AccountId, string>()

  const isOnDisk = (accountId: AccountId) => Object.hasOwn(file.read(), accountId)
  const decrypted = (accountId: AccountId): string | null => {
    const blob = isOnDisk(accountId) ? file.read()[accountId] : undefined
    if (blob === undefined || !cipher.isAvailable()) return null
    try {
      return cipher.decrypt(Buffer.from(blob, 'base64'))
    } catch {
      // The blob stays: a keyring that is locked today may open tomorrow.
      return null
    }
  }
  /** null: no keyring, or none that opens now. */
  const encrypted = (key: string): string | null => {
    if (!cipher.isAvailable()) return null
    try {
      return cipher.encrypt(key).toString('base64')
    } catch {
      return null
    }
  }
  const eraseFromDisk = (accountId: AccountId) => {
    const { [accountId]: erased, ...kept } = file.read()
    if (erased !== undefined) file.write(kept)
  }
  const get = (accountId: AccountId): string | null => {
    const known = inMemory.get(accountId) ?? decrypted(accountId)
    if (known !== null) inMemory.set(accountId, known)
    return known
  }

  return {
    put: (accountId, key) => {
      inMemory.set(accountId, key)
      const blob = encrypted(key)
      if (blob !== null) file.write({ ...file.read(), [accountId]: blob })
      // Or the next run would open the keyring and find the old one.
      else eraseFromDisk(accountId)
    },
    get,
    stateOf: (accountId) => {
      if (get(accountId) === null) return isOnDisk(accountId) ? 'locked' : 'missing'
      return isOnDisk(accountId) && cipher.isAvailable() ? 'stored' : 'this-run'
    },
    wipe: (accountId) => {
      inMemory.delete(accountId)
      eraseFromDisk(accountId)
    },
  }
}
