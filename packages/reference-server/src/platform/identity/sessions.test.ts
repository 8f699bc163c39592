import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../database/ids/new-id.ts'
import { startTestServer } from '../http/tests/start-test-server.testing.ts'
import type { SignedInClient, TestServer } from '../http/tests/start-test-server.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

describe.each(platformEngines)('a session on %s', (engine) => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ engine })
  })
  beforeEach(() => server.clock.set('2026-11-25T15:00:00Z'))
  afterAll(() => server.stop())

  const code = async (client: SignedInClient): Promise<string> => (await client.get('/v1/session')).body.code ?? 'ok'

  // packs/policy/sessions.json; 45 CFR 164.312(a)(2)(iii)
  it.each([
    ['patient', 30, 12],
    ['proxy', 30, 12],
    ['practitioner', 15, 12],
    ['front-desk', 15, 12],
    ['administrator', 10, 8],
    ['privacy-officer', 10, 8],
    ['auditor', 10, 8],
  ])('of a %s ends after %i idle minutes, and a second earlier it does not', async (role, idleMinutes) => {
    const [inTime, late] = [await server.as(role), await server.as(role)]
    server.clock.advance({ minutes: idleMinutes, seconds: -1 })
    expect(await code(inTime)).toBe('ok')
    server.clock.advance({ seconds: 1 })
    expect(await code(late)).toBe('session_expired')
  })

  it('ends at its absolute limit, however active the person is', async () => {
    const administrator = await server.as('administrator')
    for (let minutes = 0; minutes < 8 * 60 - 5; minutes += 5) {
      server.clock.advance({ minutes: 5 })
      // The access token lives for ten minutes. This test is about the session behind it.
      server.identity.gate.touchSession(administrator.session, server.clock.now())
    }
    expect(
      await server.identity.sessions.find(
        server.organizationId,
        administrator.session.id,
        server.clock.now().getTime(),
      ),
    ).toMatchObject({ ended: null })
    server.clock.advance({ minutes: 5 })
    await server.identity.sessions.sweep(server.clock.now())
    expect(administrator.session.ended).toBe('absolute')
  })

  it('takes the strictest limits of its roles', async () => {
    const both = await server.as(['practitioner', 'administrator'])
    server.clock.advance({ minutes: 10 })
    expect(await code(both)).toBe('session_expired')
  })

  it('is not extended by requests that a page sends by itself', async () => {
    const practitioner = await server.as('practitioner')
    server.clock.advance({ minutes: 8 })
    // Passive in the contract: reading the remaining time, opening the live stream, heartbeats.
    expect((await practitioner.get('/v1/session')).body.idleEndsAt).toBe('2026-11-25T15:15:00Z')
    expect((await practitioner.post('/v1/live/tickets')).status).toBe(201)
    server.clock.advance({ minutes: 7 })
    expect(await code(practitioner)).toBe('session_expired')
  })

  it('is extended by one request of the person, whatever the page says of it', async () => {
    const practitioner = await server.as('practitioner')
    server.clock.advance({ minutes: 8 })
    const headers = { 'x-user-activity': 'none' }
    const { status, body } = await practitioner.post('/v1/session/extend', undefined, { headers })
    expect(status).toBe(200)
    expect(body.idleEndsAt).toBe('2026-11-25T15:23:00Z')
    server.clock.advance({ minutes: 1 })
    expect(await code(practitioner)).toBe('ok')
  })

  it('stores when the person was last active, and never moves it back', async () => {
    const patient = await server.as('patient')
    server.clock.advance({ minutes: 5 })
    await patient.post('/v1/session/extend')
    await server.identity.sessions.flush()
    const stored = async () => {
      const [row] = await server.keep('identity', ({ tx }) =>
        tx.selectFrom('identity.sessions').selectAll().where('id', '=', patient.session.id).execute(),
      )
      return (row as { last_active_at: Date }).last_active_at.toISOString()
    }
    expect(await stored()).toBe('2026-11-25T15:05:00.000Z')
    server.clock.set('2026-11-25T15:01:00Z')
    await patient.post('/v1/session/extend')
    await server.identity.sessions.flush()
    expect(await stored()).toBe('2026-11-25T15:05:00.000Z')
  })

  it('ends when the person signs out: at once, on the record, and permanently', async () => {
    const patient = await server.as('patient')
    const { status, headers } = await patient.delete('/v1/session')
    expect(status).toBe(204)
    expect(headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect(await code(patient)).toBe('session_ended')
    expect((await server.accessRows({ operation: 'endSession' })).at(-1)).toMatchObject({
      action: 'delete',
      entity: 'Session',
      actorId: patient.caller.personId,
      patientId: null,
    })
  })

  it('lists a person’s sessions, page by page, and no other person’s', async () => {
    const personId = newId()
    const sessions: SignedInClient[] = []
    for (let count = 0; count < 3; count++) sessions.push(await server.as('patient', { personId }))
    await server.as('patient')
    const [asking] = sessions as [SignedInClient]
    const first = await asking.get('/v1/sessions?limit=2')
    expect(first.body.items).toHaveLength(2)
    const second = await asking.get(`/v1/sessions?limit=2&cursor=${first.body.nextCursor}`)
    expect(second.body.nextCursor).toBeNull()
    expect((await asking.get('/v1/sessions?cursor=the-beginning')).body.code).toBe('cursor_invalid')
    const ids = [...first.body.items, ...second.body.items].map(({ id }: { id: string }) => id)
    expect(new Set(ids)).toEqual(new Set(sessions.map(({ session }) => session.id)))
    expect(
      [...first.body.items, ...second.body.items].filter(({ current }: { current: boolean }) => current),
    ).toHaveLength(1)
  })

  it('ends another session of the same person, and no other person’s', async () => {
    const personId = newId()
    const [here, lost, stranger] = [
      await server.as('patient', { personId }),
      await server.as('patient', { personId }),
      await server.as('patient'),
    ]
    expect((await here.delete(`/v1/sessions/${lost.session.id}`)).status).toBe(204)
    expect(await code(lost)).toBe('session_ended')
    expect((await here.delete(`/v1/sessions/${lost.session.id}`)).status).toBe(404)
    expect((await here.delete(`/v1/sessions/${stranger.session.id}`)).status).toBe(404)
    expect(await code(stranger)).toBe('ok')
    expect(await code(here)).toBe('ok')
  })

  it('notifies other domains of its end', async () => {
    const patient = await server.as('patient')
    await patient.delete('/v1/session')
    const events = await server.platform.database
      .readerAcross('platform')
      .selectFrom('platform.outbox')
      .selectAll()
      .where('type', '=', 'identity.session-ended')
      .execute()
    expect(events.map(({ data }) => data)).toContainEqual({
      sessionId: patient.session.id,
      personId: patient.caller.personId,
      personKind: 'patient',
      reason: 'signed-out',
    })
  })

  it('ends when the member is disabled or loses a role, a proxy’s when the right ends, and anyone’s when the sign-in is released', async () => {
    const personId = newId()
    const [member, promoted, demoted, proxy, released] = [
      await server.as('nurse', { personId }),
      await server.as('nurse'),
      await server.as('nurse'),
      await server.as('proxy'),
      await server.as('patient'),
    ]
    await server.keep('identity', async ({ emit }) => {
      await emit({ type: 'directory.member-disabled', data: { memberId: personId } })
      await emit({
        type: 'directory.member-changed',
        data: { memberId: promoted.caller.personId, version: 2, lostRoles: [] },
      })
      await emit({
        type: 'directory.member-changed',
        data: { memberId: demoted.caller.personId, version: 2, lostRoles: ['nurse'] },
      })
      await emit({
        type: 'directory.proxy-ended',
        data: { proxyId: newId(), personId: proxy.caller.personId, patientId: newId() },
      })
      // A right that was never accepted has no person, and ends no session.
      await emit({
        type: 'directory.proxy-ended',
        data: { proxyId: newId(), personId: null, patientId: newId() },
      })
      await emit({
        type: 'directory.login-released',
        data: { personId: released.caller.personId, personKind: 'patient' },
      })
    })
    await server.settle()
    expect(await code(member)).toBe('session_ended')
    expect(await code(promoted)).toBe('ok')
    expect(await code(demoted)).toBe('session_ended')
    expect(await code(proxy)).toBe('session_ended')
    expect(await code(released)).toBe('session_ended')
  })

  it('is bound to its portal: a program without an origin may use it, another origin may not', async () => {
    const patient = await server.as('patient')
    const bearer = { authorization: `Bearer ${patient.accessToken}` }
    expect((await fetch(`${server.url}/v1/session`, { headers: bearer })).status).toBe(200)
    expect(
      (
        await fetch(`${server.url}/v1/session`, {
          headers: { ...bearer, origin: 'https://portal.lakeside.example:8443' },
        })
      ).status,
    ).toBe(403)
  })

  it('is deleted a month after its limit, and not before', async () => {
    const patient = await server.as('patient')
    const [job] = server.identity.module.jobs
    const isThere = async () =>
      (await server.identity.sessions.find(server.organizationId, patient.session.id, 0)) !== null &&
      (
        await server.keep('identity', ({ tx }) =>
          tx.selectFrom('identity.sessions').select('id').where('id', '=', patient.session.id).execute(),
        )
      ).length === 1
    server.clock.advance({ hours: 12 + 30 * 24 })
    await job!.run(server.clock.now())
    expect(await isThere()).toBe(true)
    server.clock.advance({ seconds: 1 })
    await job!.run(server.clock.now())
    expect(await isThere()).toBe(false)
  })

  it('of a person does not exist in another organization', async () => {
    const patient = await server.as('patient')
    const other = await server.as('patient', { organizationId: newId() })
    expect((await other.delete(`/v1/sessions/${patient.session.id}`)).status).toBe(404)
  })
})
