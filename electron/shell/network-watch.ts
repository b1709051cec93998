// The machine's network as Electron and Node know it.
import { networkInterfaces } from 'node:os'
import { net } from 'electron'
import type { Network } from '../platform.ts'

/** Neither of them tells of a change, so they are asked while somebody waits for one. */
const LOOK_EVERY_MS = 1000

export const networkWatch: Network = {
  isOnline: () => net.isOnline(),
  onChanged: (act) => {
    let before = fingerprint()
    const timer = setInterval(() => {
      const now = fingerprint()
      if (now === before) return
      before = now
      act()
    }, LOOK_EVERY_MS)
    return () => {
      clearInterval(timer)
    }
  },
}

/** Differs when a cable, a wireless network or a VPN came or went. */
function fingerprint(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).flatMap(({ internal, address }) => (internal ? [] : [address])),
  )
  return [String(net.isOnline()), ...addresses.sort()].join(' ')
}
