import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createServer as createTlsServer, type TLSSocket } from 'node:tls'
import { createFrameReader, frame, trailerMs } from './frames.ts'
import { defaultLimits, type MllpLimits } from './mllp-limits.ts'

/** PEM. With `clientCertificates`, only senders with a certificate signed by one of them may connect. */
export interface MllpServerTls {
  readonly certificate: string
  readonly key: string
  readonly clientCertificates?: string
}

export interface MllpServerOptions {
  readonly host: string
  /** 0 selects a free port. */
  readonly port: number
  readonly tls?: MllpServerTls
  readonly limits?: Partial<MllpLimits>
  /**
   * Responds to one message. If it throws, the connection is closed without a response, so that the sender repeats the message.
   * `certificate`: the SHA-256 fingerprint of the sender's, as 64 hexadecimal digits; null without one.
   */
  readonly onMessage: (message: Uint8Array, certificate: string | null) => Promise<Uint8Array>
  /** Called with the code of a connection that was closed; never with content. */
  readonly onFault?: (code: string) => void
}

export interface MllpServer {
  readonly port: number
  /** Accepts no new message, sends the responses under way, and closes. */
  close(): Promise<void>
}

/** Listens for messages and responds to them one after the other on each connection, as MLLP requires. */
export const startMllpServer = async (options: MllpServerOptions): Promise<MllpServer> => {
  const limits = { ...defaultLimits, ...options.limits }
  const connections = new Set<Connection>()
  const serve = (socket: Socket): void => {
    if (connections.size >= limits.maxConnections) return void socket.destroy()
    const connection = serveConnection(socket, limits, options)
    connections.add(connection)
    socket.once('close', () => connections.delete(connection))
  }
  const server = listenerOf(options, limits, serve)
  server.maxConnections = limits.maxConnections + limits.maxHandshakes
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await Promise.all([...connections].map((connection) => connection.finish()))
      await closed
    },
  }
}

const listenerOf = (
  { tls, onFault }: MllpServerOptions,
  { handshakeMs: handshakeTimeout }: MllpLimits,
  serve: (socket: Socket) => void,
): Server => {
  if (tls === undefined) return createServer(serve)
  const { certificate: cert, key, clientCertificates: ca } = tls
  const requestsCertificate = ca === undefined ? {} : { ca, requestCert: true, rejectUnauthorized: true }
  const server = createTlsServer({ cert, key, minVersion: 'TLSv1.2', handshakeTimeout, ...requestsCertificate }, serve)
  server.on('tlsClientError', (_, socket) => {
    onFault?.('tls')
    // Node leaves it open, also after the time for the handshake.
    socket.destroy()
  })
  return server
}

const isTls = (socket: Socket): socket is TLSSocket => 'getPeerCertificate' in socket

const certificateOf = (socket: Socket): string | null => {
  if (!isTls(socket)) return null
  const { fingerprint256 } = socket.getPeerCertificate()
  // Empty without a certificate, whatever its type says.
  return (fingerprint256 as string | undefined)?.replaceAll(':', '').toLowerCase() ?? null
}

interface Connection {
  /** Closes once the message under way has its response. */
  finish(): Promise<void>
}

const serveConnection = (socket: Socket, limits: MllpLimits, { onMessage, onFault }: MllpServerOptions): Connection => {
  const certificate = certificateOf(socket)
  const frames = createFrameReader(limits.maxBytes, () => onFault?.('unterminated'))
  let work: Promise<void> = Promise.resolve()
  let slow: NodeJS.Timeout | null = null
  let ending: NodeJS.Timeout | null = null

  const cut = (code: string): void => {
    if (!socket.destroyed) onFault?.(code)
    socket.destroy()
  }
  const response = async (message: Buffer): Promise<void> => {
    if (socket.destroyed) return
    try {
      socket.write(frame(await onMessage(message, certificate)))
    } catch {
      cut('unanswered')
    }
  }
  const watch = (): void => {
    if (!frames.isOpen) {
      if (slow !== null) clearTimeout(slow)
      slow = null
    } else slow ??= setTimeout(() => cut('too_slow'), limits.messageMs)
  }
  const respondTo = (messages: readonly Buffer[]): void => {
    watch()
    if (messages.length === 0) return
    // A sender that does not wait for responses is paused until they are sent.
    socket.pause()
    for (const message of messages) work = work.then(() => response(message))
    void work.then(() => socket.resume())
  }
  socket.on('data', (chunk: Buffer) => {
    if (ending !== null) clearTimeout(ending)
    let messages: Buffer[]
    try {
      messages = frames.push(chunk)
    } catch (error) {
      return cut((error as { code?: string }).code ?? 'garbage')
    }
    respondTo(messages)
    ending = frames.isEnding ? setTimeout(() => respondTo(frames.finish()), trailerMs) : null
  })
  socket.setTimeout(limits.idleMs, () => cut('idle'))
  socket.on('error', () => socket.destroy())
  socket.once('close', () => {
    for (const timer of [slow, ending]) if (timer !== null) clearTimeout(timer)
  })
  return {
    finish: async () => {
      socket.pause()
      await Promise.race([work, wait(limits.drainMs, undefined, { ref: false })])
      await new Promise<void>((resolve) => {
        if (socket.destroyed) return resolve()
        socket.once('close', () => resolve())
        socket.end(() => socket.destroy())
      })
    },
  }
}
