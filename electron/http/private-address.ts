// Tells addresses of this computer and its network from those of the internet.
import { BlockList, isIP, isIPv6 } from 'node:net'

const SUBNETS = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
] as const

const privateAddresses = new BlockList()
SUBNETS.forEach(([net, prefix, family]) => {
  privateAddresses.addSubnet(net, prefix, family)
})

/** True for whatever is no address at all. */
export function isPrivateAddress(address: string): boolean {
  if (isIP(address) === 0) return true
  return privateAddresses.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
