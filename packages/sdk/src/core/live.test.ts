import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { WebSocketServer, type WebSocket as ServerSocket } from 'ws'
import { problemReply, startServer, type FixtureServer } from '../../fixtures/start-server.ts'
import { createLive, type LiveParts } from './live.ts'
import type { LiveConnectionOptions, LiveState } from './live-connection.ts'
import type { LiveMessage } from './live-message.ts'
import { createTransport } from './transport.ts'

/** One accepted socket: what the client said, and a way to answer. */
interface Peer {
  protocols: string[]
  url: string
  said: unknown[]
  readonly say: (message: object | string) => void
  readonly cut: () => void
  gone: Promise<void>
}

let server: FixtureServer
let peers: Peer[]
let tickets: number
let parts: LiveParts[]
/** Set to refuse sockets as a proxy that knows nothing of them would. */
let blocked: boolean

beforeEach(async () => {
  server = await startServer()
  peers = []
  parts = []
  tickets = 0
  blocked = false
  const sockets = new WebSocketServer({ noServer: true, handleProtocols: () => 'visitkit.v1' })
  server.onUpgrade((request, socket, head) => {
    if (blocked) {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (accepted: ServerSocket) => {
      const peer: Peer = {
        protocols: (request.headers['sec-websocket-protocol'] ?? '').split(/, */),
        url: request.url ?? '',
        said: [],
        say: (message) => accepted.send(typeof message === 'string' ? message : JSON.stringify(message)),
        cut: () => accepted.terminate(),
        gone: new Promise((resolve) => accepted.on('close', () => resolve())),
      }
      accepted.on('message', (data: Buffer) => peer.said.push(JSON.parse(data.toString())))
      peers.push(peer)
    })
  })
  server.answer(({ path }) =>
    path === '/v1/live/tickets'
      ? { status: 201, json: { ticket: `t${++tickets}`, expiresAt: '2026-11-24T12:00:00Z', path: '/v1/live' } }
      : { status: 204 },
  )
  // Spread-out retries become immediate ones.
  vi.spyOn(Math, 'random').mockReturnValue(0)
})

afterEach(async () => {
  parts.forEach((one) => one.close())
  vi.restoreAllMocks()
  await server.close()
})

const session = { token: async () => 'token', end: () => {} }

function live(options: Partial<LiveConnectionOptions> = {}): LiveParts {
  const transport = createTransport({ baseUrl: server.baseUrl, session, retries: 0 })
  const one = createLive({ baseUrl: server.baseUrl, transport, WebSocket: globalThis.WebSocket, ...options })
  parts.push(one)
  return one
}

const peer = (index: number): Promise<Peer> =>
  vi.waitFor(() => {
    const found = peers[index]
    if (!found) throw new Error(`There is no socket ${index} yet`)
    return found
  })

const reaches = (one: LiveParts, state: LiveState) => vi.waitFor(() => expect(one.live.state).toBe(state))

/** Follows everything but the first `resync`, which the client itself gives. */
function collect(one: LiveParts): LiveMessage[] {
  const heard: LiveMessage[] = []
  one.watch({ types: ['*'] }, (message) => (message.type === 'resync' && !message.cursor) || heard.push(message))
  return heard
}

describe('over a socket', () => {
  test('opens with the first watcher, with a one-use ticket that stands in no URL', async () => {
    const one = live()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(tickets).toBe(0)
    collect(one)
    const { protocols, url } = await peer(0)
    expect(protocols).toEqual(['visitkit.v1', 'ticket.t1'])
    expect(url).toBe('/v1/live')
    expect(server.requests[0]?.headers.authorization).toBe('Bearer token')
  })

  test('all watchers share one socket and hear what concerns them', async () => {
    const one = live()
    const everything = collect(one)
    const visits: LiveMessage[] = []
    const mine: LiveMessage[] = []
    one.watch({ types: ['visit.*'] }, (message) => visits.push(message))
    one.watch({ types: ['visit.changed'], ids: { visitId: 'v1' } }, (message) => mine.push(message))
    const { say } = await peer(0)
    say({ type: 'visit.changed', ids: { visitId: 'v1' }, cursor: '1' })
    say({ type: 'visit.changed', ids: { visitId: 'v2' }, cursor: '2' })
    say({ type: 'queue.changed', ids: {}, cursor: '3' })
    await vi.waitFor(() => expect(everything).toHaveLength(3))
    expect(visits.map(({ cursor }) => cursor)).toEqual(['1', '2'])
    expect(mine.map(({ cursor }) => cursor)).toEqual(['1'])
    expect(peers).toHaveLength(1)
  })

  test('closes a little after the last watcher has gone, and not when another comes in time', async () => {
    const one = live({ times: { linger: 60 } })
    const leave = one.watch({ types: ['*'] }, () => {})
    const { gone } = await peer(0)
    await reaches(one, 'open')
    leave()
    const leaveLater = one.watch({ types: ['*'] }, () => {})
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(one.live.state).toBe('open')
    leaveLater()
    await gone
    expect(one.live.state).toBe('idle')
  })

  test('comes back after a break with a new ticket and resumes where it was', async () => {
    const one = live()
    const heard = collect(one)
    const first = await peer(0)
    first.say({ type: 'ready', cursor: '10' })
    first.say({ type: 'visit.changed', ids: {}, cursor: '11' })
    await vi.waitFor(() => expect(heard).toHaveLength(1))
    first.cut()
    const second = await peer(1)
    expect(second.protocols).toContain('ticket.t2')
    await vi.waitFor(() => expect(second.said).toEqual([{ type: 'resume', cursor: '11' }]))
    second.say({ type: 'ready', cursor: '13' })
    second.cut()
    const third = await peer(2)
    await vi.waitFor(() => expect(third.said).toEqual([{ type: 'resume', cursor: '11' }]))
    third.say({ type: 'visit.changed', ids: {}, cursor: '11' })
    third.say({ type: 'visit.changed', ids: {}, cursor: '12' })
    await vi.waitFor(() => expect(heard.map(({ cursor }) => cursor)).toEqual(['11', '12']))
  })

  test('says that everything may have changed once the stream stands for the first time', async () => {
    const one = live()
    const heard: LiveMessage[] = []
    one.watch({ types: ['resync'] }, (message) => heard.push(message))
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'resync', ids: {} }]))
  })

  test('a server that beat and fell silent is taken for gone', async () => {
    const one = live({ times: { silence: 50 } })
    collect(one)
    const first = await peer(0)
    first.say({ type: 'heartbeat' })
    await first.gone
    await peer(1)
  })

  test('a message that makes no sense stops nothing', async () => {
    const heard = collect(live())
    const { say } = await peer(0)
    say('not json')
    say({ type: 'visit.changed', cursor: '1' })
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'visit.changed', ids: {}, cursor: '1' }]))
  })

  test('sends signals over the socket, and hears those of others', async () => {
    const one = live()
    const signals: LiveMessage[] = []
    one.watch({ types: ['signal'], ids: { visitId: 'v1' } }, (message) => signals.push(message))
    const first = await peer(0)
    await reaches(one, 'open')
    await one.live.sendSignal('v1', 'seat-2', { offer: 'sdp' })
    await vi.waitFor(() =>
      expect(first.said).toEqual([{ type: 'signal', visitId: 'v1', to: 'seat-2', data: { offer: 'sdp' } }]),
    )
    first.say({ type: 'signal', ids: { visitId: 'v1' }, cursor: '5', from: 'seat-2', data: 1 })
    first.say({ type: 'signal', ids: { visitId: 'v1' }, cursor: '5', from: 'seat-2', data: 2 })
    await vi.waitFor(() => expect(signals.map(({ data }) => data)).toEqual([1, 2]))
    expect(server.requests.filter(({ path }) => path.endsWith('/signals'))).toHaveLength(0)
  })

  test('asks the server whether the session has ended when it says so', async () => {
    collect(live())
    const { say } = await peer(0)
    say({ type: 'session.ended', ids: { sessionId: 's' }, cursor: '1' })
    await vi.waitFor(() => expect(server.requests.some(({ path }) => path === '/v1/session')).toBe(true))
  })

  test.each([401, 403])(
    'a ticket refused with %i is not asked for again until somebody new watches',
    async (status) => {
      server.answer(() => problemReply(status, 'forbidden'))
      const one = live()
      collect(one)
      await reaches(one, 'closed')
      await new Promise((resolve) => setTimeout(resolve, 50))
      expect(server.requests).toHaveLength(1)
      collect(one)
      await vi.waitFor(() => expect(server.requests).toHaveLength(2))
    },
  )

  test('waits as long as a busy server asks before the next ticket', async () => {
    server.answer((_, index) =>
      index
        ? { status: 201, json: { ticket: 't', path: '/v1/live' } }
        : problemReply(503, 'overloaded', { 'retry-after': '1' }),
    )
    const one = live()
    const before = performance.now()
    collect(one)
    await vi.waitFor(() => expect(peers).toHaveLength(1), { timeout: 5000 })
    expect(performance.now() - before).toBeGreaterThanOrEqual(990)
  })

  test('once closed it stays closed', async () => {
    const one = live()
    collect(one)
    const { gone } = await peer(0)
    one.close()
    await gone
    collect(one)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(one.live.state).toBe('closed')
    expect(peers).toHaveLength(1)
  })
})

describe('where sockets are blocked', () => {
  /** What the server writes into the stream, and the headers with which each was opened. */
  const streams: { write(text: string): void; end(): void; headers: Record<string, unknown> }[] = []

  beforeEach(() => {
    streams.length = 0
    server.answer(({ path, headers }) => {
      if (path === '/v1/live/tickets') return { status: 201, json: { ticket: 't', path: '/v1/live' } }
      if (path !== '/v1/live/stream') return { status: 204 }
      return (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.flushHeaders()
        streams.push({ write: (text) => void response.write(text), end: () => response.end(), headers })
      }
    })
  })

  const stream = (index: number) =>
    vi.waitFor(() => {
      const found = streams[index]
      if (!found) throw new Error(`There is no stream ${index} yet`)
      return found
    })

  test('two failures lead to the event stream, with the session in a header and events cut anywhere', async () => {
    blocked = true
    const one = live()
    const heard = collect(one)
    const first = await stream(0)
    await reaches(one, 'streaming')
    expect(first.headers['authorization']).toBe('Bearer token')
    const text = `: beat\n\ndata: {"type":"visit.changed","ids":{"visitId":"é"},"cursor":"1"}\r\n\r\nid: 2\ndata: {"type":"queue.changed",\ndata: "ids":{},"cursor":"2"}\n\n`
    const middle = text.indexOf('visitId')
    first.write(text.slice(0, middle))
    await new Promise((resolve) => setTimeout(resolve, 20))
    first.write(text.slice(middle))
    await vi.waitFor(() => expect(heard.map(({ cursor }) => cursor)).toEqual(['1', '2']))
    expect(heard[0]?.ids).toEqual({ visitId: 'é' })
    first.end()
    expect((await stream(1)).headers['last-event-id']).toBe('2')
  })

  test('a proxy that lets the socket through and cuts it at once counts as blocked too', async () => {
    const one = live()
    collect(one)
    ;(await peer(0)).cut()
    ;(await peer(1)).cut()
    await reaches(one, 'streaming')
  })

  test('a client that is closed by what it hears, hears no more', async () => {
    blocked = true
    const one = live()
    const heard: LiveMessage[] = []
    one.watch({ types: ['visit.changed'] }, (message) => {
      heard.push(message)
      one.close()
    })
    const message = (cursor: string) => `data: {"type":"visit.changed","ids":{},"cursor":"${cursor}"}\n\n`
    ;(await stream(0)).write(message('1') + message('2'))
    await vi.waitFor(() => expect(heard).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(heard).toHaveLength(1)
  })

  test('signals go by request', async () => {
    blocked = true
    const one = live()
    collect(one)
    await reaches(one, 'streaming')
    await one.live.sendSignal('v/1', undefined, { offer: 'sdp' })
    const sent = server.requests.find(({ path }) => path.endsWith('/signals'))
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/visits/v%2F1/signals', body: '{"data":{"offer":"sdp"}}' })
  })

  test('a runtime without sockets starts with the stream', async () => {
    const one = live({ WebSocket: undefined })
    collect(one)
    await reaches(one, 'streaming')
    expect(server.requests.map(({ path }) => path)).toEqual(['/v1/live/stream'])
  })

  test('a stream that falls silent after a beat is opened again', async () => {
    const one = live({ WebSocket: undefined, times: { silence: 50 } })
    collect(one)
    ;(await stream(0)).write(': beat\n\n')
    await stream(1)
  })

  test('sockets are tried again after a while', async () => {
    blocked = true
    const one = live({ times: { blocked: 100 } })
    collect(one)
    await reaches(one, 'streaming')
    blocked = false
    await new Promise((resolve) => setTimeout(resolve, 120))
    streams[0]?.end()
    await reaches(one, 'open')
  })
})
