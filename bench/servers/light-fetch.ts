import { ConnectionPool } from '../connection-pool.ts'
import { requestBytes } from '../http-client.ts'

const pools = new Map<string, ConnectionPool>()

/**
 * What the simulated partners need of `fetch`, over kept-alive connections without streams: they share the machine with the measured
 * server.
 */
export const lightFetch = async (url: string | URL, init: RequestInit = {}): Promise<Response> => {
  const { origin, pathname, search } = new URL(url)
  let pool = pools.get(origin)
  if (!pool) pools.set(origin, (pool = new ConnectionPool(origin)))
  const { method = 'GET', body, headers } = init
  const bytes = typeof body === 'string' ? Buffer.from(body) : ((body ?? undefined) as Uint8Array | undefined)
  const connection = pool.take()
  const request = requestBytes({
    method,
    path: pathname + search,
    headers: headers as Record<string, string>,
    ...(bytes && { bytes }),
  })
  const received = await new Promise<{ status: number; head: string; body: Buffer }>((resolve, reject) => {
    connection.request(
      request,
      () => true,
      (error, status, content, head) => (error ? reject(error) : resolve({ status, head, body: content })),
    )
  })
  pool.give(connection)
  const text = (): string => received.body.toString()
  return {
    status: received.status,
    ok: received.status >= 200 && received.status < 300,
    headers: {
      get: (name: string) => new RegExp(`\\r\\n${name}: *([^\\r]*)`, 'i').exec(received.head)?.[1] ?? null,
    },
    text: async () => text(),
    json: async () => JSON.parse(text()) as unknown,
    arrayBuffer: async () => Uint8Array.from(received.body).buffer,
    body: null,
  } as unknown as Response
}
