import { createServer, type AddressInfo, type Socket } from 'node:net'

/** Listens in place of a partner: accepts every connection, records the bytes, and sends no response. */
export interface CapturedSocket {
  readonly port: number
  readonly connections: number
  /** The first bytes of each connection. */
  readonly received: readonly Buffer[]
  stop(): Promise<void>
}

export const captureSocket = async (): Promise<CapturedSocket> => {
  const received: Buffer[] = []
  const open = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections++
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    socket.on('error', () => undefined)
    // Disconnects after the first bytes, so that the sender does not wait for a response.
    socket.once('data', (bytes: Buffer) => {
      received.push(bytes)
      socket.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return connections
    },
    received,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
