import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createServer as createTlsServer } from 'node:tls'
import { createFrameReader, frame } from './frames.ts'
import { defaultLimits, type MllpLimits } from './mllp-limits.ts'

/** PEM. With `clientCertificates` only senders whose certificate one of them signed may connect. */
export interface MllpServerTls {
  readonly certificate: string
  readonly key: string
  readonly clientCertificates?: string
}

export interface MllpServerOptions {
  readonly host: string
  /** 0 takes a free one. */
  readonly port: number
  readonly tls?: MllpServerTls
  readonly limits?: Partial<MllpLimits>
  /** Answers one message. What it throws closes the connection unanswered, so that the sender sends the message again. */
  readonly onMessage: (message: Uint8Array) => Promise<Uint8Array>
  /** A connection that was cut off, with a code; never a byte of what was sent. */
  readonly onFault?: (code: string) => void
}

export interface MllpServer {
  readonly port: number
  /** Takes no new message, lets those under way be answered, and closes. */
  close(): Promise<void>
}

/** Listens for messages and answers them one after the other on each connection, as MLLP has it. */
export const startMllpServer = async (options: MllpServerOptions): Promise<MllpServer> => {
  const limits = { ...defaultLimits, ...options.limits }
  const connections = new Set<Connection>()
  const serve = (socket: Socket): void => {
    const connection = serveConnection(socket, limits, options)
    connections.add(connection)
    socket.once('close', () => connections.delete(connection))
  }
  const server = listenerOf(options, serve)
  server.maxConnections = limits.maxConnections
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

const listenerOf = ({ tls, onFault }: MllpServerOptions, serve: (socket: Socket) => void): Server => {
  if (tls === undefined) return createServer(serve)
  const { certificate: cert, key, clientCertificates: ca } = tls
  const asksForCertificate = ca === undefined ? {} : { ca, requestCert: true, rejectUnauthorized: true }
  const server = createTlsServer({ cert, key, minVersion: 'TLSv1.2', ...asksForCertificate }, serve)
  server.on('tlsClientError', () => onFault?.('tls'))
  return server
}

interface Connection {
  /** Closes once the message under way is answered. */
  finish(): Promise<void>
}

const serveConnection = (socket: Socket, limits: MllpLimits, { onMessage, onFault }: MllpServerOptions): Connection => {
  const frames = createFrameReader(limits.maxBytes)
  let work: Promise<void> = Promise.resolve()
  let slow: NodeJS.Timeout | null = null

  const cut = (code: string): void => {
    if (!socket.destroyed) onFault?.(code)
    socket.destroy()
  }
  const response = async (message: Buffer): Promise<void> => {
    if (socket.destroyed) return
    try {
      socket.write(frame(await onMessage(message)))
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
  socket.on('data', (chunk: Buffer) => {
    let messages: Buffer[]
    try {
      messages = frames.push(chunk)
    } catch (error) {
      return cut((error as { code?: string }).code ?? 'garbage')
    }
    watch()
    if (messages.length === 0) return
    // A sender that does not wait for its answers is not read any further until it has them.
    socket.pause()
    for (const message of messages) work = work.then(() => response(message))
    void work.then(() => socket.resume())
  })
  socket.setTimeout(limits.idleMs, () => cut('idle'))
  socket.on('error', () => socket.destroy())
  socket.once('close', () => {
    if (slow !== null) clearTimeout(slow)
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
