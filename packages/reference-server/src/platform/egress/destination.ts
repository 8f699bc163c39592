/** A recipient that this deployment may connect to. */
export interface Destination {
  /** The vendor, as in its agreement, or a part of this deployment such as `database`. */
  readonly name: string
  /** Lower case, without brackets. `*.example.org`: each host below example.org. `*`: any, in development. */
  readonly host: string
  readonly port: number
  /** The setting that names the host. */
  readonly setting: string
  /** Receives PHI, and therefore needs an agreement under this name. */
  readonly needsAgreement: boolean
  /** The name may resolve to an address of a private network or of this machine. */
  readonly mayBePrivate: boolean
}

const ports: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'postgres:': 5432,
  'postgresql:': 5432,
}

/** `[::1]` in a URL, `::1` from a resolver. */
const bare = (host: string): string => host.replace(/^\[|\]$/g, '').toLowerCase()

export const hostAndPort = (url: string | URL): { readonly host: string; readonly port: number } => {
  const { hostname, port, protocol } = new URL(url)
  return { host: bare(hostname) || 'localhost', port: Number(port) || (ports[protocol] ?? 0) }
}

export const isDestination = ({ host, port }: Destination, askedHost: string, askedPort: number): boolean => {
  if (host === '*') return true
  const asked = bare(askedHost)
  if (port !== askedPort) return false
  // A dot precedes the domain, so that badexample.org is not below example.org.
  return host.startsWith('*.') ? asked.endsWith(host.slice(1)) : asked === host
}
