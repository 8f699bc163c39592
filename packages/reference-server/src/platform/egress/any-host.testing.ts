import { createEgress, type Egress } from './egress.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'
import type { Destination } from './destination.ts'

const anywhere: Destination = {
  name: 'test',
  host: '*',
  port: 0,
  setting: 'this test',
  needsAgreement: false,
  mayBePrivate: true,
}

/** Any recipient: for tests of an adapter with a partner on this machine. */
export const anyHost: Outgoing = createOutgoing({ destinations: [anywhere], remedy: '', keepAlive: false })

export const anyEgress: Egress = createEgress({ destinations: [anywhere], privateHosts: ['*'] })
