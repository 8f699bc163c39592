import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { checkInBody, sampleLicense, withVisitVerbs, type VisitHospital } from './hospital.testing.ts'
import { waitingLine } from './waiting-line.testing.ts'

describe.each(domainEngines)('the waiting room on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { queueOf, positionOf, line } = waitingLine(() => hospital)

  it('orders patients by the time of the appointment, whatever the order of check-in', async () => {
    const practitioner = await hospital.addPractitioner()
    const { patients, visits } = await line(practitioner, 3)
    const positions = await Promise.all(patients.map((patient, at) => positionOf(patient, visits[at])))
    expect(positions.map(({ body }) => [body.status, body.position])).toEqual([
      ['waiting', 1],
      ['waiting', 2],
      ['waiting', 3],
    ])
    const { body } = await queueOf(practitioner)
    expect(body.items.map(({ visitId }: { visitId: string }) => visitId)).toEqual(visits.map(({ id }) => id))
  })

  it('gives no estimate of the wait without enough data', async () => {
    const practitioner = await hospital.addPractitioner()
    const { patients, visits } = await line(practitioner, 1)
    const { body } = await positionOf(patients[0]!, visits[0])
    expect(body).toMatchObject({
      position: 1,
      estimate: null,
      practitioner: 'not-present',
      patientId: patients[0]!.personId,
    })
  })

  it('gives a range once the practitioner has past visits', async () => {
    const practitioner = await hospital.addPractitioner()
    const { patients, visits } = await line(practitioner, 2)
    await hospital.keep('visits', async ({ tx, caller, vault, newId: id }) => {
      const { organizationId } = caller
      for (let day = 1; day <= 8; day += 1) {
        const rowId = id()
        const start = new Date(hospital.clock.now().getTime() - day * 86_400_000)
        const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
        const place = { organizationId, table: 'visits.visits', rowId, patientId: patients[0]!.personId }
        const sealed = await vault.seal(tx, place, {})
        await sql`insert into visits.visits (organization_id, id, appointment_id, patient_id, practitioner_id, seen_by, status, modality,
            vendor, appointment_start, appointment_end, required_consents, license_required, questionnaires, checked_in_at,
            admitted_at, started_at, ended_at, outcome, version, sealed)
          values (${organizationId}, ${rowId}, ${id()}, ${place.patientId}, ${practitioner.practitionerId}, ${practitioner.practitionerId},
            'ended', 'video', 'peer', ${start}, ${after(15)}, '{}', false, '{}', ${after(-10)}, ${after(1)}, ${after(2)},
            ${after(13 + (day % 3))}, 'completed', 4, ${sealed})`.execute(tx)
      }
    })
    // A practitioner who is absent gets no estimate.
    await queueOf(practitioner)
    const [first, second] = await Promise.all(patients.map((patient, at) => positionOf(patient, visits[at])))
    expect(first!.body.estimate.fromMinutes).toBeLessThanOrEqual(first!.body.estimate.toMinutes)
    expect(Number.isInteger(first!.body.estimate.toMinutes)).toBe(true)
    expect(second!.body.estimate.toMinutes).toBeGreaterThan(first!.body.estimate.toMinutes)
  })

  it('shows the practitioner each patient, open requirements and whose page is open', async () => {
    const practitioner = await hospital.addPractitioner()
    const { patients, visits } = await line(practitioner, 2)
    await positionOf(patients[0]!, visits[0])
    const client = await hospital.signIn(patients[0]!)
    const check = { camera: 'blocked', microphone: 'ok', speaker: 'ok', connection: 'good', supported: true }
    expect((await client.put(`/v1/visits/${visits[0].id}/device-check`, check)).body.deviceCheck).toEqual(check)
    const { status, body } = await queueOf(practitioner)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.items[0]).toMatchObject({
      visitId: visits[0].id,
      patient: { id: patients[0]!.personId, displayName: 'Pat Sample' },
      status: 'waiting',
      readiness: { consent: 'done', intake: 'not-required', device: 'problem', license: 'ok' },
      alerts: [],
      present: true,
    })
    expect(body.items[1]).toMatchObject({ readiness: { device: 'not-checked' }, present: false })
    const rows = await hospital.accessRows({ operation: 'getQueue' })
    expect(
      rows
        .slice(-2)
        .map(({ patientId }) => patientId)
        .toSorted(),
    ).toEqual(patients.map(({ personId }) => personId).toSorted())
  })

  it('lists who is still expected today, until they check in', async () => {
    const practitioner = await hospital.addPractitioner()
    const patient = await hospital.addPatient()
    const appointment = await hospital.book(patient, practitioner, { inMinutes: 65 })
    await hospital.grant(patient)
    const expected = async () => (await queueOf(practitioner)).body.expected
    expect(await expected()).toMatchObject([
      { id: appointment.id, patient: { displayName: 'Pat Sample' }, status: 'booked' },
    ])
    hospital.moveTo(appointment.checkInFrom)
    const client = await hospital.signIn(patient)
    await client.post(`/v1/appointments/${appointment.id}/check-in`, checkInBody())
    expect(await expected()).toEqual([])
  })

  it('lists before midnight who is expected soon after it, and not who comes later', async () => {
    const now = hospital.clock.now().toISOString()
    const practitioner = await hospital.addPractitioner()
    // A quarter to midnight in New York.
    hospital.moveTo('2026-12-02T04:45:00Z')
    const soon = await hospital.book(await hospital.addPatient(), practitioner, { inMinutes: 75 })
    await hospital.book(await hospital.addPatient(), practitioner, { inMinutes: 180 })
    expect((await queueOf(practitioner)).body.expected).toMatchObject([{ id: soon.id }])
    hospital.moveTo(now)
  })

  it('shows what the patient wrote at booking and an emergency answer, before the check-in and after', async () => {
    const practitioner = await hospital.addPractitioner()
    const patient = await hospital.addPatient()
    const reason = 'My skin itches since Sunday'
    const appointment = await hospital.book(patient, practitioner, { visitType: 'dermatology-visit', reason })
    for (const purpose of appointment.requiredConsents) await hospital.grant(patient, purpose)
    const client = await hospital.signIn(patient)
    const form = `/v1/appointments/${appointment.id}/intake/skin-check`
    const swelling = { linkId: 'swelling-breath', values: [{ boolean: true }] }
    expect((await client.put(form, { answers: [swelling], version: 0 })).status).toBe(200)
    const shown = { reason, alerts: ['severe-allergic-reaction'] }
    expect((await queueOf(practitioner)).body.expected).toMatchObject([{ id: appointment.id, ...shown }])
    const answers = [
      swelling,
      { linkId: 'kind', values: [{ code: 'rash' }] },
      { linkId: 'where', values: [{ code: 'face' }] },
    ]
    expect((await client.post(`${form}/submit`, { answers, version: 1 })).status).toBe(200)
    hospital.moveTo(appointment.checkInFrom)
    const later = await hospital.signIn(patient)
    expect((await later.post(`/v1/appointments/${appointment.id}/check-in`, checkInBody())).status).toBe(201)
    expect((await queueOf(practitioner)).body.items).toMatchObject([{ appointmentId: appointment.id, ...shown }])
  })

  it('warns the practitioner of a consent revoked while the patient waits', async () => {
    const practitioner = await hospital.addPractitioner()
    const patient = await hospital.addPatient()
    const appointment = await hospital.book(patient, practitioner, { inMinutes: 65 })
    const consentId = await hospital.grant(patient)
    hospital.moveTo(appointment.checkInFrom)
    const client = await hospital.signIn(patient)
    const visit = (await client.post(`/v1/appointments/${appointment.id}/check-in`, checkInBody())).body
    await hospital.settle()
    const before = hospital.live.delivered.length
    expect((await client.post(`/v1/consents/${consentId}/revoke`)).status).toBe(200)
    await hospital.settle()
    expect(hospital.live.delivered.slice(before)).toContainEqual(
      expect.objectContaining({
        type: 'visit.changed',
        ids: expect.objectContaining({ visitId: visit.id }),
        audience: [`patient:${patient.personId}`, `practitioner:${practitioner.practitionerId}`],
      }),
    )
    expect((await queueOf(practitioner)).body.items[0].readiness.consent).toBe('open')
    const admitted = await (await hospital.signIn(practitioner)).post(`/v1/visits/${visit.id}/admit`)
    expect([admitted.status, admitted.body.code]).toEqual([409, 'consent_missing'])
  })

  it('removes a patient whose appointment was cancelled at the moment of check-in', async () => {
    const practitioner = await hospital.addPractitioner()
    const { patients, visits, appointments } = await line(practitioner, 2)
    // Scheduling refuses to cancel after check-in. This cancellation was accepted just before the check-in event arrived.
    const concerned = (at: number) => ({ appointmentId: appointments[at]!.id, patientId: patients[at]!.personId })
    const deliver = (event: NewEvent) => hospital.keep('scheduling', ({ emit }) => emit(event))
    await deliver(sampleEvent('scheduling.appointment-cancelled', concerned(0)))
    const colleague = await hospital.addPractitioner()
    const { start, end } = appointments[1]!
    await deliver(
      sampleEvent('scheduling.appointment-rescheduled', {
        ...concerned(1),
        practitionerId: colleague.practitionerId ?? '',
        start,
        end,
      }),
    )
    await hospital.settle()
    expect((await queueOf(practitioner)).body.items).toEqual([])
    expect((await queueOf(colleague)).body.items).toMatchObject([{ visitId: visits[1].id, status: 'waiting' }])
    expect((await positionOf(patients[0]!, visits[0])).body).toMatchObject({ status: 'ended', position: 0 })
  })

  it('is not shown to patients or another organization', async () => {
    const practitioner = await hospital.addPractitioner()
    const { patients, visits } = await line(practitioner, 1)
    const path = `/v1/practitioners/${practitioner.practitionerId}/queue`
    expect((await (await hospital.signIn(patients[0]!)).get(path)).status).toBe(403)
    const elsewhere = await hospital.as('practitioner', { organizationId: newId(), practitionerId: newId() })
    expect((await elsewhere.get(path)).status).toBe(404)
    expect((await elsewhere.get(`/v1/visits/${visits[0].id}`)).status).toBe(404)
    expect((await elsewhere.post(`/v1/visits/${visits[0].id}/admit`)).status).toBe(404)
    expect((await positionOf(await hospital.addPatient(), visits[0])).status).toBe(404)
  })

  it('removes patients who were never admitted', async () => {
    const practitioner = await hospital.addPractitioner([sampleLicense('OH')])
    const { visits, appointments } = await line(practitioner, 1)
    hospital.moveTo(new Date(Date.parse(appointments[0]!.end) + 3 * 3_600_000 + 1000).toISOString())
    await hospital.runJob('visits.end-stale-visits')
    const nurse = await hospital.as('nurse')
    expect((await nurse.get(`/v1/visits/${visits[0].id}`)).body).toMatchObject({
      status: 'ended',
      outcome: 'patient-left',
    })
    expect((await queueOf(practitioner)).body.items).toEqual([])
  })
})
