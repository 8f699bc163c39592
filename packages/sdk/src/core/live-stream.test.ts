import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { collectMessages, waitForState, waitForItem, useLiveServer } from '../../fixtures/use-live-server.ts'
import type { LiveMessage } from './live-message.ts'

const context = useLiveServer()

describe('where a network blocks sockets', () => {
  /** The open streams, with a function to write to each and the headers of its request. */
  const streams: { write(text: string): void; end(): void; headers: Record<string, unknown> }[] = []

  beforeEach(() => {
    streams.length = 0
    context.server.respond(({ path, headers }) => {
      if (path === '/v1/live/tickets') return { status: 201, json: { ticket: 't', path: '/v1/live' } }
      if (path !== '/v1/live/stream') return { status: 204 }
      return (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.flushHeaders()
        streams.push({ write: (text) => void response.write(text), end: () => response.end(), headers })
      }
    })
  })

  const stream = (index: number) => waitForItem('stream', streams, index)

  test('two failures lead to the event stream, with the session in a header and events split at any byte', async () => {
    context.blocked = true
    const one = context.live()
    const received = collectMessages(one)
    const first = await stream(0)
    await waitForState(one, 'streaming')
    expect(first.headers['authorization']).toBe('Bearer token')
    const text = `: beat\n\ndata: {"type":"visit.changed","ids":{"visitId":"é"},"cursor":"1"}\r\n\r\nid: 2\ndata: {"type":"queue.changed",\ndata: "ids":{},"cursor":"2"}\n\n`
    const middle = text.indexOf('visitId')
    first.write(text.slice(0, middle))
    await context.server.roundTrip()
    first.write(text.slice(middle))
    await vi.waitFor(() => expect(received.map(({ cursor }) => cursor)).toEqual(['1', '2']))
    expect(received[0]?.ids).toEqual({ visitId: 'é' })
    first.end()
    expect((await stream(1)).headers['last-event-id']).toBe('2')
  })

  test('a proxy that accepts the socket and closes it at once counts as blocked too', async () => {
    const one = context.live()
    collectMessages(one)
    ;(await context.peer(0)).disconnect()
    ;(await context.peer(1)).disconnect()
    await waitForState(one, 'streaming')
  })

  test('a client that a message handler closes delivers no further message', async () => {
    context.blocked = true
    const one = context.live()
    const received: LiveMessage[] = []
    one.watch({ types: ['visit.changed'] }, (message) => {
      received.push(message)
      one.close()
    })
    const message = (cursor: string) => `data: {"type":"visit.changed","ids":{},"cursor":"${cursor}"}\n\n`
    ;(await stream(0)).write(message('1') + message('2'))
    await vi.waitFor(() => expect(received).toHaveLength(1))
    await context.server.roundTrip()
    expect(received).toHaveLength(1)
  })

  test('signals are sent as requests', async () => {
    context.blocked = true
    const one = context.live()
    collectMessages(one)
    await waitForState(one, 'streaming')
    await one.live.sendSignal('v/1', undefined, { offer: 'sdp' })
    const sent = context.server.requests.find(({ path }) => path.endsWith('/signals'))
    expect(sent).toMatchObject({ method: 'POST', path: '/v1/visits/v%2F1/signals', body: '{"data":{"offer":"sdp"}}' })
  })

  test('a runtime without sockets starts with the stream', async () => {
    const one = context.live({ WebSocket: undefined })
    collectMessages(one)
    await waitForState(one, 'streaming')
    expect(context.server.requests.map(({ path }) => path)).toEqual(['/v1/live/stream'])
  })

  test('a stream that stops after a heartbeat is opened again', async () => {
    const one = context.live({ WebSocket: undefined, times: { heartbeatTimeout: 50 } })
    collectMessages(one)
    ;(await stream(0)).write(': beat\n\n')
    await stream(1)
  })

  test('sockets are tried again after the retry time', async () => {
    context.blocked = true
    vi.useFakeTimers({ toFake: ['Date'] })
    onTestFinished(() => void vi.useRealTimers())
    const one = context.live({ times: { blockedFor: 60_000 } })
    collectMessages(one)
    await waitForState(one, 'streaming')
    context.blocked = false
    vi.setSystemTime(Date.now() + 60_000)
    streams[0]?.end()
    await waitForState(one, 'open')
  })
})
