import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { checkInBody, withVisitVerbs, type VisitHospital } from '../../visits/tests/hospital.testing.ts'

const phq9 = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8']
const choose = (linkId: string, code: string) => ({ linkId, values: [{ code }] })
/** "Not at all" to every item, except for those given. */
const answers = (given: Record<string, string> = {}) =>
  phq9.map((linkId) => choose(linkId, given[linkId] ?? 'LA6568-5'))

describe.each(domainEngines)('questionnaires before the visit, on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())

  const booked = async () => {
    const [patient, practitioner] = [await hospital.addPatient(), await hospital.addPractitioner()]
    const appointment = await hospital.book(patient, practitioner, {
      visitType: 'behavioral-health-session',
      inMinutes: 800,
    })
    const client = await hospital.signIn(patient)
    const path = `/v1/appointments/${appointment.id}/intake`
    return { patient, practitioner, appointment, client, path, form: `${path}/phq-9` }
  }

  it('are listed by code, page by page, and read in English and Spanish', async () => {
    const client = await hospital.as('nurse')
    const first = (await client.get('/v1/questionnaires?limit=3')).body
    expect(first.items.map(({ code }: { code: string }) => code)).toEqual(['child-check', 'gad-7', 'general-check'])
    const rest = (await client.get(`/v1/questionnaires?cursor=${first.nextCursor}`)).body
    expect(rest.items.map(({ code }: { code: string }) => code)).toEqual([
      'heart-check',
      'phq-9',
      'skin-check',
      'still-right',
      'urgent-check',
    ])
    expect(rest.nextCursor).toBeNull()
    expect(rest.items[1]).toMatchObject({ code: 'phq-9', version: 1, questionCount: 10 })
    const { status, body } = await client.get('/v1/questionnaires/phq-9')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.title.map(({ language }: { language: string }) => language)).toEqual(['en', 'es'])
    expect(body.copyright).toContain('No permission required')
    expect((await client.get('/v1/questionnaires/phq-9?version=1')).body).toEqual(body)
    expect((await client.get('/v1/questionnaires/phq-9?version=7')).status).toBe(404)
    expect((await client.get('/v1/questionnaires/nothing')).status).toBe(404)
  })

  it('are saved as typed, restored, and submitted with a score', async () => {
    const { client, path, form, appointment, patient } = await booked()
    expect((await client.get(path)).body).toMatchObject({
      appointmentId: appointment.id,
      patientId: patient.personId,
      items: [{ questionnaireCode: 'phq-9', status: 'not-started', answers: [], version: 0 }],
    })
    const draft = [choose('44250-9', 'LA6570-1')]
    const saved = await client.put(form, { answers: draft, version: 0 })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    expect(saved.body).toMatchObject({ status: 'draft', answers: draft, scores: [], emergencies: [], version: 1 })
    expect((await client.get(path)).body.items[0]).toEqual(saved.body)

    const missing = await client.post(`${form}/submit`, { answers: draft, version: 1 })
    expect([missing.status, missing.body.code]).toEqual([422, 'answers_missing'])
    expect(missing.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
      [...phq9.slice(1), '69722-7'].map((linkId) => `question:${linkId}`),
    )
    const whole = [...answers({ '44250-9': 'LA6570-1', '44254-1': 'LA6571-9' }), choose('69722-7', 'LA6573-5')]
    const submitted = await client.post(`${form}/submit`, { answers: whole, version: 1 })
    expect(submitted.status, JSON.stringify(submitted.body)).toBe(200)
    expect(submitted.body).toMatchObject({
      status: 'submitted',
      scores: [{ code: 'phq-9-total', value: 5, band: 'mild' }],
      version: 2,
    })
    const closed = await client.put(form, { answers: draft, version: 2 })
    expect([closed.status, closed.body.code]).toEqual([409, 'already_submitted'])
    const rows = await hospital.accessRows({ patientId: patient.personId, operation: 'submitIntake' })
    expect(rows).toMatchObject([{ outcome: 'done', action: 'update', entity: 'Intake', because: 'intake' }])
  })

  it('are not lost when two screens save at once: the later save is refused', async () => {
    const { client, form } = await booked()
    // The first save inserts the form, the second one updates it: both can conflict.
    for (const version of [0, 1]) {
      const saves = await Promise.all([
        client.put(form, { answers: [choose('44250-9', 'LA6569-3')], version }),
        client.put(form, { answers: [choose('44255-8', 'LA6569-3')], version }),
      ])
      expect(saves.map(({ status }) => status).toSorted()).toEqual([200, 409])
      expect(saves.find(({ status }) => status === 409)?.body.code).toBe('version_conflict')
    }
  })

  it('accept the same save twice when the first response was lost', async () => {
    const { client, form } = await booked()
    const save = () => client.put(form, { answers: [choose('44250-9', 'LA6569-3')], version: 0 })
    const first = await save()
    const again = await save()
    expect([again.status, again.body]).toEqual([200, first.body])
  })

  it('notify the clinic at once of an emergency answer, even in a draft', async () => {
    const { client, form, appointment, patient, practitioner } = await booked()
    await hospital.settle()
    const before = hospital.live.delivered.length
    const saved = await client.put(form, { answers: [choose('44260-8', 'LA6569-3')], version: 0 })
    expect(saved.body.emergencies).toEqual(['self-harm-thoughts'])
    await hospital.settle()
    expect(hospital.live.delivered.slice(before)).toContainEqual(
      expect.objectContaining({
        type: 'intake.changed',
        ids: expect.objectContaining({ appointmentId: appointment.id }),
        audience: [`patient:${patient.personId}`, `practitioner:${practitioner.practitionerId}`],
      }),
    )
    const emitted = (await eventsOf(hospital, 'intake.emergency-raised')).filter(
      (data) => data['appointmentId'] === appointment.id,
    )
    // The triggered rule is health information and is read where the access is recorded.
    expect(emitted).toEqual([
      {
        appointmentId: appointment.id,
        patientId: patient.personId,
        practitionerId: practitioner.practitionerId,
        version: 1,
      },
    ])
    await client.put(form, { answers: [choose('44260-8', 'LA6571-9')], version: 1 })
    expect(
      (await eventsOf(hospital, 'intake.emergency-raised')).filter((data) => data['appointmentId'] === appointment.id),
    ).toHaveLength(1)
  })

  it('appear as an alert in the practitioner’s queue', async () => {
    const { client, form, appointment, patient, practitioner } = await booked()
    const whole = [...answers({ '44260-8': 'LA6569-3' }), choose('69722-7', 'LA6572-7')]
    expect((await client.post(`${form}/submit`, { answers: whole, version: 0 })).status).toBe(200)
    await hospital.grant(patient)
    hospital.moveTo(appointment.checkInFrom)
    const late = await hospital.signIn(patient)
    const checkedIn = await late.post(`/v1/appointments/${appointment.id}/check-in`, checkInBody())
    expect(checkedIn.status, JSON.stringify(checkedIn.body)).toBe(201)
    const doctor = await hospital.signIn(practitioner)
    const { body } = await doctor.get(`/v1/practitioners/${practitioner.practitionerId}/queue`)
    expect(body.items[0]).toMatchObject({ alerts: ['self-harm-thoughts'], readiness: { intake: 'done' } })

    const { database, vault } = hospital.platform
    const access = createAccess(doctor.caller, 'organization')
    const db = database.reader({ domain: 'visits', organizationId: hospital.organizationId })
    const context = {
      caller: doctor.caller,
      access,
      vault,
      db,
      now: hospital.clock.now(),
      requestId: newId(),
      newId,
    }
    expect(await hospital.provides.intake.statusOf(context, appointment.id)).toEqual({
      status: 'done',
      emergencies: ['self-harm-thoughts'],
    })
    expect([...access.touched]).toEqual([patient.personId])
  })

  it('name an unknown question, and an invalid value without repeating it', async () => {
    const { client, form } = await booked()
    const unknown = await client.put(form, { answers: [choose('made-up', 'x')], version: 0 })
    expect([unknown.status, unknown.body.code]).toEqual([422, 'unknown_question'])
    const wrong = await client.put(form, { answers: [choose('44250-9', 'SECRET-VALUE')], version: 0 })
    expect([wrong.status, wrong.body.code]).toEqual([422, 'answers_invalid'])
    expect(wrong.body.errors).toMatchObject([{ pointer: '/answers/0/values/0', code: 'unknown_option' }])
    expect(JSON.stringify(wrong.body)).not.toContain('SECRET-VALUE')
  })

  it('are not accessible to other patients, to another organization or with another questionnaire', async () => {
    const { client, path, form } = await booked()
    const stranger = await hospital.signIn(await hospital.addPatient())
    const elsewhere = await hospital.as('nurse', { organizationId: newId() })
    for (const other of [stranger, elsewhere]) {
      expect((await other.get(path)).status).toBe(404)
      expect((await other.put(form, { answers: [], version: 0 })).status).toBe(404)
    }
    expect((await client.put(`${path}/gad-7`, { answers: [], version: 0 })).status).toBe(404)
    expect((await client.get('/v1/appointments/nothing/intake')).status).toBe(404)
  })

  it('are closed once the appointment is cancelled', async () => {
    const { client, form, appointment } = await booked()
    const desk = await hospital.as('front-desk')
    await desk.post(`/v1/appointments/${appointment.id}/cancel`, { reason: 'patient-request' })
    const { status, body } = await client.put(form, { answers: [], version: 0 })
    expect([status, body.code]).toEqual([409, 'appointment_closed'])
  })

  it('keep who answered: a proxy with their relationship, staff as staff', async () => {
    const { form, patient, appointment } = await booked()
    const proxy = await hospital.addProxy(patient.personId)
    const saved = await (await hospital.signIn(proxy)).put(form, { answers: answers().slice(0, 2), version: 0 })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const nurse = await hospital.as('nurse')
    await nurse.post(`${form}/submit`, { answers: answers(), version: 1 })
    const authors = await hospital.keep('intake', async ({ tx, caller, access, vault }) => {
      const { rows } = await sql<{ id: string; patient_id: string; sealed: Buffer }>`
        select id, patient_id, sealed from intake.forms where appointment_id = ${appointment.id}`.execute(tx)
      const { id, patient_id, sealed } = rows[0]!
      const place = { organizationId: caller.organizationId, table: 'intake.forms', rowId: id, patientId: patient_id }
      return (await vault.open<{ authors: unknown }>(tx, access, place, sealed)).authors
    })
    expect(authors).toMatchObject([
      { personId: proxy.personId, kind: 'proxy', relationship: 'spouse' },
      { personId: nurse.caller.personId, kind: 'member', relationship: 'staff' },
    ])
  })

  it('leave no answer readable in the database', async () => {
    const { appointment: _, ...mine } = await booked()
    await mine.client.put(mine.form, { answers: [choose('44260-8', 'LA6571-9')], version: 0 })
    const owner = hospital.platform.database.owner()
    for (const table of ['intake.forms', 'platform.outbox', 'audit.accesses']) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(owner)
      expect(rows.length).toBeGreaterThan(0)
      const text = rows.map(({ row }) => row).join('\n')
      for (const canary of ['LA6571-9', 'self-harm-thoughts']) {
        expect(text).not.toContain(canary)
        expect(text).not.toContain(Buffer.from(canary).toString('hex'))
      }
    }
  })
})
