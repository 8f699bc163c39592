import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { connect as connectTls, createServer as createTlsServer } from 'node:tls'

const startBlock = 0x0b
const endBlock = Buffer.from([0x1c, 0x0d])

export const frameMessage = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from([startBlock]), bytes, endBlock])

/** Calls `onFrame` for every complete frame on the socket. */
const eachFrame = (socket: Socket, onFrame: (bytes: Buffer) => void): void => {
  let buffered = Buffer.alloc(0)
  socket.on('data', (chunk: Buffer) => {
    buffered = Buffer.concat([buffered, chunk])
    for (;;) {
      const from = buffered.indexOf(startBlock)
      const to = buffered.indexOf(endBlock, from + 1)
      if (from < 0 || to < 0) return
      const bytes = Buffer.from(buffered.subarray(from + 1, to))
      buffered = Buffer.from(buffered.subarray(to + endBlock.length))
      onFrame(bytes)
    }
  })
}

/** PEM. */
export interface Certificate {
  readonly certificate: string
  readonly key: string
}

export interface Listener {
  readonly port: number
  close(): Promise<void>
}

export const listen = async (
  port: number,
  tls: Certificate | null,
  onFrame: (bytes: Buffer, socket: Socket) => void,
): Promise<Listener> => {
  const sockets = new Set<Socket>()
  const serve = (socket: Socket): void => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.once('close', () => sockets.delete(socket))
    eachFrame(socket, (bytes) => onFrame(bytes, socket))
  }
  const server = tls === null ? createServer(serve) : createTlsServer({ cert: tls.certificate, key: tls.key }, serve)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export interface Destination {
  readonly host: string
  readonly port: number
  /** PEM of the CA that signed the listener's certificate. When given, the connection uses TLS. */
  readonly authority?: string
}

/** Sends bytes unchanged and resolves with the first complete frame of the response, or null when the connection ends without one. */
export const sendBytes = (
  { host, port, authority }: Destination,
  bytes: Buffer,
  waitMs: number,
): Promise<Buffer | null> =>
  new Promise((resolve, reject) => {
    const socket = authority === undefined ? connect({ host, port }) : connectTls({ host, port, ca: authority })
    const timer = setTimeout(() => done(null), waitMs)
    const done = (answer: Buffer | null): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(answer)
    }
    eachFrame(socket, done)
    socket.once(authority === undefined ? 'connect' : 'secureConnect', () => socket.write(bytes))
    socket.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    socket.once('close', () => done(null))
  })
