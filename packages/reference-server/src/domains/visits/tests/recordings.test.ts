import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { eraseKeys } from '../../../platform/vault/erase-keys.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { storeChange } from '../../../test-kit/store-change.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { guestVerbs } from './guest-verbs.testing.ts'
import { withVisitVerbs, type VisitHospital } from './hospital.testing.ts'
import { roomVerbs } from './room-verbs.testing.ts'

/** EBML, so that the server takes it for WebM. */
const webm = (text: string): Buffer => Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.from(text)])

describe.each(domainEngines)('recordings of a call on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
    await offer(true)
  })
  afterAll(() => hospital.stop())
  const { admitted, bothIn } = roomVerbs(() => hospital)
  const { waitingGuest } = guestVerbs(() => hospital)

  const offer = async (callRecording: boolean) => {
    const administrator = await hospital.as('administrator')
    const { version } = await answered(administrator.get('/v1/organization'), 200)
    await answered(administrator.patch('/v1/organization', { version, callRecording }), 200)
  }
  const pieceOf = async (
    client: SignedInClient,
    path: string,
    content: Buffer,
    { id = newId(), number = 0, seats = 0 },
  ) => {
    const response = await client.fetch(`${path}/recordings/${id}/pieces/${number}?seatsVersion=${seats}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/octet-stream' },
      body: new Uint8Array(content),
    })
    return { status: response.status, body: await response.json() }
  }
  const bytesOf = async (client: SignedInClient, path: string, id: string) =>
    Buffer.from(await (await client.fetch(`${path}/recordings/${id}/content`)).arrayBuffer())
  /** Both are in the room, and the clinician has asked. */
  const asked = async () => {
    const room = await bothIn()
    const { recordingRequest } = await answered(room.doctorClient.put(`${room.path}/recording-request`), 200)
    return { ...room, request: recordingRequest, seats: recordingRequest.seatsVersion as number }
  }
  /** The call is being recorded, and has one piece. */
  const recording = async () => {
    const room = await asked()
    const consentId = await hospital.grant(room.patient, 'recording')
    await answered(room.patientClient.post(`${room.path}/recording-answers`, { agrees: true }), 200)
    const id = newId()
    const first = await pieceOf(room.doctorClient, room.path, webm('first '), { id, seats: room.seats })
    expect(first.status, JSON.stringify(first.body)).toBe(200)
    return { ...room, id, consentId }
  }

  it('is off until an administrator turns it on, and then for clinicians only', async () => {
    await offer(false)
    const { path, doctorClient, doctorSeat } = await bothIn()
    expect(doctorSeat).not.toHaveProperty('mayAskToRecord')
    const refused = await doctorClient.put(`${path}/recording-request`)
    expect([refused.status, refused.body.code]).toEqual([409, 'recording_not_offered'])
    await offer(true)
    const { doctorSeat: offered, patientSeat } = await bothIn()
    expect(offered.mayAskToRecord).toBe(true)
    expect(patientSeat).not.toHaveProperty('mayAskToRecord')
  })

  it('ends for everyone when an administrator turns it off, and everyone is asked again when it is on again', async () => {
    const { path, patientClient, doctorClient, seats, id } = await recording()
    const before = hospital.live.delivered.length
    await offer(false)
    const late = await pieceOf(doctorClient, path, Buffer.from('late'), { id, number: 1, seats })
    expect([late.status, late.body.code]).toEqual([409, 'recording_paused'])
    const shown = async () => {
      await hospital.settle()
      const { recording: isRecorded, recordingRequest } = (await patientClient.get(path)).body
      return [isRecorded, recordingRequest]
    }
    expect(await shown()).toEqual([false, undefined])
    expect(hospital.live.delivered.slice(before).map(({ type }) => type)).toContain('visit.changed')
    await offer(true)
    expect(await shown()).toEqual([false, undefined])
    expect(await bytesOf(patientClient, path, id)).toEqual(webm('first '))
  })

  it('nothing is stored until everyone in the room has agreed', async () => {
    const { path, patient, patientClient, doctorClient, doctorSeat, patientSeat, request, seats } = await asked()
    expect(request).toMatchObject({ bySeatId: doctorSeat.id, waitingFor: [patientSeat.id] })
    const early = await pieceOf(doctorClient, path, webm('early'), { seats })
    expect([early.status, early.body.code]).toEqual([409, 'recording_paused'])

    // A yes without the signed consent is none.
    const unsigned = await patientClient.post(`${path}/recording-answers`, { agrees: true })
    expect([unsigned.status, unsigned.body.code, unsigned.body.errors?.[0]?.pointer]).toEqual([
      ...[409, 'consent_missing', 'consent:recording'],
    ])
    await hospital.grant(patient, 'recording')
    // A consent without a yes to this recording is none either.
    expect((await pieceOf(doctorClient, path, webm('early'), { seats })).body.code).toBe('recording_paused')
    const agreed = (await patientClient.post(`${path}/recording-answers`, { agrees: true })).body
    expect(agreed).toMatchObject({ recording: true, recordingRequest: { waitingFor: [] } })

    const id = newId()
    expect((await pieceOf(doctorClient, path, webm('one '), { id, seats })).body).toMatchObject({
      ...{ id, mediaType: 'video/webm', pieces: 1, recorded: ['practitioner', 'patient'] },
    })
    const two = Buffer.from('two')
    expect((await pieceOf(doctorClient, path, two, { id, seats, number: 1 })).body).toMatchObject({ pieces: 2 })
    // Sent again after a lost answer: stored once.
    expect((await pieceOf(doctorClient, path, two, { id, seats, number: 1 })).body).toMatchObject({ pieces: 2 })
    expect((await pieceOf(doctorClient, path, two, { id, seats, number: 5 })).body.code).toBe('piece_out_of_order')
    expect(await bytesOf(patientClient, path, id)).toEqual(webm('one two'))
  })

  it('only the clinician who asked sends pieces, of WebM or MP4', async () => {
    const { path, doctorClient, patientClient, seats, id } = await recording()
    const unknown = await pieceOf(doctorClient, path, Buffer.from('GIF89a, and more'), { seats })
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unsupported_attachment_type'])
    expect((await pieceOf(patientClient, path, webm('mine'), { seats })).status).toBe(403)
    const colleague = await hospital.signIn(await hospital.addPractitioner())
    expect((await pieceOf(colleague, path, webm('mine'), { id, number: 1, seats })).body.code).toBe('no_seat')
    const { id: seatId } = await answered(colleague.post(`${path}/seats`), 201)
    expect((await colleague.put(`${path}/recording-request`)).body.code).toBe('recording_requested')
    await answered(colleague.post(`${path}/seats/${seatId}/leave`), 200)
    const nurse = await hospital.as('nurse')
    await answered(nurse.post(`${path}/seats`), 201)
    expect((await nurse.put(`${path}/recording-request`)).status).toBe(403)
  })

  it('who comes in later stops it until they agree', async () => {
    const { path, visit, doctorClient, patientClient, seats, id } = await recording()
    const { page, path: guestPath } = await waitingGuest(patientClient, visit.appointmentId)
    await answered(doctorClient.post(`${guestPath}/admit`), 200)
    expect((await page.get('/v1/guest-visit')).body.recording).toBe(true)
    const seat = (await page.post('/v1/guest-visit/seats')).body
    const late = await pieceOf(doctorClient, path, Buffer.from('late'), { id, number: 1, seats })
    expect([late.status, late.body.code]).toEqual([409, 'recording_paused'])
    const paused = (await doctorClient.get(path)).body
    expect(paused).toMatchObject({ recording: false, recordingRequest: { waitingFor: [seat.id] } })

    const agreed = (await page.post('/v1/guest-visit/recording-answers', { agrees: true })).body
    expect(agreed).toMatchObject({ recording: true, recordingRequest: { waitingFor: [] } })
    // The recording of before does not go on: it had other people in it.
    const now = paused.recordingRequest.seatsVersion as number
    expect((await pieceOf(doctorClient, path, Buffer.from('on'), { id, number: 1, seats: now })).status).toBe(409)
    expect((await pieceOf(doctorClient, path, webm('with the guest'), { seats: now })).body.recorded).toEqual([
      ...['practitioner', 'patient', 'guest'],
    ])
    expect((await doctorClient.get(`${path}/recordings`)).body.items).toMatchObject([
      { id, recorded: ['practitioner', 'patient'] },
      { recorded: ['practitioner', 'patient', 'guest'] },
    ])
  })

  it('who comes back has agreed already, and begins the next recording', async () => {
    const { path, doctorClient, patientClient, patientSeat, seats, id } = await recording()
    await answered(patientClient.post(`${path}/seats/${patientSeat.id}/leave`), 200)
    await answered(patientClient.post(`${path}/seats`), 201)
    const { recording: isOn, recordingRequest } = (await doctorClient.get(path)).body
    expect([isOn, recordingRequest.waitingFor]).toEqual([true, []])
    expect((await pieceOf(doctorClient, path, Buffer.from('on'), { id, number: 1, seats })).status).toBe(409)
    const next = await pieceOf(doctorClient, path, webm('again'), { seats: recordingRequest.seatsVersion })
    expect(next.status).toBe(200)
  })

  it.each(['patient', 'clinician', 'guest'] as const)('anyone stops it for everyone at once (%s)', async (who) => {
    const { path, visit, doctorClient, patientClient } = await recording()
    const { page, path: guestPath } = await waitingGuest(patientClient, visit.appointmentId)
    await answered(doctorClient.post(`${guestPath}/admit`), 200)
    await answered(page.post('/v1/guest-visit/seats'), 201)
    await answered(page.post('/v1/guest-visit/recording-answers', { agrees: true }), 200)
    const { seatsVersion } = (await doctorClient.get(path)).body.recordingRequest
    const id = newId()
    expect((await pieceOf(doctorClient, path, webm('one'), { id, seats: seatsVersion })).status).toBe(200)
    const stop = { agrees: false }
    const [by, at] = {
      patient: [patientClient, `${path}/recording-answers`] as const,
      clinician: [doctorClient, `${path}/recording-answers`] as const,
      guest: [page, '/v1/guest-visit/recording-answers'] as const,
    }[who]
    const stopped = await answered(by.post(at, stop), 200)
    expect(stopped.recording).toBe(false)
    expect(stopped).not.toHaveProperty('recordingRequest')
    const late = await pieceOf(doctorClient, path, Buffer.from('late'), { id, number: 1, seats: seatsVersion })
    expect(late.body.code).toBe('recording_paused')
    expect((await patientClient.post(`${path}/recording-answers`, { agrees: true })).body.code).toBe(
      'recording_not_requested',
    )
    // Said twice, it changes nothing. Asked again, everyone is asked again.
    expect((await answered(by.post(at, stop), 200)).recording).toBe(false)
    const { recordingRequest } = await answered(doctorClient.put(`${path}/recording-request`), 200)
    expect(recordingRequest.waitingFor).toHaveLength(2)
  })

  it('a guest is notified of each seat that begins or ends it', async () => {
    const { path, visit, doctorClient, patientClient, patientSeat } = await recording()
    const { guest, page, path: guestPath } = await waitingGuest(patientClient, visit.appointmentId)
    await answered(doctorClient.post(`${guestPath}/admit`), 200)
    const notified = async (act: () => Promise<{ status: number }>) => {
      await hospital.settle()
      const before = hospital.live.delivered.length
      expect((await act()).status).toBeLessThan(300)
      await hospital.settle()
      const changes = hospital.live.delivered.slice(before).filter(({ type }) => type === 'guest.changed')
      return changes.filter(({ audience }) => audience.includes(`guest:${guest.id}`)).length
    }
    expect(await notified(() => page.post('/v1/guest-visit/seats'))).toBe(1)
    expect(await notified(() => patientClient.post(`${path}/seats/${patientSeat.id}/leave`))).toBe(1)
    expect(await notified(() => patientClient.post(`${path}/seats`))).toBe(1)
    await answered(page.post('/v1/guest-visit/recording-answers', { agrees: false }), 200)
    expect(await notified(() => patientClient.post(`${path}/seats`))).toBe(0)
  })

  it('ends when the clinician who records is gone, and with the visit', async () => {
    const { path, doctorClient, doctorSeat, patientClient, seats, id } = await recording()
    await answered(doctorClient.post(`${path}/seats/${doctorSeat.id}/leave`), 200)
    expect((await patientClient.get(path)).body.recording).toBe(false)
    await answered(doctorClient.post(`${path}/seats`), 201)
    // Another seat: who records says so again.
    expect((await patientClient.get(path)).body).not.toHaveProperty('recordingRequest')
    await answered(doctorClient.put(`${path}/recording-request`), 200)
    await answered(doctorClient.post(`${path}/end`, { outcome: 'completed' }), 200)
    const late = await pieceOf(doctorClient, path, Buffer.from('late'), { id, number: 1, seats })
    expect(late.body.code).toBe('visit_ended')
    expect((await patientClient.get(path)).body).not.toHaveProperty('recordingRequest')
  })

  it('a revoked consent stops it', async () => {
    const { path, patientClient, doctorClient, consentId, seats, id } = await recording()
    const before = hospital.live.delivered.length
    await answered(patientClient.post(`/v1/consents/${consentId}/revoke`), 200)
    // At once, also while the visit does not know it yet.
    const atOnce = await pieceOf(doctorClient, path, Buffer.from('at once'), { id, number: 1, seats })
    expect([atOnce.status, atOnce.body.code]).toEqual([409, 'recording_paused'])
    await hospital.settle()
    const stopped = (await doctorClient.get(path)).body
    expect(stopped.recording).toBe(false)
    expect(stopped).not.toHaveProperty('recordingRequest')
    // The visit goes on without it.
    expect(stopped).not.toHaveProperty('stoppedFor')
    expect(stopped.participants).toMatchObject([{ presence: 'in-room' }, { presence: 'in-room' }])
    expect((await pieceOf(doctorClient, path, Buffer.from('late'), { id, number: 1, seats })).status).toBe(409)
    expect(hospital.live.delivered.slice(before).map(({ type }) => type)).toContain('visit.changed')
  })

  it('a recording is read by the patient and those who treat them, and each reading is in the list of accesses', async () => {
    const { path, patient, patientClient, doctorClient, id } = await recording()
    for (const client of [patientClient, doctorClient]) expect(await bytesOf(client, path, id)).toEqual(webm('first '))
    const response = await doctorClient.fetch(`${path}/recordings/${id}/content`)
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="visit-recording.webm"')
    const { items } = (await patientClient.get(`/v1/patients/${patient.personId}/accesses?limit=100`)).body
    const acts = items
      .filter(({ entity }: { entity: string }) => entity === 'VisitRecording')
      .map(({ actor, action }: { actor: { kind: string }; action: string }) => `${actor.kind} ${action}`)
    expect(acts.toReversed()).toEqual([
      'member update',
      'patient update',
      'member update',
      ...['patient read', 'member read', 'member read'],
    ])

    const other = await hospital.signIn(await hospital.addPatient())
    expect((await other.get(`${path}/recordings`)).status).toBe(404)
    expect((await other.get(`${path}/recordings/${id}/content`)).status).toBe(404)
    const proxy = await hospital.signIn(await hospital.addProxy(patient.personId))
    expect((await proxy.get(`${path}/recordings`)).body.code).toBe('outside_proxy_scope')
    expect((await (await hospital.as('front-desk')).get(`${path}/recordings`)).status).toBe(403)
    // By way of another visit it is not found.
    const { path: elsewhere, doctorClient: theirs } = await admitted()
    expect((await theirs.get(`${elsewhere}/recordings/${id}/content`)).status).toBe(404)
  })

  it('a recording is encrypted and ends with the record', async () => {
    const { id, path, patient, patientClient } = await recording()
    const { rows } = await sql<{ sealed: Uint8Array }>`
      select sealed from visits.recording_pieces where recording_id = ${id}`.execute(hospital.platform.database.owner())
    expect(rows).toHaveLength(1)
    expect(await bytesOf(patientClient, path, id)).toEqual(webm('first '))
    const stored = Buffer.from(rows[0]?.sealed ?? [])
    expect(stored.includes('first')).toBe(false)
    expect(stored.includes(webm('first ').toString('base64').slice(0, 8))).toBe(false)

    await hospital.keep('compliance', (context) => storeChange(context, { writes: eraseKeys(patient.personId) }))
    hospital.platform.vault.forget(hospital.organizationId, patient.personId)
    const gone = await patientClient.fetch(`${path}/recordings/${id}/content`)
    expect([gone.status, (await gone.json()).code]).toEqual([410, 'record_erased'])
  })
})
