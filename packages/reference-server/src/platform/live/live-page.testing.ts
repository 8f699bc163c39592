import { expect } from 'vitest'
import { WebSocket } from 'ws'
import type { Audience } from '../contracts/live-rule.ts'
import type { SignedInClient, TestServer } from '../http/tests/server.testing.ts'

export interface Message {
  readonly type: string
  readonly ids: Record<string, string>
  readonly cursor: string
  readonly from?: string
  readonly data?: unknown
}

/** An open page, with the messages that it has received. */
export class Page {
  readonly received: Message[] = []
  readonly closed: Promise<number>
  /** The close code; null while it is open. */
  code: number | null = null
  readonly socket: WebSocket

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer) => this.received.push(JSON.parse(data.toString()) as Message))
    this.closed = new Promise((resolve) => socket.on('close', resolve))
    socket.on('close', (code) => (this.code = code))
  }

  async next(type: string): Promise<Message> {
    await expect.poll(() => this.received.map((message) => message.type)).toContain(type)
    return this.received.splice(
      this.received.findIndex((message) => message.type === type),
      1,
    )[0] as Message
  }
}

export const idsOf = (visitId: string, patientId = 'patient-1') => ({
  visitId,
  appointmentId: 'appointment-1',
  patientId,
})

/** Opens pages at a server, and publishes to them. */
export const pagesOf = (server: () => TestServer) => {
  const open: WebSocket[] = []
  const ticketFor = async (client: SignedInClient): Promise<{ ticket: string; path: string }> =>
    (await client.post('/v1/live/tickets')).body

  const connect = async (
    protocols: string[],
    origin: string | null = server().portal.origin,
  ): Promise<Page | number> => {
    const socket = new WebSocket(
      `${server().url.replace('http', 'ws')}/v1/live`,
      protocols,
      origin === null ? {} : { origin },
    )
    open.push(socket)
    const page = new Page(socket)
    return new Promise((resolve) => {
      socket.on('open', () => resolve(page))
      socket.on('error', () => undefined)
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    })
  }
  const listen = async (client: SignedInClient): Promise<Page> => {
    const { ticket } = await ticketFor(client)
    const page = await connect(['visitkit.v1', `ticket.${ticket}`])
    if (typeof page === 'number') throw new Error(`refused with ${page}`)
    return page
  }
  const closeAll = (): void => {
    for (const socket of open.splice(0)) socket.terminate()
  }
  const publish = (to: Audience, visitId: string) =>
    server().live.hub.publish(server().organizationId, to, {
      type: 'visit.changed',
      ids: idsOf(visitId, to.patients?.[0]),
    })
  return { ticketFor, connect, listen, closeAll, publish }
}
