import { createServer, type AddressInfo, type Socket } from 'node:net'

/** Where a partner would listen: takes every connection, keeps what is sent, and answers nothing. */
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
    // Hung up on after its first words: the person who asked need not wait for an answer that never comes.
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
