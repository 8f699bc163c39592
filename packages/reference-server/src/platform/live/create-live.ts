import type { Server } from 'node:http'
import type { DomainModule } from '../contracts/domain-module.ts'
import type { StreamHandler } from './stream-handler.ts'
import type { ReadGate } from '../identity/read-gate.ts'
import type { SessionCache } from '../identity/session-cache.ts'
import type { Logger } from '../logging/logger.ts'
import type { Database } from '../contracts/database.ts'
import { claimInDatabase } from './claim-tickets-in-database.ts'
import { Heartbeat } from './heartbeat.ts'
import { createLiveEvents } from './live-events.ts'
import { LiveHub } from './live-hub.ts'
import type { LiveRule } from '../contracts/live-rule.ts'
import { attachLiveSocket } from './live-socket.ts'
import type { SignalPort } from './live-socket.ts'
import { claimInMemory, createLiveTickets } from './live-tickets.ts'
import { createLiveTicket } from './operations/create-live-ticket.ts'
import { sendSignal } from './operations/send-signal.ts'

export interface LiveOptions {
  readonly rules: readonly LiveRule[]
  readonly reads: ReadGate
  readonly sessions: SessionCache
  readonly database: Database
  /** Shared by all processes. */
  readonly ticketKey: Uint8Array
  readonly signal: SignalPort
  readonly clock: () => Date
  readonly logger: Logger
  readonly maxSockets: number
}

export interface Live {
  readonly hub: LiveHub
  readonly module: DomainModule
  /** Operations that a stream handles. */
  readonly streams: Readonly<Record<string, StreamHandler>>
  attach(server: Server): void
  /** Closes every page with 1012 (service restart), so that it reconnects to another process. */
  stop(): Promise<void>
}

/** The live stream that keeps pages current: over WebSocket, or over server-sent events if WebSockets are blocked. */
export const createLive = (options: LiveOptions): Live => {
  const { sessions, database, clock, signal } = options
  const hub = new LiveHub(options.rules, options.reads)
  const heartbeat = new Heartbeat()
  // A single process keeps used tickets in memory; several processes share them in the database.
  const claim = database.engine === 'pglite' ? claimInMemory(clock) : claimInDatabase(database, clock)
  const tickets = createLiveTickets(options.ticketKey, claim)
  const stopListening = sessions.onEnded(({ organizationId, sessionId }) => hub.endSession(organizationId, sessionId))
  const attached: { stop(): void }[] = []
  return {
    hub,
    module: {
      name: 'live',
      accessReason: 'session',
      migrations: [],
      operations: [createLiveTicket(tickets), sendSignal(signal)],
      ports: {},
      emits: [],
      reactions: [],
      live: [],
      recordsOfVisits: null,
      jobs: [],
    },
    streams: { streamLive: createLiveEvents({ hub, heartbeat, maxStreams: options.maxSockets }) },
    attach: (server) => {
      attached.push(attachLiveSocket(server, { ...options, hub, tickets, heartbeat }))
    },
    stop: async () => {
      for (const each of attached) each.stop()
      stopListening()
      heartbeat.stop()
      await hub.closeAll(1012, 'restarting')
    },
  }
}
