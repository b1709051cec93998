// A keyring for tests: hides text by turning its bits over, and can be locked or missing.
import type { Cipher } from '../platform.ts'

export type FakeCipher = Cipher & { isThere: boolean; isLocked: boolean }

export function fakeCipher(): FakeCipher {
  const turned = (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0xff))
  const cipher: FakeCipher = {
    isThere: true,
    isLocked: false,
    isAvailable: () => cipher.isThere,
    keyringName: () => 'the test keyring',
    encrypt: (plain) => {
      if (cipher.isLocked) throw new Error('The keyring is locked')
      return turned(Buffer.from(plain))
    },
    decrypt: (blob) => {
      if (cipher.isLocked) throw new Error('The keyring is locked')
      return turned(blob).toString()
    },
  }
  return cipher
}
