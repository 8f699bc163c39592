import { hostAndPort, type Destination } from './destination.ts'
import { EgressRefused } from './egress-refused.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'
import type { Resolve } from './permitted-address.ts'

/** The recipients of this deployment. A host that is not among them gets no connection. */
export interface Egress {
  readonly destinations: readonly Destination[]
  /** The connections to one recipient, such as `stripe`. To none, if it is not configured. */
  to(name: string): Outgoing
  /**
   * The connections to what the operator has registered in the database: the keys of an identity provider. Throws EgressRefused for an
   * address without TLS where TLS is required: who could change those keys on their way could sign in as anyone.
   */
  toRegistered(name: string, url: string): Outgoing
}

export interface EgressOptions {
  readonly destinations: readonly Destination[]
  /** Hosts that may be in a private network. `*`: any. */
  readonly privateHosts: readonly string[]
  /** What is registered is reached over TLS only. Default: false. */
  readonly requiresTls?: boolean
  readonly onRefused?: (name: string, refused: EgressRefused) => void
  readonly resolve?: Resolve
}

export const createEgress = (options: EgressOptions): Egress => {
  const { destinations, privateHosts, requiresTls = false, onRefused, resolve } = options
  const outgoing = (name: string, own: readonly Destination[], setting: string): Outgoing =>
    createOutgoing({
      destinations: own,
      remedy: `Name it in ${setting}, or correct what asks for it.`,
      onRefused: (refused) => onRefused?.(name, refused),
      ...(resolve && { resolve }),
    })
  const registered = new Map<string, Outgoing>()
  return {
    destinations,
    to: (name) => {
      const own = destinations.filter((each) => each.name === name)
      return outgoing(name, own, own[0]?.setting ?? 'the configuration')
    },
    toRegistered: (name, url) => {
      const { host, port } = hostAndPort(url)
      if (requiresTls && new URL(url).protocol !== 'https:') {
        const refused = new EgressRefused('without-tls', host, 'Register an address that begins with https://.')
        onRefused?.(name, refused)
        throw refused
      }
      const key = `${name} ${host} ${port}`
      const known = registered.get(key)
      if (known !== undefined) return known
      const mayBePrivate = privateHosts.includes('*') || privateHosts.includes(host)
      const setting = 'the registration of the organization'
      const made = outgoing(name, [{ name, host, port, setting, needsAgreement: false, mayBePrivate }], setting)
      registered.set(key, made)
      return made
    },
  }
}
