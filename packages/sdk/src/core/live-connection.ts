import { openSocket, openStream, type LiveTransport, type LiveTransportEvents } from './live-transports.ts'
import type { LiveHub } from './live-hub.ts'
import type { LiveMessage } from './live-message.ts'

/** The stream's own words beside the messages: they are not passed on. */
type ReceivedMessage = LiveMessage | { type: 'heartbeat'; cursor?: string } | { type: 'ready'; cursor?: string }
import type { Transport } from './transport.ts'
import { isProblem } from './visit-error.ts'

/**
 * `idle`: nobody watches. `open`: over a socket. `streaming`: over server-sent events. `waiting`: broken, will try again.
 * `closed`: the session is over or may not listen; a new subscription tries again.
 */
export type LiveState = 'idle' | 'connecting' | 'open' | 'streaming' | 'waiting' | 'closed'

export interface LiveConnection {
  readonly state: LiveState
  readonly onState: (listener: (state: LiveState) => void) => () => void
  /** Opens when the first wants it, closes a little after the last one left. */
  readonly setSubscriberCount: (count: number) => void
  /** False when there is no socket to send over. */
  readonly send: (text: string) => boolean
  readonly close: () => void
}

export interface LiveConnectionOptions {
  baseUrl: string
  transport: Transport
  hub: Pick<LiveHub, 'deliver'>
  /** `undefined` where there are none: then the stream is used. */
  WebSocket: typeof globalThis.WebSocket | undefined
  /** Instead of the usual ones, for tests that cannot wait. */
  times?: Partial<typeof defaultTimes> | undefined
}

/** Milliseconds. */
const defaultTimes = {
  /** An element that is replaced by another should not cost a reconnect. */
  idleClose: 5_000,
  connectTimeout: 10_000,
  /** A socket that closes sooner, before a single message, was let through and then cut by something on the way. */
  provenAfter: 2_000,
  /** The server speaks every 25 s. */
  heartbeatTimeout: 60_000,
  /** All clients of a lost server come back within this time, spread evenly. */
  firstRetry: 2_000,
  maxRetry: 30_000,
  /** After this long with the stream, sockets are tried again. */
  blockedFor: 300_000,
}

/** Two failures in a row are taken for a network that blocks sockets. */
const failuresUntilBlocked = 2

export function createLiveConnection(options: LiveConnectionOptions): LiveConnection {
  const { baseUrl, transport, hub, WebSocket } = options
  const times = { ...defaultTimes, ...options.times }
  const listeners = new Set<(state: LiveState) => void>()
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

  /** Also makes whatever is still on its way for the last attempt come to nothing. */
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

  /** Answers whether it was a heartbeat. */
  const receive = (text: string): boolean => {
    let message: ReceivedMessage
    try {
      message = JSON.parse(text || '{"type":"heartbeat"}') as ReceivedMessage
    } catch {
      return false
    }
    // After a break the server greets with where it is now, before it tells what was missed: that is still to come.
    if (message.cursor && !(cursor && message.type === 'ready')) cursor = message.cursor
    // Anyone who can end a session is believed by the server alone: ask it.
    if (message.type === 'session.ended') transport('get', 'session').catch(() => {})
    if (message.type === 'heartbeat' || message.type === 'ready') return true
    // A server that is newer may leave out what this client relies on.
    hub.deliver({ ...message, ids: message.ids ?? {} } as LiveMessage)
    return false
  }

  /** The events of one carrier, deaf once another attempt has begun. */
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
        if (cursor) liveTransport?.send?.(JSON.stringify({ type: 'resume', cursor }))
        // What was read before the stream stood may have changed in between.
        else hub.deliver({ type: 'resync', ids: {} })
      },
      onMessage: (text) => {
        if (attemptEpoch !== epoch) return
        hasReceived = true
        attempts = socketFailures = 0
        // Only a server that beats can be told from one that is gone.
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
  globalThis.addEventListener?.('online', reconnect)

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
      globalThis.removeEventListener?.('online', reconnect)
      stop('closed')
    },
  }
}
