import { describe, expect, test, vi } from 'vitest'
import { problemReply } from '../../fixtures/start-server.ts'
import { collectMessages, waitForState, useLiveServer } from '../../fixtures/use-live-server.ts'
import type { LiveMessage } from './live-message.ts'

const context = useLiveServer()

describe('over a socket', () => {
  test('opens with the first watcher, with a one-use ticket that is in no URL', async () => {
    const one = context.live()
    await context.server.roundTrip()
    expect(context.tickets).toBe(0)
    collectMessages(one)
    const { protocols, url } = await context.peer(0)
    expect(protocols).toEqual(['visitkit.v1', 'ticket.t1'])
    expect(url).toBe('/v1/live')
    expect(context.server.requests[0]?.headers.authorization).toBe('Bearer token')
  })

  test('all watchers share one socket and receive the messages that match their filters', async () => {
    const one = context.live()
    const everything = collectMessages(one)
    const visits: LiveMessage[] = []
    const mine: LiveMessage[] = []
    one.watch({ types: ['visit.*'] }, (message) => visits.push(message))
    one.watch({ types: ['visit.changed'], ids: { visitId: 'v1' } }, (message) => mine.push(message))
    const { send } = await context.peer(0)
    send({ type: 'visit.changed', ids: { visitId: 'v1' }, cursor: '1' })
    send({ type: 'visit.changed', ids: { visitId: 'v2' }, cursor: '2' })
    send({ type: 'queue.changed', ids: {}, cursor: '3' })
    await vi.waitFor(() => expect(everything).toHaveLength(3))
    expect(visits.map(({ cursor }) => cursor)).toEqual(['1', '2'])
    expect(mine.map(({ cursor }) => cursor)).toEqual(['1'])
    expect(context.peers).toHaveLength(1)
  })

  test('closes a little after the last watcher leaves, and not when another comes in time', async () => {
    const one = context.live({ times: { idleClose: 60 } })
    const leave = one.watch({ types: ['*'] }, () => {})
    const { closed } = await context.peer(0)
    await waitForState(one, 'open')
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    leave()
    const leaveLater = one.watch({ types: ['*'] }, () => {})
    vi.advanceTimersByTime(120)
    vi.useRealTimers()
    expect(one.live.state).toBe('open')
    leaveLater()
    await closed
    expect(one.live.state).toBe('idle')
  })

  test('reconnects after a break with a new ticket and resumes where it was', async () => {
    const one = context.live()
    const received = collectMessages(one)
    const first = await context.peer(0)
    first.send({ type: 'ready', cursor: '10' })
    first.send({ type: 'visit.changed', ids: {}, cursor: '11' })
    await vi.waitFor(() => expect(received).toHaveLength(1))
    first.disconnect()
    const second = await context.peer(1)
    expect(second.protocols).toContain('ticket.t2')
    await vi.waitFor(() => expect(second.received).toEqual([{ type: 'resume', cursor: '11' }]))
    second.send({ type: 'ready', cursor: '13' })
    second.disconnect()
    const third = await context.peer(2)
    await vi.waitFor(() => expect(third.received).toEqual([{ type: 'resume', cursor: '11' }]))
    third.send({ type: 'visit.changed', ids: {}, cursor: '11' })
    third.send({ type: 'visit.changed', ids: {}, cursor: '12' })
    await vi.waitFor(() => expect(received.map(({ cursor }) => cursor)).toEqual(['11', '12']))
  })

  test('gives the connection back while the browser keeps the page, and has one again when it is shown', async () => {
    const page = new EventTarget()
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
    const happens = (type: string, persisted: boolean) =>
      page.dispatchEvent(Object.assign(new Event(type), { persisted }))
    const one = context.live()
    const received = collectMessages(one)
    const first = await context.peer(0)
    first.send({ type: 'visit.changed', ids: {}, cursor: '7' })
    await waitForState(one, 'open')
    await vi.waitFor(() => expect(received.map(({ cursor }) => cursor)).toEqual(['7']))
    happens('pageshow', false)
    happens('pagehide', true)
    await first.closed
    expect(one.live.state).toBe('waiting')
    happens('pageshow', true)
    await vi.waitFor(() => expect(context.peers).toHaveLength(2))
    await vi.waitFor(async () => expect((await context.peer(1)).received).toEqual([{ type: 'resume', cursor: '7' }]))
    expect(context.peers).toHaveLength(2)
    one.close()
    happens('pageshow', true)
    await context.server.roundTrip()
    expect(context.peers).toHaveLength(2)
  })

  test('requests what happened since the first read when it connects for the first time, and reads nothing again', async () => {
    const began = Date.now()
    const one = context.live({ times: { connectTimeout: 1_000 } })
    const received = collectMessages(one)
    const first = await context.peer(0)
    await vi.waitFor(() => expect(first.received).toMatchObject([{ type: 'resume', cursor: '' }]))
    const [{ ageMs }] = first.received as [{ ageMs: number }]
    expect(ageMs).toBeGreaterThanOrEqual(1_000)
    expect(ageMs).toBeLessThanOrEqual(1_000 + Date.now() - began)
    first.send({ type: 'ready', cursor: '10' })
    first.send({ type: 'visit.changed', ids: {}, cursor: '11' })
    await vi.waitFor(() => expect(received.map(({ type }) => type)).toEqual(['visit.changed']))
  })

  test('reads everything again when it connects for the first time long after it was made', async () => {
    const one = context.live({ times: { maxAge: 0 } })
    const received: LiveMessage[] = []
    one.watch({ types: ['resync'] }, (message) => received.push(message))
    await vi.waitFor(() => expect(received).toEqual([{ type: 'resync', ids: {} }]))
    expect((await context.peer(0)).received).toEqual([])
  })

  test('a server that sent heartbeats and stopped counts as lost', async () => {
    const one = context.live({ times: { heartbeatTimeout: 50 } })
    collectMessages(one)
    const first = await context.peer(0)
    first.send({ type: 'heartbeat' })
    await first.closed
    await context.peer(1)
  })

  test('an unreadable message does not stop the stream', async () => {
    const received = collectMessages(context.live())
    const { send } = await context.peer(0)
    send('not json')
    send({ type: 'visit.changed', cursor: '1' })
    await vi.waitFor(() => expect(received).toEqual([{ type: 'visit.changed', ids: {}, cursor: '1' }]))
  })

  test('sends signals over the socket, and receives those of others', async () => {
    const one = context.live()
    const signals: LiveMessage[] = []
    one.watch({ types: ['signal'], ids: { visitId: 'v1' } }, (message) => signals.push(message))
    const first = await context.peer(0)
    await waitForState(one, 'open')
    await one.live.sendSignal('v1', 'seat-2', { offer: 'sdp' })
    await vi.waitFor(() =>
      expect(first.received.at(-1)).toEqual({ type: 'signal', visitId: 'v1', to: 'seat-2', data: { offer: 'sdp' } }),
    )
    first.send({ type: 'signal', ids: { visitId: 'v1' }, cursor: '5', from: 'seat-2', data: 1 })
    first.send({ type: 'signal', ids: { visitId: 'v1' }, cursor: '5', from: 'seat-2', data: 2 })
    await vi.waitFor(() => expect(signals.map(({ data }) => data)).toEqual([1, 2]))
    expect(context.server.requests.filter(({ path }) => path.endsWith('/signals'))).toHaveLength(0)
  })

  test('asks the server whether the session has ended when a message says so', async () => {
    collectMessages(context.live())
    const { send } = await context.peer(0)
    send({ type: 'session.ended', ids: { sessionId: 's' }, cursor: '1' })
    await vi.waitFor(() => expect(context.server.requests.some(({ path }) => path === '/v1/session')).toBe(true))
  })

  test.each([401, 403])('a ticket refused with %i is not requested again until a new subscription', async (status) => {
    context.server.respond(() => problemReply(status, 'forbidden'))
    const one = context.live()
    collectMessages(one)
    await waitForState(one, 'closed')
    await context.server.roundTrip()
    expect(context.server.requests).toHaveLength(1)
    collectMessages(one)
    await vi.waitFor(() => expect(context.server.requests).toHaveLength(2))
  })

  test('waits for Retry-After of a busy server before it requests the next ticket', async () => {
    context.server.respond((_, index) =>
      index
        ? { status: 201, json: { ticket: 't', path: '/v1/live' } }
        : problemReply(503, 'overloaded', { 'retry-after': '1' }),
    )
    const one = context.live()
    const before = performance.now()
    collectMessages(one)
    await vi.waitFor(() => expect(context.peers).toHaveLength(1), { timeout: 5000 })
    expect(performance.now() - before).toBeGreaterThanOrEqual(990)
  })

  test('stays closed after it was closed', async () => {
    const one = context.live()
    collectMessages(one)
    const { closed } = await context.peer(0)
    one.close()
    await closed
    collectMessages(one)
    await context.server.roundTrip()
    expect(one.live.state).toBe('closed')
    expect(context.peers).toHaveLength(1)
  })
})
