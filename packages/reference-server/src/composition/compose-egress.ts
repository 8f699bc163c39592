import type { Config } from '../config.ts'
import { egressDestinations } from '../config/egress-destinations.ts'
import { createEgress, type Egress } from '../platform/egress/egress.ts'
import type { Resolve } from '../platform/egress/permitted-address.ts'
import type { Logger } from '../platform/logging/logger.ts'

/** The recipients that the settings name. What they do not name is refused, and logged with the host and the remedy. */
export const composeEgress = (config: Config, logger?: Logger, resolve?: Resolve): Egress =>
  createEgress({
    destinations: egressDestinations(config),
    privateHosts: config.mode === 'development' ? ['*'] : config.privateHosts,
    requiresTls: config.mode === 'production',
    onRefused: (name, { code, message }) =>
      logger?.warn('an outgoing connection was refused', { name, code, reason: message }),
    ...(resolve && { resolve }),
  })
