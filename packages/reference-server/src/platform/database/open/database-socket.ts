import type { Duplex } from 'node:stream'
import { hostAndPort } from '../../egress/destination.ts'
import { createOutgoing } from '../../egress/outgoing.ts'

/**
 * Makes the sockets of connections to the database of this URL. It may be in a private network. node-postgres reads further settings from
 * its own environment variables: another host than that of the URL is refused.
 */
export const databaseSocket = (url: string): (() => Duplex) => {
  const { hostname, searchParams } = new URL(url)
  const { host, port } = hostAndPort(hostname === '' ? url.replace('://', '://localhost') : url)
  const outgoing = createOutgoing({
    destinations: [
      {
        name: 'database',
        host: searchParams.get('host') ?? host,
        port,
        setting: 'VISITKIT_DATABASE_URL',
        needsAgreement: false,
        mayBePrivate: true,
      },
    ],
    remedy: 'Name it in VISITKIT_DATABASE_URL.',
  })
  return () => outgoing.socket()
}
