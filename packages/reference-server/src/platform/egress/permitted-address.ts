import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { BlockList, isIP, isIPv4, type LookupFunction } from 'node:net'
import { EgressRefused } from './egress-refused.ts'
import { isPublicAddress } from './public-address.ts'

export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

export const resolveAll: Resolve = (hostname, done) => systemLookup(hostname, { all: true, verbatim: true }, done)

/** Never a recipient, whatever a resolver answers: unspecified, link-local (with the metadata service of clouds) and multicast. */
const never = new BlockList()
never.addSubnet('0.0.0.0', 8, 'ipv4')
never.addSubnet('169.254.0.0', 16, 'ipv4')
never.addSubnet('224.0.0.0', 3, 'ipv4')
never.addAddress('::', 'ipv6')
never.addSubnet('fe80::', 10, 'ipv6')
never.addSubnet('ff00::', 8, 'ipv6')

export const isPermittedAddress = (address: string, mayBePrivate: boolean): boolean =>
  mayBePrivate
    ? isIP(address) !== 0 && !never.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')
    : isPublicAddress(address)

/**
 * Resolves a name when the connection is made, and refuses unless each address of the answer is permitted. The connection uses the same
 * answer, so that a name that changes after a check (DNS rebinding) has no effect.
 */
export const permittedLookup =
  (resolve: Resolve, mayBePrivate: boolean): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname, (error, addresses) => {
      if (error) return done(error, '')
      const [first] = addresses
      if (first === undefined || !addresses.every(({ address }) => isPermittedAddress(address, mayBePrivate)))
        return done(
          new EgressRefused(
            'address-not-permitted',
            hostname,
            'Correct its DNS entry, or add it to VISITKIT_PRIVATE_HOSTS if it is in your own network.',
          ),
          '',
        )
      if (options.all === true) return done(null, addresses)
      done(null, first.address, first.family)
    })
  }
