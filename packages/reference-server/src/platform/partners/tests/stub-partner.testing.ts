import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { PartnerUnavailable } from '../partner-unavailable.ts'
import type { Transmission } from '../transmission.ts'

export interface Arrival {
  readonly id: string
  readonly path: string
  readonly text: string
}
type StubResponse = (arrival: Arrival, response: ServerResponse) => void

/** A partner on a real socket that records requests by id, and fails as configured. */
export interface StubPartner {
  readonly url: string
  readonly arrivals: Arrival[]
  /** Sets its response on a path. Default: 200 and `accepted`. */
  readonly respondWith: (path: string, respond: StubResponse) => void
  /** Highest number of concurrent requests, by path. */
  readonly mostAtOnce: ReadonlyMap<string, number>
  readonly stop: () => Promise<void>
}

export const startStubPartner = async (): Promise<StubPartner> => {
  const arrivals: Arrival[] = []
  const responses = new Map<string, StubResponse>()
  const open = new Map<string, number>()
  const mostAtOnce = new Map<string, number>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    open.set(path, (open.get(path) ?? 0) + 1)
    mostAtOnce.set(path, Math.max(mostAtOnce.get(path) ?? 0, open.get(path) ?? 0))
    response.on('close', () => open.set(path, (open.get(path) ?? 1) - 1))
    void request.toArray().then((chunks) => {
      const arrival = {
        id: String(request.headers['idempotency-key']),
        path,
        text: Buffer.concat(chunks as Buffer[]).toString(),
      }
      arrivals.push(arrival)
      const respond = responses.get(path)
      if (respond) respond(arrival, response)
      else response.end('accepted')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    respondWith: (path, respond) => void responses.set(path, respond),
    mostAtOnce,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** Posts a transmission's payload under its id. */
export const postTo =
  (url: string) =>
  async ({ id, payload }: Transmission, signal: AbortSignal): Promise<string> => {
    const body = JSON.stringify(payload)
    const response = await fetch(url, { method: 'POST', body, headers: { 'idempotency-key': id }, signal })
    if (response.status >= 500) throw new PartnerUnavailable(`http-${response.status}`)
    return response.text()
  }
