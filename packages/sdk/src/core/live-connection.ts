import { openSocket, openStream, type LiveTransport, type LiveTransportEvents } from './live-transports.ts'
import type { LiveHub } from './live-hub.ts'
import type { LiveMessage } from './live-message.ts'

/** Messages of the stream protocol itself. They are not delivered to subscribers. */
type ReceivedMessage = LiveMessage | { type: 'heartbeat'; cursor?: string } | { type: 'ready'; cursor?: string }
import type { Transport } from './transport.ts'
import { isProblem } from './visit-error.ts'

/**
 * `idle`: there are no subscribers. `open`: connected over a socket. `streaming`: connected over server-sent events. `waiting`:
 * disconnected, a retry is scheduled. `closed`: the session has ended or may not use live messages; a new subscription tries again.
 */
export type LiveState = 'idle' | 'connecting' | 'open' | 'streaming' | 'waiting' | 'closed'

export interface LiveConnection {
  readonly state: LiveState
  readonly onState: (listener: (state: LiveState) => void) => () => void
  /** Opens with the first subscriber, and closes a short time after the last one leaves. */
  readonly setSubscriberCount: (count: number) => void
  /** Returns false when there is no socket to send over. */
  readonly send: (text: string) => boolean
  readonly close: () => void
}

export interface LiveConnectionOptions {
  baseUrl: string
  transport: Transport
  hub: Pick<LiveHub, 'deliver'>
  /** `undefined` where sockets are not available: the event stream is used instead. */
  WebSocket: typeof globalThis.WebSocket | undefined
  /** Replaces the default times, for tests. */
  times?: Partial<typeof defaultTimes> | undefined
}

/** Milliseconds. */
const defaultTimes = {
  /** Keeps the connection open while one element replaces another. */
  idleClose: 5_000,
  connectTimeout: 10_000,
  /** A socket that closes earlier without a message was accepted and then cut by a proxy. */
  provenAfter: 2_000,
  /** The server sends a heartbeat every 25 s. */
  heartbeatTimeout: 60_000,
  /** All clients of a lost server reconnect within this time, spread evenly. */
  firstRetry: 2_000,
  maxRetry: 30_000,
  /** A client that connects for the first time later than this reads everything again. */
  maxAge: 60_000,
  /** After this time with the stream, sockets are tried again. */
  blockedFor: 300_000,
}

/** After two failures in a row the network is assumed to block sockets. */
const failuresUntilBlocked = 2

export function createLiveConnection(options: LiveConnectionOptions): LiveConnection {
  const { baseUrl, transport, hub, WebSocket } = options
  const times = { ...defaultTimes, ...options.times }
  const listeners = new Set<(state: LiveState) => void>()
  /** Before this, the client read nothing. */
  const createdAt = Date.now()
  let state: LiveState = 'idle'
  let liveTransport: LiveTransport | undefined
  let cursor: string | undefined
  let attempts = 0
  let socketFailures = 0
  let streamUntil = 0
  let epoch = 0
  let ended = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let idleTimer: ReturnType<typeof setTimeout> | undefined

  const setState = (next: LiveState) => {
    if (state === next) return
    state = next
    listeners.forEach((listener) => listener(next))
  }

  const schedule = (milliseconds: number, act: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(act, milliseconds)
  }

  /** Also invalidates callbacks of the last attempt that are still pending. */
  const dropTransport = () => {
    epoch++
    clearTimeout(timer)
    liveTransport?.close()
    liveTransport = undefined
  }

  const stop = (next: 'idle' | 'closed') => {
    dropTransport()
    setState(next)
  }

  const handleLoss = (error?: unknown) => {
    dropTransport()
    if (isProblem(error) && [401, 403].includes(error.status)) return stop('closed')
    if (isProblem(error, 'session_ended')) return stop('closed')
    setState('waiting')
    const backoffMs = Math.min(times.maxRetry, times.firstRetry * 2 ** attempts++)
    const retryAfterMs = isProblem(error) ? (error.retryAfterMs ?? 0) : 0
    schedule(retryAfterMs + Math.random() * backoffMs, () => void connect())
  }

  /** Returns whether the message is a heartbeat. */
  const receive = (text: string): boolean => {
    let message: ReceivedMessage
    try {
      message = JSON.parse(text || '{"type":"heartbeat"}') as ReceivedMessage
    } catch {
      return false
    }
    // After a reconnect the `ready` message has the newest cursor, but missed messages still follow. Keep the old cursor until they arrive.
    if (message.cursor && !(cursor && message.type === 'ready')) cursor = message.cursor
    // A message alone does not end the session. Ask the server, which answers `session_ended` when it is true.
    if (message.type === 'session.ended') transport('get', 'session').catch(() => {})
    if (message.type === 'heartbeat' || message.type === 'ready') return true
    // A newer server may leave out what this client relies on.
    hub.deliver({ ...message, ids: message.ids ?? {} } as LiveMessage)
    return false
  }

  /** The events of one transport. They are ignored after another attempt begins. */
  const events = (kind: 'open' | 'streaming', onEarlyLoss: () => void): LiveTransportEvents => {
    const attemptEpoch = epoch
    const openedAt = Date.now()
    let hasReceived = false
    let sendsHeartbeats = false
    return {
      onOpen: () => {
        if (attemptEpoch !== epoch) return
        clearTimeout(timer)
        setState(kind)
        const { send } = liveTransport ?? {}
        // Data that was read before the stream opened may have changed since: the server sends what happened since the first read.
        const ageMs = Date.now() - createdAt + times.connectTimeout
        if (send && (cursor || ageMs < times.maxAge))
          send(JSON.stringify({ type: 'resume', ...(cursor ? { cursor } : { cursor: '', ageMs }) }))
        else if (!cursor) hub.deliver({ type: 'resync', ids: {} })
      },
      onMessage: (text) => {
        if (attemptEpoch !== epoch) return
        hasReceived = true
        attempts = socketFailures = 0
        // Only a server that sends heartbeats can be detected as lost.
        if (receive(text) || sendsHeartbeats) {
          sendsHeartbeats = true
          schedule(times.heartbeatTimeout, handleLoss)
        }
      },
      onLost: (error) => {
        if (attemptEpoch !== epoch) return
        if (!hasReceived && (state === 'connecting' || Date.now() - openedAt < times.provenAfter)) onEarlyLoss()
        handleLoss(error)
      },
    }
  }

  const connect = async (): Promise<void> => {
    dropTransport()
    const attemptEpoch = epoch
    setState('connecting')
    if (!WebSocket || Date.now() < streamUntil) {
      liveTransport = openStream(
        (signal) =>
          transport('get', 'live/stream', {
            streaming: true,
            signal,
            headers: cursor ? { 'last-event-id': cursor } : undefined,
          }),
        events('streaming', () => (streamUntil = 0)),
      )
      return
    }
    try {
      const { ticket, path } = await transport<{ ticket: string; path: string }>('post', 'live/tickets')
      if (attemptEpoch !== epoch) return
      const url = baseUrl.replace(/^http/, 'ws').replace(/\/*$/, '') + path
      const on = events('open', () => {
        if (++socketFailures >= failuresUntilBlocked) streamUntil = Date.now() + times.blockedFor
      })
      liveTransport = openSocket({ WebSocket, url, ticket }, on)
      schedule(times.connectTimeout, () => on.onLost())
    } catch (error) {
      if (attemptEpoch === epoch) handleLoss(error)
    }
  }

  const reconnect = () => {
    if (state !== 'waiting') return
    attempts = 0
    void connect()
  }
  /** A browser does not keep a page with a connection for "back", or ends the connection of a page that it keeps. */
  const hide = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || state === 'idle' || state === 'closed') return
    dropTransport()
    setState('waiting')
  }
  const show = ({ persisted }: PageTransitionEvent) => {
    if (persisted) reconnect()
  }
  const listen = (change: 'addEventListener' | 'removeEventListener') => {
    globalThis[change]?.('online', reconnect)
    globalThis[change]?.('pagehide', hide as EventListener)
    globalThis[change]?.('pageshow', show as EventListener)
  }
  listen('addEventListener')

  return {
    get state() {
      return state
    },
    onState: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    setSubscriberCount: (count) => {
      clearTimeout(idleTimer)
      if (ended) return
      if (!count) idleTimer = setTimeout(() => stop('idle'), times.idleClose)
      else if (state === 'closed' || state === 'idle') void connect()
    },
    send: (text) => {
      if (state !== 'open' || !liveTransport?.send) return false
      liveTransport.send(text)
      return true
    },
    close: () => {
      ended = true
      clearTimeout(idleTimer)
      listen('removeEventListener')
      stop('closed')
    },
  }
}
