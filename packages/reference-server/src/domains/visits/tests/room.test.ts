import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { checkInBody, sampleLicense, withVisitVerbs, type VisitHospital } from './hospital.testing.ts'
import { roomVerbs } from './room-verbs.testing.ts'

describe.each(domainEngines)('the room on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { waiting, admitted, bothIn } = roomVerbs(() => hospital)

  it('goes from waiting to ended, and the appointment with it', async () => {
    const { path, visit, patientClient, doctorClient, practitioner } = await waiting()
    const statusOf = async () => (await patientClient.get(path)).body.status
    expect(await statusOf()).toBe('waiting')
    const admission = await doctorClient.post(`${path}/admit`)
    expect(admission.body).toMatchObject({
      status: 'admitted',
      practitioner: { id: practitioner.practitionerId },
      version: 2,
    })
    expect((await patientClient.get(`${path}/queue-position`)).body).toMatchObject({
      position: 0,
      status: 'admitted',
      estimate: null,
    })

    const first = await patientClient.post(`${path}/seats`)
    expect(first.status, JSON.stringify(first.body)).toBe(201)
    expect(first.body).toMatchObject({ role: 'patient', vendor: 'peer', seats: [], iceServers: [], visitId: visit.id })
    expect(await statusOf()).toBe('admitted')
    const second = await doctorClient.post(`${path}/seats`)
    expect(second.body).toMatchObject({ role: 'practitioner', seats: [{ id: first.body.id, role: 'patient' }] })
    expect(await statusOf()).toBe('in-progress')
    await hospital.settle()
    expect((await patientClient.get(`/v1/appointments/${visit.appointmentId}`)).body.status).toBe('in-progress')

    const ended = await doctorClient.post(`${path}/end`, { outcome: 'completed' })
    expect(ended.body).toMatchObject({ status: 'ended', outcome: 'completed' })
    expect(ended.body.participants).toMatchObject([
      { role: 'patient', presence: 'left' },
      { role: 'practitioner', presence: 'left' },
    ])
    await hospital.settle()
    expect((await patientClient.get(`/v1/appointments/${visit.appointmentId}`)).body.status).toBe('completed')
    for (const again of [`${path}/end`, `${path}/seats`]) {
      const refused = await doctorClient.post(again, again.endsWith('end') ? { outcome: 'completed' } : undefined)
      expect([refused.status, refused.body.code]).toEqual([409, 'visit_ended'])
    }
    const emitted = await eventsOf(hospital, 'visits.started')
    expect(emitted.filter(({ visitId }) => visitId === visit.id)).toHaveLength(1)
  })

  it('lets one of two practitioners admit, who then covers the visit', async () => {
    const { path, patient, doctorClient } = await waiting()
    const colleague = await hospital.addPractitioner()
    const other = await hospital.signIn(colleague)
    const answers = await Promise.all([doctorClient.post(`${path}/admit`), other.post(`${path}/admit`)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('not_waiting')
    const winner = answers.find(({ status }) => status === 200)
    const seen = await (await hospital.signIn(patient)).get(path)
    expect(seen.body.practitioner.id).toBe(winner?.body.practitioner.id)
  })

  it('admits once for a retried request, with the same response', async () => {
    const { path, doctorClient } = await waiting()
    const request = { idempotencyKey: `admit-${newId()}` }
    const first = await doctorClient.post(`${path}/admit`, undefined, request)
    const second = await doctorClient.post(`${path}/admit`, undefined, request)
    expect(second.status).toBe(200)
    expect(second.body).toEqual(first.body)
  })

  it('is closed to the patient until admission, and open to the practitioner before', async () => {
    const { path, patientClient, doctorClient } = await waiting()
    const refused = await patientClient.post(`${path}/seats`)
    expect([refused.status, refused.body.code]).toEqual([409, 'not_admitted'])
    expect((await doctorClient.post(`${path}/seats`)).status).toBe(201)
    expect((await doctorClient.get(path)).body.status).toBe('waiting')
    expect((await patientClient.post(`${path}/admit`)).status).toBe(403)
  })

  it('closes for everyone once the consent is revoked, says for which, and opens again with a new consent', async () => {
    const { path, visit, patient, patientClient, doctorClient, practitioner, patientSeat } = await bothIn()
    const { items } = (await patientClient.get(`/v1/patients/${patient.personId}/consents`)).body
    const { body: started } = await doctorClient.get(path)
    await hospital.settle()
    const before = hospital.live.delivered.length
    expect((await patientClient.post(`/v1/consents/${items[0].id}/revoke`)).status).toBe(200)
    await hospital.settle()
    const audience = [`patient:${patient.personId}`, `practitioner:${practitioner.practitionerId}`]
    const delivered = hospital.live.delivered.slice(before)
    for (const type of ['visit.changed', 'seat.changed'])
      expect(delivered).toContainEqual(expect.objectContaining({ type, audience }))
    for (const client of [patientClient, doctorClient]) {
      expect((await client.get(path)).body).toMatchObject({
        ...{ status: 'in-progress', stoppedFor: ['telehealth-treatment'], version: started.version + 1 },
        participants: [{ presence: 'left' }, { presence: 'left' }],
      })
      const refused = await client.post(`${path}/seats`)
      expect([refused.status, refused.body.code]).toEqual([409, 'consent_missing'])
    }
    expect(await eventsOf(hospital, 'visits.seat-left')).toContainEqual(
      expect.objectContaining({ visitId: visit.id, seatId: patientSeat.id }),
    )

    await hospital.grant(patient)
    await hospital.settle()
    const resumed = (await doctorClient.get(path)).body
    expect(resumed).not.toHaveProperty('stoppedFor')
    expect(resumed.version).toBe(started.version + 2)
    for (const client of [doctorClient, patientClient]) expect((await client.post(`${path}/seats`)).status).toBe(201)
  })

  it('stays open when a consent is revoked that the visit does not need', async () => {
    const { path, patient, patientClient } = await bothIn()
    const consentId = await hospital.grant(patient, 'recording')
    expect((await patientClient.post(`/v1/consents/${consentId}/revoke`)).status).toBe(200)
    await hospital.settle()
    const { body } = await patientClient.get(path)
    expect(body).not.toHaveProperty('stoppedFor')
    expect(body.participants).toMatchObject([{ presence: 'in-room' }, { presence: 'in-room' }])
  })

  it('follows what the patient has decided by now, when the events arrive later', async () => {
    const { path, patient, patientClient } = await bothIn()
    const { items } = (await patientClient.get(`/v1/patients/${patient.personId}/consents`)).body
    expect((await patientClient.post(`/v1/consents/${items[0].id}/revoke`)).status).toBe(200)
    await hospital.grant(patient)
    await hospital.settle()
    expect((await patientClient.get(path)).body).not.toHaveProperty('stoppedFor')
    expect((await patientClient.post(`${path}/seats`)).status).toBe(201)
  })

  it('is open to who consented again, before the event of it arrives', async () => {
    const revoked = async ({ path, patient, patientClient }: Awaited<ReturnType<typeof waiting>>) => {
      const { items } = (await patientClient.get(`/v1/patients/${patient.personId}/consents`)).body
      expect((await patientClient.post(`/v1/consents/${items[0].id}/revoke`)).status).toBe(200)
      await hospital.settle()
      expect((await patientClient.get(path)).body.stoppedFor).toEqual(['telehealth-treatment'])
      await hospital.grant(patient)
    }
    const early = await waiting()
    await revoked(early)
    const admission = await early.doctorClient.post(`${early.path}/admit`)
    expect(admission.body.status).toBe('admitted')
    expect(admission.body).not.toHaveProperty('stoppedFor')
    const late = await bothIn()
    await revoked(late)
    expect((await late.patientClient.post(`${late.path}/seats`)).status).toBe(201)
    expect((await late.patientClient.get(late.path)).body).not.toHaveProperty('stoppedFor')
    const before = (await late.patientClient.get(late.path)).body
    await hospital.settle()
    expect((await late.patientClient.get(late.path)).body).toEqual(before)
  })

  it('records where the patient went during the visit, and gives no seat there without a license', async () => {
    const { path, patientClient, doctorClient } = await bothIn()
    const moved = await patientClient.put(`${path}/location`, checkInBody('KY'))
    expect([moved.status, moved.body.location.state]).toEqual([200, 'KY'])
    const queue = await doctorClient.get(`/v1/practitioners/${moved.body.practitioner.id}/queue`)
    expect(queue.body.items[0].readiness.license).toBe('missing')
    const refused = await patientClient.post(`${path}/seats`)
    expect([refused.status, refused.body.code]).toEqual([409, 'not_licensed'])
  })

  it('requires the own license of a colleague who covers', async () => {
    const { path } = await waiting()
    const texan = await hospital.signIn(await hospital.addPractitioner([sampleLicense('TX')]))
    expect((await texan.post(`${path}/admit`)).body.code).toBe('not_licensed')
  })

  it('gives a colleague a seat on their own license only, and a nurse one on that of the treating practitioner', async () => {
    const { path } = await waiting()
    const texan = await hospital.signIn(await hospital.addPractitioner([sampleLicense('TX')]))
    const refused = await texan.post(`${path}/seats`)
    expect([refused.status, refused.body.code]).toEqual([409, 'not_licensed'])
    const colleague = await hospital.signIn(await hospital.addPractitioner())
    expect((await colleague.post(`${path}/seats`)).status).toBe(201)
    expect((await (await hospital.as('nurse')).post(`${path}/seats`)).status).toBe(201)
  })

  it('keeps what went wrong in a call, over all seats of a person, also when it is reported after the visit', async () => {
    const { path, patientClient, doctorClient, patientSeat, doctorSeat } = await bothIn()
    const record = (seatId: string, troubles: object[], client = patientClient) =>
      client.put(`${path}/seats/${seatId}/troubles`, { troubles })
    const noPath = { trouble: 'no-path', count: 2 }
    for (let time = 0; time < 2; time += 1)
      expect((await record(patientSeat.id, [noPath])).body.participants).toMatchObject([
        { role: 'practitioner', troubles: [] },
        { role: 'patient', troubles: [noPath] },
      ])
    const again = (await patientClient.post(`${path}/seats`)).body
    await record(again.id, [
      { trouble: 'no-path', count: 1 },
      { trouble: 'device-denied', count: 1 },
    ])
    await doctorClient.post(`${path}/end`, { outcome: 'completed' })
    expect((await record(doctorSeat.id, [{ trouble: 'dropped', count: 1 }], doctorClient)).status).toBe(200)
    expect((await doctorClient.get(path)).body.participants).toMatchObject([
      { role: 'practitioner', troubles: [{ trouble: 'dropped', count: 1 }] },
      {
        role: 'patient',
        presence: 'left',
        troubles: [
          { trouble: 'no-path', count: 3 },
          { trouble: 'device-denied', count: 1 },
        ],
      },
    ])
  })

  it('takes what went wrong from the holder of the seat only, in the codes of the contract', async () => {
    const { path, patientClient, doctorClient, patientSeat } = await bothIn()
    const at = `${path}/seats/${patientSeat.id}/troubles`
    expect((await doctorClient.put(at, { troubles: [{ trouble: 'no-path', count: 1 }] })).status).toBe(404)
    expect((await patientClient.put(at, { troubles: [{ trouble: 'sounded odd', count: 1 }] })).status).toBe(400)
    expect((await patientClient.get(path)).body.participants[1].troubles).toEqual([])
  })

  it('gives a person one seat: a new one replaces the previous one', async () => {
    const { path, patientClient, doctorClient, patientSeat, doctorSeat } = await bothIn()
    const again = await patientClient.post(`${path}/seats`)
    expect(again.body.id).not.toBe(patientSeat.id)
    expect(again.body.seats).toEqual([{ id: doctorSeat.id, role: 'practitioner' }])
    const { participants } = (await doctorClient.get(path)).body
    expect(
      participants.map(({ seatId, presence }: { seatId: string; presence: string }) => [seatId, presence]),
    ).toEqual([
      [doctorSeat.id, 'in-room'],
      [again.body.id, 'in-room'],
    ])
  })

  it('shows a person which seat is theirs, and whether another session of theirs took it', async () => {
    const { path, patient, patientClient, doctorClient } = await bothIn()
    const phone = await hospital.signIn(patient)
    const ownFor = async (client: typeof phone) =>
      (await client.get(path)).body.participants.map(({ role, own }: { role: string; own?: string }) => [role, own])
    expect(await ownFor(patientClient)).toContainEqual(['patient', 'this-session'])
    expect(await ownFor(phone)).toContainEqual(['patient', 'another-session'])
    expect((await phone.post(`${path}/seats`)).status).toBe(201)
    expect(await ownFor(patientClient)).toContainEqual(['patient', 'another-session'])
    expect(await ownFor(doctorClient)).toEqual([
      ['practitioner', 'this-session'],
      ['patient', undefined],
    ])
  })

  it('can be left and entered again; a seat can be released by its holder only', async () => {
    const { path, patientClient, doctorClient, patientSeat } = await bothIn()
    expect((await doctorClient.post(`${path}/seats/${patientSeat.id}/leave`)).status).toBe(404)
    const left = await patientClient.post(`${path}/seats/${patientSeat.id}/leave`)
    expect(left.body.participants.at(-1)).toMatchObject({ seatId: patientSeat.id, presence: 'left' })
    expect(left.body.status).toBe('in-progress')
    expect((await patientClient.post(`${path}/seats`)).status).toBe(201)
  })

  it('gives one person so many seats in a short time, even at once, and the other person theirs', async () => {
    const { path, patientClient, doctorClient } = await admitted()
    // So many changes of one visit at once may be answered with 503, `try_again`.
    const take = async (): ReturnType<typeof doctorClient.post> => {
      const answer = await doctorClient.post(`${path}/seats`)
      return answer.status === 503 ? take() : answer
    }
    const answers = await Promise.all(Array.from({ length: 24 }, take))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    const refused = answers.filter(({ status }) => status === 429)
    expect(refused).toHaveLength(4)
    expect(refused[0]?.body.code).toBe('too_many_requests')
    expect(refused[0]?.headers.get('retry-after')).toBe('600')
    expect((await patientClient.post(`${path}/seats`)).status).toBe(201)
  })

  it("is full at the vendor's limit", async () => {
    const { path, patient } = await bothIn()
    const proxy = await hospital.signIn(await hospital.addProxy(patient.personId))
    const third = await proxy.post(`${path}/seats`)
    expect(third.body).toMatchObject({ role: 'proxy' })
    const nurse = await hospital.as('nurse')
    expect((await nurse.post(`${path}/seats`)).body.code).toBe('room_full')
  })

  it('is not found by other patients and organizations', async () => {
    const { path } = await admitted()
    const stranger = await hospital.signIn(await hospital.addPatient())
    const elsewhere = await hospital.as('practitioner', { organizationId: newId(), practitionerId: newId() })
    for (const client of [stranger, elsewhere]) {
      expect((await client.post(`${path}/seats`)).status).toBe(404)
      expect((await client.get(path)).status).toBe(404)
    }
    expect((await stranger.get('/v1/visits/not-an-id')).status).toBe(404)
  })

  it('loses the seat of a session that signed out, not of one that only idled out', async () => {
    const { path, patientClient, doctorClient } = await bothIn()
    expect((await patientClient.delete('/v1/session')).status).toBe(204)
    await hospital.settle()
    const presences = async () =>
      (await doctorClient.get(path)).body.participants.map(({ presence }: { presence: string }) => presence)
    expect(await presences()).toEqual(['in-room', 'left'])
    await hospital.keep('identity', async ({ emit }) => {
      const { session } = doctorClient
      await emit(sampleEvent('identity.session-ended', { sessionId: session.id, reason: 'idle' }))
    })
    await hospital.settle()
    expect(await presences()).toEqual(['in-room', 'left'])
  })

  it('keeps the seat of a clinician whose session idled out by the clock of the server', async () => {
    const { path, patientClient, doctorClient } = await bothIn()
    hospital.clock.advance({ minutes: 16 })
    expect((await doctorClient.get(path)).status).toBe(401)
    await hospital.settle()
    const { participants } = (await patientClient.get(path)).body
    expect(participants.map(({ presence }: { presence: string }) => presence)).toEqual(['in-room', 'in-room'])
  })

  it('starts once when both join at the same moment', async () => {
    const { path, visit, patientClient, doctorClient } = await admitted()
    const seats = await Promise.all([patientClient.post(`${path}/seats`), doctorClient.post(`${path}/seats`)])
    expect(seats.map(({ status }) => status)).toEqual([201, 201])
    expect((await doctorClient.get(path)).body.status).toBe('in-progress')
    const emitted = await eventsOf(hospital, 'visits.started')
    expect(emitted.filter(({ visitId }) => visitId === visit.id)).toHaveLength(1)
  })

  it('is empty after the end, also of people who were just joining', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { path, patientClient, doctorClient } = await admitted()
      const [seat, ended] = await Promise.all([
        patientClient.post(`${path}/seats`),
        doctorClient.post(`${path}/end`, { outcome: 'completed' }),
      ])
      expect([ended.status, [201, 409].includes(seat.status)]).toEqual([200, true])
      const { participants } = (await doctorClient.get(path)).body
      expect(participants.filter(({ presence }: { presence: string }) => presence === 'in-room')).toEqual([])
    }
  })

  it('gives one seat to a person who requests it twice at once', async () => {
    const { path, patientClient, doctorClient } = await admitted()
    const seats = await Promise.all([patientClient.post(`${path}/seats`), patientClient.post(`${path}/seats`)])
    expect(seats.map(({ status }) => status)).toEqual([201, 201])
    expect((await doctorClient.get(path)).body.participants).toHaveLength(1)
  })

  it('sends events with ids and codes only', async () => {
    await bothIn()
    const { rows } = await sql<{ data: Record<string, unknown> }>`
      select data from platform.outbox where type like 'visits.%'`.execute(
      hospital.platform.database.readerAcross('platform'),
    )
    const known = /^([0-9a-f-]{36}|patient|proxy|practitioner|completed|telehealth-treatment|recording)$/
    for (const value of rows.flatMap(({ data }) => Object.values(data).flat())) {
      if (typeof value === 'string') expect(value).toMatch(known)
    }
  })
})
