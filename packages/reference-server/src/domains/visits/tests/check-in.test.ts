import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { checkInBody, sampleLicense, type Person, withVisitVerbs, type VisitHospital } from './hospital.testing.ts'

describe.each(domainEngines)('check-in on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())

  const twoPeople = async () => ({
    patient: await hospital.addPatient(),
    practitioner: await hospital.addPractitioner(),
  })
  /** A booked appointment with consent given, at the moment when check-in opens. */
  const ready = async (more: { practitioner?: Person; visitType?: string; withoutConsent?: boolean } = {}) => {
    const patient = await hospital.addPatient()
    const practitioner = more.practitioner ?? (await hospital.addPractitioner())
    const appointment = await hospital.book(patient, practitioner, more)
    if (!more.withoutConsent) await hospital.grant(patient)
    hospital.moveTo(appointment.checkInFrom)
    const client = await hospital.signIn(patient)
    const path = `/v1/appointments/${appointment.id}/check-in`
    return { patient, practitioner, appointment, client, path }
  }
  const minutesAfter = (instant: string, minutes: number) =>
    new Date(Date.parse(instant) + minutes * 60_000).toISOString()

  it('adds the patient to the queue, and records who changed whose record', async () => {
    const { patient, practitioner, appointment, client, path } = await ready()
    const { status, headers, body } = await client.post(path, checkInBody())
    expect(status, JSON.stringify(body)).toBe(201)
    expect(headers.get('location')).toBe(`/v1/visits/${body.id}`)
    expect(body).toMatchObject({
      appointmentId: appointment.id,
      patientId: patient.personId,
      practitioner: { id: practitioner.practitionerId, states: ['OH'] },
      status: 'waiting',
      location: { line1: '1 Sample Street', state: 'OH', kind: 'home' },
      callbackPhone: '614-555-0142',
      emergencyContact: { name: 'Robin Sample' },
      vendor: 'peer',
      recording: false,
      participants: [],
      checkedInAt: new Date(appointment.checkInFrom).toISOString(),
      version: 1,
    })
    const read = await client.get(`/v1/appointments/${appointment.id}/visit`)
    expect(read.body).toEqual(body)
    const rows = await hospital.accessRows({ patientId: patient.personId, operation: 'checkIn' })
    expect(rows).toMatchObject([
      { action: 'create', entity: 'Visit', outcome: 'done', because: 'visit', actorKind: 'patient' },
    ])
  })

  it('updates the appointment', async () => {
    const { appointment, client, path } = await ready()
    await client.post(path, checkInBody())
    await hospital.settle()
    expect((await client.get(`/v1/appointments/${appointment.id}`)).body.status).toBe('checked-in')
  })

  it('opens at the time in the appointment and closes a quarter of an hour after its end', async () => {
    const { patient, practitioner } = await twoPeople()
    const appointment = await hospital.book(patient, practitioner)
    await hospital.grant(patient)
    const path = `/v1/appointments/${appointment.id}/check-in`
    const at = async (instant: string) => {
      hospital.moveTo(instant)
      const { status, body } = await (await hospital.signIn(patient)).post(path, checkInBody())
      return [status, body.code]
    }
    expect(await at(new Date(Date.parse(appointment.checkInFrom) - 1000).toISOString())).toEqual([409, 'too_early'])
    expect(await at(minutesAfter(appointment.end, 16))).toEqual([409, 'too_late'])
    expect(await at(minutesAfter(appointment.end, 15))).toEqual([201, undefined])
  })

  it('is refused without consent, and the problem names only the consent', async () => {
    const { client, path, patient } = await ready({ withoutConsent: true })
    const { status, body } = await client.post(path, checkInBody())
    expect([status, body.code]).toEqual([409, 'consent_missing'])
    expect(body.errors).toEqual([
      { pointer: 'consent:telehealth-treatment', code: 'required', message: expect.any(String) },
    ])
    const refusals = await hospital.accessRows({ operation: 'checkIn' })
    expect(refusals.at(-1)).toMatchObject({ outcome: 'refused', refusal: 'consent_missing', patientId: null })
    await hospital.grant(patient)
    expect((await client.post(path, checkInBody())).status).toBe(201)
  })

  it('is refused until the questionnaires of the visit type are submitted', async () => {
    const { client, path, appointment } = await ready({ visitType: 'primary-care-visit' })
    expect((await client.post(path, checkInBody())).body.code).toBe('intake_missing')
    const answers = [
      { linkId: 'since', values: [{ code: 'check-up' }] },
      { linkId: 'takes-medicines', values: [{ boolean: false }] },
      { linkId: 'has-allergies', values: [{ boolean: false }] },
    ]
    const form = `/v1/appointments/${appointment.id}/intake/general-check`
    expect((await client.post(`${form}/submit`, { answers, version: 0 })).status).toBe(200)
    expect((await client.post(path, checkInBody())).status).toBe(201)
  })

  it('is refused to a patient who booked in Ohio and is somewhere else today', async () => {
    const { client, path } = await ready()
    expect((await client.post(path, checkInBody('TX'))).body.code).toBe('not_licensed')
    expect((await client.post(path, checkInBody('OH'))).status).toBe(201)
  })

  it('accepts the license until the last minute of its last day by the clock of its state', async () => {
    const practitioner = await hospital.addPractitioner([sampleLicense('OH')], 'America/Chicago')
    const [early, late] = [await hospital.addPatient(), await hospital.addPatient()]
    // Ohio is at UTC-5 in November, and the practitioner an hour behind: shortly before and after midnight in Ohio.
    const midnight = Date.parse(`${hospital.clock.now().toISOString().slice(0, 10)}T05:00:00Z`) + 86_400_000
    const inMinutes = (minute: number) => (midnight + minute * 60_000 - hospital.clock.now().getTime()) / 60_000
    const first = await hospital.book(early, practitioner, { inMinutes: inMinutes(-15) })
    const second = await hospital.book(late, practitioner, { inMinutes: inMinutes(15) })
    await hospital.grant(early)
    await hospital.grant(late)
    const administrator = await hospital.as('administrator')
    const lastDay = new Date(midnight - 12 * 3_600_000).toISOString().slice(0, 10)
    const changed = await administrator.patch(`/v1/practitioners/${practitioner.practitionerId}`, {
      licenses: [sampleLicense('OH', lastDay)],
      // The second visit begins after it.
      affected: 1,
      version: 1,
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)

    const checkInOf = async (person: Person, { id }: { id: string }) =>
      (await hospital.signIn(person)).post(`/v1/appointments/${id}/check-in`, checkInBody())
    hospital.moveTo(new Date(midnight - 1000).toISOString())
    const visit = await checkInOf(early, first)
    expect(visit.status, JSON.stringify(visit.body)).toBe(201)

    hospital.moveTo(new Date(midnight).toISOString())
    expect((await checkInOf(late, second)).body.code).toBe('not_licensed')
    // A patient who entered before midnight cannot enter the room after it.
    const admitted = await (await hospital.signIn(practitioner)).post(`/v1/visits/${visit.body.id}/admit`)
    expect([admitted.status, admitted.body.code]).toEqual([409, 'not_licensed'])
  })

  it('is one visit however often it is requested, and keeps the latest location', async () => {
    const { client, path, appointment, patient } = await ready()
    const [first, second] = await Promise.all([client.post(path, checkInBody()), client.post(path, checkInBody())])
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body.id).toBe(first.body.id)
    const moved = await client.post(path, checkInBody('OH', { callbackPhone: '614-555-0199' }))
    expect(moved.body).toMatchObject({ id: first.body.id, callbackPhone: '614-555-0199', version: 2 })
    const emitted = await eventsOf(hospital, 'visits.checked-in')
    expect(emitted.filter(({ appointmentId }) => appointmentId === appointment.id)).toHaveLength(1)
    expect(emitted.at(-1)).toMatchObject({ patientId: patient.personId, version: 1 })
  })

  it('keeps the device check and the location that two screens send at the same time', async () => {
    const { client, path } = await ready()
    const { id } = (await client.post(path, checkInBody())).body
    const check = { camera: 'ok', microphone: 'ok', speaker: 'ok', connection: 'good', supported: true }
    const said = await Promise.all([
      client.put(`/v1/visits/${id}/device-check`, check),
      client.post(path, checkInBody('OH', { callbackPhone: '614-555-0199' })),
      client.put(`/v1/visits/${id}/device-check`, check),
    ])
    expect(said.map(({ status }) => status)).toEqual([200, 201, 200])
    const now = await client.get(`/v1/visits/${id}`)
    expect(now.body).toMatchObject({ callbackPhone: '614-555-0199', deviceCheck: check, version: 4 })
  })

  it('is refused to other patients, other organizations, and for a cancelled appointment', async () => {
    const { path, appointment, client } = await ready()
    const stranger = await hospital.signIn(await hospital.addPatient())
    expect((await stranger.post(path, checkInBody())).status).toBe(404)
    const elsewhere = await hospital.as('nurse', { organizationId: newId() })
    expect((await elsewhere.post(path, checkInBody())).status).toBe(404)
    const desk = await hospital.as('front-desk')
    const cancelled = await desk.post(`/v1/appointments/${appointment.id}/cancel`, { reason: 'patient-request' })
    expect(cancelled.status).toBe(200)
    expect((await client.post(path, checkInBody())).body.code).toBe('check_in_not_allowed')
  })

  it('can be done by a proxy, who is recorded as the source of the location', async () => {
    const { path, patient } = await ready()
    const proxy = await hospital.signIn(await hospital.addProxy(patient.personId))
    const { status, body } = await proxy.post(path, checkInBody())
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body.patientId).toBe(patient.personId)
  })

  it('stores the location of the patient encrypted only', async () => {
    const { client, path } = await ready()
    const canary = 'Quarantine Heights'
    const { body } = await client.post(path, {
      ...checkInBody(),
      location: { ...checkInBody().location, city: canary },
      callbackPhone: '614-555-0177',
    })
    expect(body.location.city).toBe(canary)
    await hospital.settle()
    const reader = hospital.platform.database.owner()
    for (const table of [
      'visits.visits',
      'visits.seats',
      'visits.presences',
      'platform.outbox',
      'platform.replays',
      'audit.accesses',
    ]) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(reader)
      if (table !== 'visits.seats' && table !== 'visits.presences') expect(rows.length).toBeGreaterThan(0)
      const text = rows.map(({ row }) => row).join('\n')
      expect(text).not.toContain(canary)
      expect(text).not.toContain(Buffer.from(canary).toString('hex'))
      expect(text).not.toContain('614-555-0177')
    }
  })

  it('asks whom to call in an emergency, or why the patient names no one; the clinician reads it, and a new location keeps it', async () => {
    const { client, path, practitioner } = await ready()
    const { emergencyContact: _, ...silent } = checkInBody()
    const refused = await client.post(path, silent)
    expect([refused.status, refused.body.code, refused.body.errors?.[0]?.pointer]).toEqual([
      422,
      'emergency_contact_missing',
      '/emergencyContact',
    ])
    const { status, body } = await client.post(path, { ...silent, noEmergencyContact: 'none-to-name' })
    expect([status, body.noEmergencyContact, body.emergencyContact]).toEqual([201, 'none-to-name', undefined])
    expect((await client.post(path, silent)).body.code).toBe('emergency_contact_missing')
    const moved = await client.put(`/v1/visits/${body.id}/location`, { ...silent, callbackPhone: '614-555-0199' })
    expect([moved.status, moved.body.noEmergencyContact]).toEqual([200, 'none-to-name'])
    const read = await (await hospital.signIn(practitioner)).get(`/v1/visits/${body.id}`)
    expect(read.body).toMatchObject({ callbackPhone: '614-555-0199', noEmergencyContact: 'none-to-name' })
    const named = await client.put(`/v1/visits/${body.id}/location`, checkInBody())
    expect([named.body.noEmergencyContact, named.body.emergencyContact.name]).toEqual([undefined, 'Robin Sample'])
  })

  it('records a new location, and refuses one without a license until the visit is in progress', async () => {
    const { client, path } = await ready()
    const { body } = await client.post(path, checkInBody())
    const location = `/v1/visits/${body.id}/location`
    const away = await client.put(location, checkInBody('KY'))
    expect([away.status, away.body.code]).toEqual([409, 'not_licensed'])
    const moved = await client.put(location, {
      ...checkInBody(),
      location: { ...checkInBody().location, kind: 'other' },
    })
    expect(moved.body.location.kind).toBe('other')
    expect(moved.body.version).toBe(2)
  })

  it('refuses an address without a street, and points to it', async () => {
    const { client, path } = await ready()
    const { status, body } = await client.post(
      path,
      checkInBody('OH', { location: { city: 'X', state: 'OH', kind: 'home' } }),
    )
    expect(status).toBe(400)
    expect(body.errors[0].pointer).toBe('/location/line1')
  })

  it('refuses to continue without a callback number, and points to it', async () => {
    const { client, path } = await ready()
    const { callbackPhone: _, ...withoutNumber } = checkInBody()
    const { status, body } = await client.post(path, withoutNumber)
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, '/callbackPhone'])
  })
})
