import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { startDailyHospital, type DailyHospital } from './daily.testing.ts'

describe.each(['hipaa', 'plain'] as const)('a visit in a room of Daily, in %s mode', (mode) => {
  let kit: DailyHospital
  let daily: DailyHospital['daily']
  let hospital: DailyHospital['hospital']
  beforeAll(async () => {
    kit = await startDailyHospital(mode)
    ;({ daily, hospital } = kit)
  })
  afterAll(() => kit.stop())

  const admitted = () => kit.admitted()
  const roomOf = (visit: { id: string }) => kit.roomOf(visit)
  const report: DailyHospital['report'] = (...given) => kit.report(...given)
  const unixNow = () => hospital.clock.now().getTime() / 1000

  it('has its room created while the patient waits, and can be joined without delay', async () => {
    const { visit, path, patient } = await admitted()
    await hospital.settle()
    const name = String(await roomOf(visit))
    expect(daily.rooms.has(name)).toBe(true)
    const before = daily.received.length
    const seat = await patient.post(`${path}/seats`)
    expect(seat.status, JSON.stringify(seat.body)).toBe(201)
    expect(seat.body).toMatchObject({
      vendor: 'daily',
      roomUrl: expect.stringContaining(name),
      token: expect.any(String),
    })
    expect(daily.received.length).toBe(before)
  })

  it('returns the token once and never stores it', async () => {
    const { path, patient } = await admitted()
    const { token } = (await patient.post(`${path}/seats`)).body
    await hospital.settle()
    const owner = hospital.platform.database.owner()
    for (const table of ['visits.seats', 'visits.visits', 'platform.outbox', 'platform.replays', 'audit.accesses']) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(owner)
      expect(rows.map(({ row }) => row).join('\n')).not.toContain(token.slice(-40))
    }
  })

  it('creates the room at joining when the vendor did not respond before', async () => {
    daily.failNext(10, 500)
    const { visit, path, doctor } = await admitted()
    await hospital.settle()
    const refused = await doctor.post(`${path}/seats`)
    expect([refused.status, refused.body.code]).toEqual([503, 'vendor_unavailable'])
    daily.failNext(0, 500)
    await expect.poll(async () => (await doctor.post(`${path}/seats`)).status, { timeout: 20_000 }).toBe(201)
    expect(daily.rooms.has(String(await roomOf(visit)))).toBe(true)
  })

  it('closes the room with the visit', async () => {
    const { visit, path, patient, doctor } = await admitted()
    await patient.post(`${path}/seats`)
    const name = String(await roomOf(visit))
    expect(daily.rooms.has(name)).toBe(true)
    await doctor.post(`${path}/end`, { outcome: 'completed' })
    await hospital.settle()
    expect(daily.rooms.has(name)).toBe(false)
  })

  it('follows the vendor’s reports of who joined and left, each report once', async () => {
    const { visit, path, patient, doctor } = await admitted()
    const seat = (await patient.post(`${path}/seats`)).body
    await doctor.post(`${path}/seats`)
    const room = await roomOf(visit)
    const presence = async () => (await doctor.get(path)).body.participants[0].presence
    const joinedAt = unixNow()
    hospital.clock.advance({ seconds: 30 })
    const left = { room, user_id: seat.id, joined_at: joinedAt, duration: 20 }
    expect((await report('participant.left', left, 'left-1')).status).toBe(200)
    expect(await presence()).toBe('left')

    hospital.clock.advance({ seconds: 30 })
    const back = { room, user_id: seat.id, joined_at: unixNow() }
    expect((await report('participant.joined', back, 'joined-2')).status).toBe(200)
    expect(await presence()).toBe('in-room')
    // The first report is delivered again, as vendors do, and is outdated by now.
    hospital.clock.advance({ seconds: 1 })
    expect((await report('participant.left', left, 'left-1')).status).toBe(200)
    expect((await report('participant.left', left, 'left-1-renamed')).status).toBe(200)
    expect(await presence()).toBe('in-room')
    const written = await hospital.keep('visits', async ({ tx }) => {
      const { rows } = await sql`select 1 from visits.vendor_reports where report_id = 'left-1'`.execute(tx)
      return rows.length
    })
    expect(written).toBe(1)
  })

  it('does not restore a seat that the person replaced', async () => {
    const { visit, path, patient, doctor } = await admitted()
    const old = (await patient.post(`${path}/seats`)).body
    const seat = (await patient.post(`${path}/seats`)).body
    hospital.clock.advance({ seconds: 1 })
    const late = { room: await roomOf(visit), user_id: old.id, joined_at: unixNow() }
    expect((await report('participant.joined', late, 'late')).status).toBe(200)
    expect((await doctor.get(path)).body.participants).toMatchObject([{ seatId: seat.id, presence: 'in-room' }])
  })

  it('ejects the replaced seat of a person, by its own id and by the vendor’s', async () => {
    const { visit, path, patient } = await admitted()
    const old = (await patient.post(`${path}/seats`)).body
    const room = await roomOf(visit)
    hospital.clock.advance({ seconds: 1 })
    const came = { room, user_id: old.id, session_id: `connection-${mode}`, joined_at: unixNow() }
    expect((await report('participant.joined', came, `came-${mode}`)).status).toBe(200)
    await patient.post(`${path}/seats`)
    const ejections = daily.received.filter(({ path: asked }) => asked === `/v1/rooms/${room}/eject`)
    expect(ejections.map(({ body }) => body)).toEqual([{ ids: [`connection-${mode}`], user_ids: [old.id], ban: true }])
  })

  it('ejects everyone when a consent is revoked, and opens no seat again for who joins late', async () => {
    const { visit, path, patient, doctor } = await admitted()
    const seat = (await patient.post(`${path}/seats`)).body
    const own = (await doctor.post(`${path}/seats`)).body
    const room = await roomOf(visit)
    const { patientId } = (await patient.get(path)).body
    const { items } = (await patient.get(`/v1/patients/${patientId}/consents`)).body
    expect((await patient.post(`/v1/consents/${items[0].id}/revoke`)).status).toBe(200)
    await hospital.settle()
    const ejected = daily.received
      .filter(({ path: asked }) => asked === `/v1/rooms/${room}/eject`)
      .flatMap(({ body }) => (body as { user_ids: string[] }).user_ids)
    expect(ejected.toSorted()).toEqual([seat.id, own.id].toSorted())
    hospital.clock.advance({ seconds: 1 })
    const late = { room, user_id: seat.id, joined_at: unixNow() }
    expect((await report('participant.joined', late, `stopped-${mode}`)).status).toBe(200)
    expect((await doctor.get(path)).body.participants).toMatchObject([{ presence: 'left' }, { presence: 'left' }])
  })

  it('ignores reports of a seat in another room', async () => {
    const other = await admitted()
    await other.doctor.post(`${other.path}/seats`)
    const one = await admitted()
    const seat = (await one.patient.post(`${one.path}/seats`)).body
    hospital.clock.advance({ seconds: 30 })
    const left = { room: await roomOf(other.visit), user_id: seat.id, joined_at: unixNow() - 20, duration: 20 }
    expect((await report('participant.left', left, `elsewhere-${mode}`)).status).toBe(200)
    const odd = { ...left, user_id: 'not an id of ours' }
    expect((await report('participant.left', odd, `odd-${mode}`)).status).toBe(200)
    expect((await one.doctor.get(one.path)).body.participants[0].presence).toBe('in-room')
  })

  it('ignores reports without a valid signature', async () => {
    const { visit, path, patient, doctor } = await admitted()
    const seat = (await patient.post(`${path}/seats`)).body
    const left = { room: await roomOf(visit), user_id: seat.id, joined_at: unixNow(), duration: 0 }
    const forged = await report('participant.left', left, 'forged', randomBytes(32).toString('base64'))
    expect([forged.status, (await forged.json()).code]).toEqual([401, 'signature_invalid'])
    expect((await doctor.get(path)).body.participants[0].presence).toBe('in-room')
    const peer = await hospital.anonymous().post(`/v1/webhooks/video/peer/${hospital.organizationId}`, {})
    expect(peer.status).toBe(404)
  })

  it('is refused where this deployment has no such vendor', async () => {
    const { visit, path, doctor } = await admitted()
    await hospital.keep('visits', ({ tx }) =>
      sql`update visits.visits set vendor = 'twilio' where id = ${visit.id}`.execute(tx),
    )
    const refused = await doctor.post(`${path}/seats`)
    expect([refused.status, refused.body.code]).toEqual([403, 'vendor_not_permitted'])
  })
})
