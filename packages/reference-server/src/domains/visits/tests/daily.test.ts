import { createHmac, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { startVideo, type SimulatedDaily } from '../../../../../sandbox/src/video/start-video.ts'
import { createDailyProvider } from '../../../vendors/video/daily/daily-provider.ts'
import { startHospital, type TestHospital } from './testing.ts'

describe('a visit in a room of Daily', () => {
  const webhookSecret = randomBytes(32).toString('base64')
  let daily: SimulatedDaily
  let hospital: TestHospital
  beforeAll(async () => {
    daily = await startVideo({ port: 0 })
    const { apiKey, domainId, apiBase } = daily
    hospital = await startHospital('postgres', {
      daily: createDailyProvider({ apiKey, domainId, apiBase, webhookSecret }),
    })
    const administrator = await hospital.server.as('administrator')
    const changed = await administrator.patch('/v1/organization', { videoVendor: 'daily', version: 1 })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
  })
  afterAll(async () => {
    await hospital.server.stop()
    await daily.stop()
  })

  const admitted = async () => {
    const people = { patient: await hospital.addPatient(), practitioner: await hospital.addPractitioner() }
    const visit = await hospital.checkedIn(people.patient, people.practitioner)
    const [patient, doctor] = [await hospital.signIn(people.patient), await hospital.signIn(people.practitioner)]
    const path = `/v1/visits/${visit.id}`
    expect((await doctor.post(`${path}/admit`)).status).toBe(200)
    return { visit, path, patient, doctor }
  }
  const roomOf = async ({ id }: { id: string }) =>
    hospital.server.keep('visits', async ({ tx }) => {
      const { rows } = await sql<{ room_name: string }>`select room_name from visits.visits where id = ${id}`.execute(
        tx,
      )
      return rows[0]!.room_name
    })
  const report = (type: string, payload: object, id: string, secret = webhookSecret) => {
    const body = JSON.stringify({ version: '1.0.0', type, id, payload })
    const timestamp = String(hospital.server.clock.now().getTime())
    const signature = createHmac('sha256', Buffer.from(secret, 'base64'))
      .update(`${timestamp}.${body}`)
      .digest('base64')
    return hospital.server.anonymous().fetch(`/v1/webhooks/video/daily/${hospital.server.organizationId}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-webhook-timestamp': timestamp,
        'x-webhook-signature': signature,
      },
      body,
    })
  }
  const unixNow = () => hospital.server.clock.now().getTime() / 1000

  it('has its room made while the patient waits, and none in the way of joining', async () => {
    const { visit, path, patient } = await admitted()
    await hospital.server.settle()
    const name = await roomOf(visit)
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

  it('answers the token once and keeps it nowhere', async () => {
    const { path, patient } = await admitted()
    const { token } = (await patient.post(`${path}/seats`)).body
    await hospital.server.settle()
    const owner = hospital.server.platform.database.owner()
    for (const table of ['visits.seats', 'visits.visits', 'platform.outbox', 'platform.replays', 'audit.accesses']) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(owner)
      expect(rows.map(({ row }) => row).join('\n')).not.toContain(token.slice(-40))
    }
  })

  it('makes the room at the door when the vendor did not answer before', async () => {
    daily.failNext(10, 500)
    const { visit, path, doctor } = await admitted()
    await hospital.server.settle()
    const refused = await doctor.post(`${path}/seats`)
    expect([refused.status, refused.body.code]).toEqual([503, 'vendor_unavailable'])
    daily.failNext(0, 500)
    await expect.poll(async () => (await doctor.post(`${path}/seats`)).status, { timeout: 20_000 }).toBe(201)
    expect(daily.rooms.has(await roomOf(visit))).toBe(true)
  })

  it('closes the room with the visit', async () => {
    const { visit, path, patient, doctor } = await admitted()
    await patient.post(`${path}/seats`)
    const name = await roomOf(visit)
    await doctor.post(`${path}/end`, { outcome: 'completed' })
    await hospital.server.settle()
    expect(daily.rooms.has(name)).toBe(false)
  })

  it('hears from the vendor who came and went, each report once', async () => {
    const { visit, path, patient, doctor } = await admitted()
    const seat = (await patient.post(`${path}/seats`)).body
    await doctor.post(`${path}/seats`)
    const room = await roomOf(visit)
    const presence = async () => (await doctor.get(path)).body.participants[0].presence
    const joinedAt = unixNow()
    hospital.server.clock.advance({ seconds: 30 })
    const left = { room, user_id: seat.id, joined_at: joinedAt, duration: 20 }
    expect((await report('participant.left', left, 'left-1')).status).toBe(200)
    expect(await presence()).toBe('left')

    hospital.server.clock.advance({ seconds: 30 })
    const back = { room, user_id: seat.id, joined_at: unixNow() }
    expect((await report('participant.joined', back, 'joined-2')).status).toBe(200)
    expect(await presence()).toBe('in-room')
    // The first report comes again, as vendors do, and is old news by now.
    hospital.server.clock.advance({ seconds: 1 })
    expect((await report('participant.left', left, 'left-1')).status).toBe(200)
    expect((await report('participant.left', left, 'left-1-renamed')).status).toBe(200)
    expect(await presence()).toBe('in-room')
    const kept = await hospital.server.keep('visits', async ({ tx }) => {
      const { rows } = await sql`select 1 from visits.vendor_reports where report_id = 'left-1'`.execute(tx)
      return rows.length
    })
    expect(kept).toBe(1)
  })

  it('does not put someone back into a seat that they gave up for another', async () => {
    const { visit, path, patient, doctor } = await admitted()
    const old = (await patient.post(`${path}/seats`)).body
    const seat = (await patient.post(`${path}/seats`)).body
    hospital.server.clock.advance({ seconds: 1 })
    const late = { room: await roomOf(visit), user_id: old.id, joined_at: unixNow() }
    expect((await report('participant.joined', late, 'late')).status).toBe(200)
    expect((await doctor.get(path)).body.participants).toMatchObject([{ seatId: seat.id, presence: 'in-room' }])
  })

  it('believes nothing without the signature', async () => {
    const { visit, path, patient, doctor } = await admitted()
    const seat = (await patient.post(`${path}/seats`)).body
    const left = { room: await roomOf(visit), user_id: seat.id, joined_at: unixNow(), duration: 0 }
    const forged = await report('participant.left', left, 'forged', randomBytes(32).toString('base64'))
    expect([forged.status, (await forged.json()).code]).toEqual([401, 'signature_invalid'])
    expect((await doctor.get(path)).body.participants[0].presence).toBe('in-room')
    const peer = await hospital.server.anonymous().post(`/v1/webhooks/video/peer/${hospital.server.organizationId}`, {})
    expect(peer.status).toBe(404)
  })

  it('is refused where this deployment has no such vendor', async () => {
    const { visit, path, doctor } = await admitted()
    await hospital.server.keep('visits', ({ tx }) =>
      sql`update visits.visits set vendor = 'twilio' where id = ${visit.id}`.execute(tx),
    )
    const refused = await doctor.post(`${path}/seats`)
    expect([refused.status, refused.body.code]).toEqual([403, 'vendor_not_permitted'])
  })
})
