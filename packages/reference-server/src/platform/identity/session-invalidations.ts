import pg from 'pg'
import { databaseSocket } from '../database/open/database-socket.ts'
import type { EndReason } from './session.ts'
import type { SessionCache } from './session-cache.ts'
import { sessionChannel } from './session-store.ts'

export interface SessionInvalidationsOptions {
  /** The server's own login. */
  readonly url: string
  readonly sessions: SessionCache
  readonly onFailure: (what: string, error: unknown) => void
}

export interface SessionInvalidations {
  /** Resolves once the first connection listens, or has failed and is being retried. */
  start(): Promise<void>
  stop(): Promise<void>
}

const reconnectAfter = 1_000
/** Interval of queries that detect a dead connection. Milliseconds. */
const probeEvery = 2_000
const probeTimeout = 1_500

const invalidate = (sessions: SessionCache, payload: string): void => {
  const [organizationId, sessionId, invalidation] = payload.split(' ')
  if (organizationId === undefined || sessionId === undefined || invalidation === undefined) return
  if (invalidation === 'changed') sessions.markChanged(sessionId)
  else sessions.markEnded(organizationId, sessionId, invalidation as EndReason)
}

/**
 * Receives, over LISTEN, the sessions that other processes ended, so that an ended session is refused here within a second. While the
 * connection is down, the cache reads its sessions again every two seconds.
 */
export const createSessionInvalidations = ({
  url,
  sessions,
  onFailure,
}: SessionInvalidationsOptions): SessionInvalidations => {
  const socket = databaseSocket(url)
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const lose = (lost: pg.Client): void => {
    if (client !== lost) return
    client = null
    sessions.trusted = false
    lost.removeAllListeners()
    lost.on('error', () => undefined)
    lost.end().catch(() => undefined)
    if (!stopped) schedule(connect, reconnectAfter)
  }

  const schedule = (what: () => Promise<void>, after: number): void => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void what(), after)
    timer.unref()
  }

  const ask = async (): Promise<void> => {
    const asked = client
    if (asked === null || stopped) return
    const late = setTimeout(() => lose(asked), probeTimeout)
    try {
      await asked.query('select 1')
      schedule(ask, probeEvery)
    } catch {
      lose(asked)
    } finally {
      clearTimeout(late)
    }
  }

  const connect = async (): Promise<void> => {
    if (stopped) return
    const next = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
      application_name: 'visitkit-sessions',
      stream: socket,
    })
    client = next
    next.on('error', () => lose(next))
    next.on('end', () => lose(next))
    next.on('notification', ({ payload }) => payload !== undefined && invalidate(sessions, payload))
    try {
      await next.connect()
      await next.query(`listen ${sessionChannel}`)
      // Last, so that sessions that ended before LISTEN took effect are read again.
      sessions.trusted = true
      schedule(ask, probeEvery)
    } catch (error) {
      onFailure('session_news_unavailable', error)
      lose(next)
    }
  }

  return {
    start: () => {
      sessions.trusted = false
      return connect()
    },
    stop: async () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      const open = client
      client = null
      if (open !== null) {
        open.removeAllListeners()
        open.on('error', () => undefined)
        await open.end().catch(() => undefined)
      }
    },
  }
}
