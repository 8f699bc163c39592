import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { RawData } from 'ws'
import type { SessionCache } from '../identity/session-cache.ts'
import { limitReached } from '../identity/session.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'
import type { Caller } from '../contracts/caller.ts'
import type { Heartbeat } from './heartbeat.ts'
import type { LiveHub } from './live-hub.ts'
import type { Listener } from './organization-stream.ts'
import type { LiveTickets } from './live-tickets.ts'

export const socketPath = '/v1/live'
const protocol = 'visitkit.v1'

/** Relays a page's signal to others in its room; refuses by throwing. */
export type SignalPort = (caller: Caller, visitId: string, to: string | null, data: unknown) => Promise<void>

export interface LiveSocketParts {
  readonly hub: LiveHub
  readonly tickets: LiveTickets
  readonly sessions: SessionCache
  readonly heartbeat: Heartbeat
  readonly signal: SignalPort
  readonly clock: () => Date
  readonly logger: Logger
  /** Maximum number of sockets of this process. */
  readonly maxSockets: number
}

/** A signal holds at most 16 KB of data; the rest is its envelope. */
const maxMessageBytes = 20 * 1024
/** A page that does not read its messages is closed before it fills the server's memory; it resumes later. */
const maxUnreadBytes = 1024 * 1024
/** Connection setup sends bursts of dozens of candidates. */
const messageBurst = 120
const messagesPerSecond = 20

const refuse = (socket: Duplex, status: number, reason: string): void => {
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Length: 0\r\nCache-Control: no-store\r\n\r\n`,
    // Otherwise a client that does not close its side would keep the socket forever.
    () => socket.destroy(),
  )
}

const ticketOf = (request: IncomingMessage): string | null => {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((each) => each.trim())
  const ticket = offered.find((each) => each.startsWith('ticket.'))
  return offered.includes(protocol) && ticket !== undefined ? ticket.slice('ticket.'.length) : null
}

/** One page's socket. */
class SocketListener implements Listener {
  readonly caller: Caller
  readonly #socket: WebSocket
  #isAlive = true
  #isClosing = false
  #credit = messageBurst
  #creditAt = performance.now()

  constructor(socket: WebSocket, caller: Caller) {
    this.#socket = socket
    this.caller = caller
    socket.on('pong', () => (this.#isAlive = true))
  }

  send(message: Buffer): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return
    if (this.#socket.bufferedAmount > maxUnreadBytes) return this.#socket.terminate()
    // Bytes sent as text: encoded once for all recipients.
    this.#socket.send(message, { binary: false })
  }

  close(code: number, reason: string): void {
    if (this.#isClosing) return
    this.#isClosing = true
    this.#socket.close(code, reason)
    // A client that does not complete the closing handshake is disconnected: an ended session has ended.
    const cut = setTimeout(() => this.#socket.terminate(), 1_000)
    cut.unref()
    this.#socket.once('close', () => clearTimeout(cut))
  }

  /** Pings the client, and sends a message to the page, which cannot see pings. */
  beat(): void {
    if (!this.#isAlive) return this.#socket.terminate()
    this.#isAlive = false
    this.#socket.ping()
    this.send(heartbeatMessage)
  }

  get isClosing(): boolean {
    return this.#isClosing
  }

  /** False if the page sends faster than any call needs. */
  maySpeak(): boolean {
    const now = performance.now()
    this.#credit = Math.min(messageBurst, this.#credit + ((now - this.#creditAt) / 1_000) * messagesPerSecond)
    this.#creditAt = now
    if (this.#credit < 1) return false
    this.#credit -= 1
    return true
  }
}

const heartbeatMessage = Buffer.from('{"type":"heartbeat"}')

interface SignalRequest {
  readonly type: 'signal'
  readonly visitId: string
  readonly to: string | null
  readonly data: unknown
}
/** From its last message or, without one, from its first read. */
type ResumeRequest = { readonly type: 'resume' } & ({ readonly cursor: string } | { readonly ageMs: number })
type PageMessage = SignalRequest | ResumeRequest

const id = /^[A-Za-z0-9_-]{1,64}$/

const parseMessage = (data: RawData, isBinary: boolean): PageMessage | null => {
  if (isBinary || !Buffer.isBuffer(data)) return null
  let message: unknown
  try {
    message = JSON.parse(data.toString('utf8'))
  } catch {
    return null
  }
  if (typeof message !== 'object' || message === null) return null
  const { type, cursor, ageMs, visitId, to, data: said } = message as Record<string, unknown>
  if (type === 'resume' && typeof ageMs === 'number' && ageMs >= 0) return { type, ageMs }
  if (type === 'resume' && typeof cursor === 'string') return { type, cursor }
  if (type !== 'signal' || typeof visitId !== 'string' || !id.test(visitId)) return null
  if (to !== undefined && to !== null && (typeof to !== 'string' || !id.test(to))) return null
  return { type, visitId, to: to ?? null, data: said }
}

/**
 * The live WebSocket. A one-use ticket in the subprotocols identifies the caller; the URL contains nothing. A browser must connect from
 * the origin of its session. Attaches to the server that also handles HTTP.
 */
export const attachLiveSocket = (server: Server, parts: LiveSocketParts): { stop(): void } => {
  const { hub, tickets, sessions, heartbeat, signal, clock, logger, maxSockets } = parts
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: maxMessageBytes,
    handleProtocols: () => protocol,
  })
  let stopping = false

  const callerFor = async (request: IncomingMessage): Promise<Caller | { status: number; reason: string }> => {
    const ticket = ticketOf(request)
    if (ticket === null) return { status: 400, reason: 'Bad Request' }
    const now = clock()
    const holder = await tickets.redeem(ticket, now)
    const session = holder === null ? null : await sessions.find(holder.organizationId, holder.sessionId, now.getTime())
    if (session === null || session.ended !== null || limitReached(session, now.getTime()) !== null)
      return { status: 401, reason: 'Unauthorized' }
    const { origin } = request.headers
    if ((origin ?? null) !== session.caller.origin) return { status: 403, reason: 'Forbidden' }
    if (hub.isFull(session.caller)) return { status: 429, reason: 'Too Many Requests' }
    return session.caller
  }

  const open = (socket: WebSocket, caller: Caller): void => {
    const listener = new SocketListener(socket, caller)
    const stopBeating = heartbeat.add(listener)
    socket.on('close', () => {
      stopBeating()
      hub.leave(listener)
    })
    // An invalid frame or a message that is too large: ws closes the socket by itself.
    socket.on('error', () => undefined)
    socket.on('message', (data, isBinary) => {
      if (listener.isClosing) return
      if (!listener.maySpeak()) return listener.close(1008, 'too many messages')
      const message = parseMessage(data, isBinary)
      if (message === null) return listener.close(1008, 'unknown message')
      if (message.type === 'resume')
        return 'ageMs' in message ? hub.resumeSince(listener, message.ageMs) : hub.resume(listener, message.cursor)
      signal(caller, message.visitId, message.to, message.data).catch((error: unknown) =>
        logger.debug('signal_refused', { sessionId: caller.sessionId, ...describeError(error) }),
      )
    })
    hub.join(listener)
    // The session may have ended while the socket was being opened.
    const session = sessions.find(caller.organizationId, caller.sessionId, clock().getTime())
    if (!(session instanceof Promise) && session.ended !== null) hub.endSession(caller.organizationId, caller.sessionId)
  }

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const caller = await callerFor(request)
    if ('status' in caller) return refuse(socket, caller.status, caller.reason)
    sockets.handleUpgrade(request, socket, head, (opened) => open(opened, caller))
  }

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const [path] = (request.url ?? '').split('?', 1)
    if (path !== socketPath) return refuse(socket, 404, 'Not Found')
    if (stopping || hub.listenerCount >= maxSockets) return refuse(socket, 503, 'Service Unavailable')
    upgrade(request, socket, head).catch((error: unknown) => {
      logger.error('live_upgrade_failed', describeError(error))
      refuse(socket, 503, 'Service Unavailable')
    })
  })

  return {
    stop: () => {
      stopping = true
    },
  }
}
