import { hkdfSync } from 'node:crypto'
import type { Config } from '../config.ts'
import type { VisitsProvides } from '../domains/visits/index.ts'
import type { DomainModule } from '../platform/contracts/domain-module.ts'
import type { Platform } from '../platform/create-platform.ts'
import type { Identity } from '../platform/identity/create-identity.ts'
import type { ReadGate } from '../platform/identity/read-gate.ts'
import type { SigningKeys } from '../platform/identity/signing-keys.ts'
import { createLive, type Live } from '../platform/live/create-live.ts'
import type { Logger } from '../platform/logging/logger.ts'

export interface LiveParts extends Pick<Platform, 'database'> {
  readonly config: Pick<Config, 'maxSockets'>
  readonly modules: readonly DomainModule[]
  readonly identity: Pick<Identity, 'sessions'>
  readonly reads: ReadGate
  readonly visits: VisitsProvides
  readonly tokenKeys: SigningKeys
  readonly clock: () => Date
  readonly logger: Logger
}

/** Composes the live stream. The rules of each domain decide who receives which event. Visits carry the signals of a call. */
export const composeLive = ({
  database,
  config,
  modules,
  identity,
  reads,
  visits,
  tokenKeys,
  clock,
  logger,
}: LiveParts): Live =>
  createLive({
    rules: modules.flatMap((module) => module.live),
    reads,
    sessions: identity.sessions,
    database,
    ticketKey: ticketKeyFrom(tokenKeys),
    signal: visits.deliverSignal,
    clock,
    logger,
    maxSockets: config.maxSockets,
  })

/** Derived, so that every process with the same token keys accepts the others' tickets. */
const ticketKeyFrom = ({ privateKey }: SigningKeys): Uint8Array => {
  const { d = '' } = privateKey.export({ format: 'jwk' })
  return new Uint8Array(hkdfSync('sha256', Buffer.from(d, 'base64url'), '', 'visitkit live tickets', 32))
}
