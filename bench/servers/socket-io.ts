import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { serveBench } from '../bench-process.ts'

/** The usual choice for live pages: a socket joins the rooms of its person. */
await serveBench(async () => {
  const http = createServer()
  const io = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    pingInterval: 25_000,
  })
  io.on('connection', (socket) => {
    const { patient = '', session = '' } = socket.handshake.query as Record<string, string>
    socket.data = { caller: { sessionId: session, patientIds: [patient], roles: ['patient'], personId: patient } }
    void socket.join([`session:${session}`, `patient:${patient}`, 'role:patient'])
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  return {
    ready: { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` },
    calls: {
      memory: async () => {
        for (let pass = 0; pass < 3; pass++) {
          globalThis.gc?.()
          await new Promise((resolve) => setTimeout(resolve, 150))
        }
        return process.memoryUsage().rss
      },
      sockets: () => io.engine.clientsCount,
    },
    stop: async () => {
      await io.close()
    },
  }
})
