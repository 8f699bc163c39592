import pg from 'pg'
import { databaseSocket } from './database-socket.ts'

export interface NotificationListenerOptions {
  /** The server's own login. */
  readonly url: string
  /** What receives the payloads of a channel, by its name. */
  readonly channels: Readonly<Record<string, (payload: string) => void>>
  /** Called with true when all channels are listened on, and with false from the start and after the connection is lost until then. */
  readonly onListening: (isListening: boolean) => void
  readonly onFailure: (what: string, error: unknown) => void
}

/** Receives the notifications that processes of a deployment send to each other (`pg_notify`). */
export interface NotificationListener {
  /** Resolves once the first connection listens, or has failed and is being retried. */
  start(): Promise<void>
  stop(): Promise<void>
}

const reconnectAfter = 1_000
/** Interval of queries that detect a dead connection. Milliseconds. */
const probeEvery = 2_000
const probeTimeout = 1_500

/** One connection with LISTEN. Notifications that are sent while it is down are lost. */
export const createNotificationListener = ({
  url,
  channels,
  onListening,
  onFailure,
}: NotificationListenerOptions): NotificationListener => {
  const socket = databaseSocket(url)
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let stopped = false

  const lose = (lost: pg.Client): void => {
    if (client !== lost) return
    client = null
    onListening(false)
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
      application_name: 'visitkit-notifications',
      stream: socket,
    })
    client = next
    next.on('error', () => lose(next))
    next.on('end', () => lose(next))
    next.on('notification', ({ channel, payload }) => payload !== undefined && channels[channel]?.(payload))
    try {
      await next.connect()
      for (const channel of Object.keys(channels)) await next.query(`listen ${channel}`)
      onListening(true)
      schedule(ask, probeEvery)
    } catch (error) {
      onFailure('notifications_unavailable', error)
      lose(next)
    }
  }

  return {
    start: () => {
      onListening(false)
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
