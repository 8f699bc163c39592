import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import { startTestServer } from '../http/tests/start-test-server.testing.ts'
import type { SignedInClient, TestServer } from '../http/tests/server.testing.ts'
import { Problem } from '../problems/problem.ts'
import type { Caller } from '../contracts/caller.ts'
import { idsOf, pagesOf, type Page } from './live-page.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('the live stream on %s', (engine) => {
  let server: TestServer
  /** Which session is in which visit, as the visits domain would return it. */
  const seats = new Map<string, { visitId: string; sessionId: string }>()

  beforeAll(async () => {
    server = await startTestServer({
      engine,
      now: '2026-11-25T15:00:00Z',
      signal: async (caller: Caller, visitId, to, data) => {
        const own = [...seats].find(([, seat]) => seat.visitId === visitId && seat.sessionId === caller.sessionId)
        if (own === undefined) throw new Problem(404, 'not_found', 'There is no room here.')
        const others = [...seats].filter(
          ([id, seat]) => seat.visitId === visitId && id !== own[0] && (to === null || to === id),
        )
        server.platform.signal({
          organizationId: caller.organizationId,
          visitId,
          from: own[0],
          audience: others.map(([, seat]) => `session:${seat.sessionId}`),
          data,
        })
      },
    })
  })
  afterEach(() => {
    closeAll()
    seats.clear()
  })
  afterAll(() => server.stop())
  const { ticketFor, connect, listen, closeAll, publish } = pagesOf(() => server)

  it('opens with a ticket that is valid once and is not in the URL', async () => {
    const patient = await server.as('patient')
    const { ticket, path } = await ticketFor(patient)
    expect(path).toBe('/v1/live')
    // 128 random bits or more (ASVS 11.5.1).
    expect(Buffer.from(ticket, 'base64url').length).toBeGreaterThanOrEqual(32)
    const page = (await connect(['visitkit.v1', `ticket.${ticket}`])) as Page
    expect(page.socket.protocol).toBe('visitkit.v1')
    expect((await page.next('ready')).cursor).toMatch(/^[\w-]+\.\d+$/)
    expect(await connect(['visitkit.v1', `ticket.${ticket}`])).toBe(401)
  })

  it('does not open with a ticket that is older than thirty seconds, forged or absent', async () => {
    const patient = await server.as('patient')
    const { ticket } = await ticketFor(patient)
    const forged = `${ticket.startsWith('A') ? 'B' : 'A'}${ticket.slice(1)}`
    expect(await connect(['visitkit.v1', `ticket.${forged}`])).toBe(401)
    expect(await connect(['visitkit.v1'])).toBe(400)
    expect(await connect([`ticket.${ticket}`])).toBe(400)
    server.clock.advance({ seconds: 30 })
    expect(await connect(['visitkit.v1', `ticket.${ticket}`])).toBe(401)
  })

  it('does not open from another origin, and a refused ticket is used up', async () => {
    const patient = await server.as('patient')
    const { ticket } = await ticketFor(patient)
    expect(await connect(['visitkit.v1', `ticket.${ticket}`], 'https://evil.example')).toBe(403)
    expect(await connect(['visitkit.v1', `ticket.${ticket}`])).toBe(401)
    expect(await connect(['visitkit.v1', `ticket.${(await ticketFor(patient)).ticket}`], null)).toBe(403)
  })

  it('sends ids only, and only to the pages concerned', async () => {
    const patient = await server.as('patient')
    const practitioner = await server.as('practitioner', { practitionerId: newId() })
    const elsewhere = await server.as('patient', { organizationId: newId() })
    const [mine, theirs, foreign] = [await listen(patient), await listen(practitioner), await listen(elsewhere)]
    publish(
      { patients: [patient.caller.personId], practitioners: [practitioner.caller.practitionerId ?? ''] },
      'visit-1',
    )
    publish({ roles: ['practitioner'] }, 'visit-2')
    server.live.hub.publish(
      elsewhere.caller.organizationId,
      { patients: [patient.caller.personId] },
      {
        type: 'visit.changed',
        ids: idsOf('visit-3', patient.caller.personId),
      },
    )
    expect(await mine.next('visit.changed')).toEqual({
      type: 'visit.changed',
      ids: idsOf('visit-1', patient.caller.personId),
      cursor: expect.any(String),
    })
    expect((await theirs.next('visit.changed')).ids).toEqual(idsOf('visit-1', patient.caller.personId))
    expect((await theirs.next('visit.changed')).ids).toEqual(idsOf('visit-2'))
    // A page receives in order: the next message is the next that was sent to it.
    publish({ patients: [patient.caller.personId] }, 'visit-4')
    server.live.hub.publish(
      elsewhere.caller.organizationId,
      { patients: [elsewhere.caller.personId] },
      { type: 'visit.changed', ids: idsOf('visit-4', elsewhere.caller.personId) },
    )
    expect((await mine.next('visit.changed')).ids).toEqual(idsOf('visit-4', patient.caller.personId))
    expect((await foreign.next('visit.changed')).ids).toEqual(idsOf('visit-4', elsewhere.caller.personId))
  })

  it('relays signals to the other participants of the visit', async () => {
    const [patient, practitioner, outsider] = [
      await server.as('patient'),
      await server.as('practitioner'),
      await server.as('patient'),
    ]
    seats.set('seat-a', { visitId: 'visit-9', sessionId: patient.session.id })
    seats.set('seat-b', { visitId: 'visit-9', sessionId: practitioner.session.id })
    const [mine, theirs, foreign] = [await listen(patient), await listen(practitioner), await listen(outsider)]
    mine.socket.send(JSON.stringify({ type: 'signal', visitId: 'visit-9', to: 'seat-b', data: { sdp: 'v=0' } }))
    expect(await theirs.next('signal')).toMatchObject({
      ids: { visitId: 'visit-9' },
      from: 'seat-a',
      data: { sdp: 'v=0' },
    })
    foreign.socket.send(JSON.stringify({ type: 'signal', visitId: 'visit-9', data: 'let me in' }))
    expect((await practitioner.post('/v1/visits/visit-9/signals', { data: { candidate: 1 } })).status).toBe(204)
    expect(await mine.next('signal')).toMatchObject({ from: 'seat-b', data: { candidate: 1 } })
    expect((await outsider.post('/v1/visits/visit-9/signals', { data: 'let me in' })).status).toBe(404)
    // A page receives in order: no signal comes before this message.
    for (const [page, { caller }] of [
      [mine, patient],
      [theirs, practitioner],
    ] as const) {
      publish({ patients: [caller.personId], members: [caller.personId] }, 'visit-9')
      await page.next('visit.changed')
    }
    expect([...mine.received, ...theirs.received].filter(({ type }) => type === 'signal')).toEqual([])
  })

  it.each([
    ['speaks nonsense', '{"type":"shutdown"}', 1008],
    ['sends bytes', Buffer.from('{"type":"resume","cursor":""}'), 1008],
    ['sends too much at once', `{"type":"signal","visitId":"v","data":"${'x'.repeat(30_000)}"}`, 1009],
  ])('closes on a page that %s', async (_what, message, code) => {
    const page = await listen(await server.as('patient'))
    page.socket.send(message)
    expect(await page.closed).toBe(code)
  })

  it('closes on a page that sends without a pause', async () => {
    const page = await listen(await server.as('patient'))
    for (let count = 0; count < 200; count++) page.socket.send('{"type":"resume","cursor":"x"}')
    expect(await page.closed).toBe(1008)
  })

  it('closes every page of a session when it ends, and lets none reconnect', async () => {
    const patient = await server.as('patient')
    const [first, second, other] = [
      await listen(patient),
      await listen(patient),
      await listen(await server.as('patient')),
    ]
    const { ticket } = await ticketFor(patient)
    const began = performance.now()
    expect((await patient.delete('/v1/session')).status).toBe(204)
    await expect.poll(() => [first.code, second.code], { timeout: 10_000 }).toEqual([4401, 4401])
    expect(performance.now() - began).toBeLessThan(1_000)
    expect((await first.next('session.ended')).ids).toEqual({ sessionId: patient.session.id })
    expect(await connect(['visitkit.v1', `ticket.${ticket}`])).toBe(401)
    expect(other.socket.readyState).toBe(WebSocket.OPEN)
  })

  it('opens at most twenty pages of one person, and all the others’', async () => {
    const patient = await server.as('patient')
    const again = await server.as('patient', { personId: patient.caller.personId })
    const openOne = async (client: SignedInClient) =>
      connect(['visitkit.v1', `ticket.${(await ticketFor(client)).ticket}`])
    const pages = []
    for (let count = 0; count < 20; count++) pages.push((await openOne(count < 10 ? patient : again)) as Page)
    expect(await openOne(patient)).toBe(429)
    expect((await patient.fetch('/v1/live/stream')).status).toBe(429)
    await listen(await server.as('patient'))
    pages[0]?.socket.close()
    await pages[0]?.closed
    await expect.poll(() => server.live.hub.isFull(patient.caller)).toBe(false)
    await listen(patient)
  })

  it('closes when the session becomes idle, without any request', async () => {
    const practitioner = await server.as('practitioner')
    const page = await listen(practitioner)
    server.clock.advance({ minutes: 15 })
    await server.identity.sessions.sweep(server.clock.now())
    expect(await page.closed).toBe(4401)
  })

  describe('as server-sent events', () => {
    const stream = async (client: SignedInClient, lastEventId?: string) => {
      const stop = new AbortController()
      const response = await client.fetch('/v1/live/stream', {
        signal: stop.signal,
        headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
      })
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
      let text = ''
      const context = (async () => {
        for (;;) {
          const { done = true, value = '' } = (await reader?.read().catch(() => undefined)) ?? {}
          text += value
          if (done) return
        }
      })()
      return { response, text: () => text, ended: context, stop: () => stop.abort() }
    }

    it('carries the same messages and resumes from the cursor', async () => {
      const patient = await server.as('patient')
      const audience = { patients: [patient.caller.personId] }
      const first = await stream(patient)
      expect(first.response.headers.get('content-type')).toContain('text/event-stream')
      expect(first.response.headers.get('cache-control')).toBe('no-store')
      publish(audience, 'seen')
      await expect.poll(first.text).toContain('"visitId":"seen"')
      const lastEventId = [...first.text().matchAll(/^id: (.+)$/gm)].at(-1)?.[1]
      first.stop()
      publish(audience, 'missed')
      const second = await stream(patient, lastEventId)
      await expect.poll(second.text).toContain('"visitId":"missed"')
      expect(second.text()).not.toContain('seen')
      second.stop()
    })

    it('ends with its session, and does not open without one', async () => {
      const patient = await server.as('patient')
      const page = await stream(patient)
      await patient.delete('/v1/session')
      await page.ended
      expect(page.text()).toContain('session.ended')
      expect((await patient.get('/v1/live/stream')).body.code).toBe('session_ended')
    })
  })
})
