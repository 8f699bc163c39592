import { BlockList, isIP, isIPv4 } from 'node:net'

/**
 * Addresses that are not globally reachable according to the IANA special-purpose registries (RFC 6890 and updates), multicast and
 * reserved ranges.
 */
const special = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, bits, 'ipv4')

/** For IPv6, only allocated global unicast is public, without the special ranges in it. */
const globalUnicast = new BlockList()
globalUnicast.addSubnet('2000::', 3, 'ipv6')
for (const [network, bits] of [
  // Teredo, benchmarking, ORCHID and the rest of the protocol assignments.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4, and the documentation prefix of RFC 9637: they contain or hide other addresses.
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, bits, 'ipv6')

/** Whether an IP address is public. All others are refused: 45 CFR 164.312(e), CONTROLS C53. */
export const isPublicAddress = (address: string): boolean => {
  if (isIP(address) === 0) return false
  if (isIPv4(address)) return !special.check(address, 'ipv4')
  // `::ffff:10.0.0.1` and the NAT64 prefix are mapped IPv4 addresses outside 2000::/3.
  return globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6')
}
