import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serveBench } from '../bench-process.ts'

/** About the size of an answer of the server. */
const body = JSON.stringify({ id: '0199a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', status: 'booked', version: 1 })
const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }

/** The least that a server written for Node can do for a request. Its CPU is the unit in which costs of machines are compared. */
await serveBench(async () => {
  const server = createServer({ keepAliveTimeout: 65_000 }, (_request, response) => {
    response.writeHead(200, headers)
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    ready: { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
})
