import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { printedText } from '../../../platform/documents/read-pdf.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { written } from '../../prescriptions/tests/practice.testing.ts'
import { withFollowUpVerbs, type FollowUpHospital } from './ward.testing.ts'

describe.each(domainEngines)('the summary of a visit, on %s', (engine) => {
  let ward: FollowUpHospital
  beforeAll(async () => {
    const partners = ['pharmacy', 'laboratory'] as const
    ward = await withFollowUpVerbs(await createTestHospital({ engine, partners }))
  })
  afterAll(() => ward.stop())

  const emitted = async (type: string, visitId: string) =>
    (await eventsOf(ward, type)).filter((data) => data['visitId'] === visitId)

  /** Lisinopril, at a pharmacy that accepts it and reports no more. */
  const prescribed = async (patientId: string, visitId: string): Promise<string> => {
    const doctor = await ward.asDoctor()
    await answered(doctor.put(`/v1/patients/${patientId}/allergies/none-known`), 200)
    const body = written({ visitId, pharmacyId: '9900005' })
    const { id, version } = await answered(doctor.post(`/v1/patients/${patientId}/prescriptions`, body), 201)
    await answered(doctor.post(`/v1/prescriptions/${id}/sign`, { version }), 200)
    await ward.runJob('prescriptions.transmit')
    return id
  }
  const ordered = async (patientId: string, visitId: string, code: string): Promise<string> => {
    const answers = code === 'INR' ? [{ code: 'anticoagulant', value: 'yes' }] : []
    const body = { tests: [{ code, answers }], diagnosisCodes: ['I10'], priority: 'routine', visitId }
    const { id } = await answered((await ward.asDoctor()).post(`/v1/patients/${patientId}/lab-orders`, body), 201)
    await ward.runJob('labs.transmit')
    return id
  }

  it('is not visible to the patient until the note is signed, then describes the visit in plain words', async () => {
    const patientId = await ward.addPatient({
      language: 'es',
      sex: 'female',
      phone: '614-555-0142',
      address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
    })
    const visitId = await ward.visited(patientId)
    const patient = await ward.asPatient(patientId)
    const path = `/v1/visits/${visitId}/summary`
    expect(await answered(patient.get(path), 409)).toMatchObject({ code: 'not_published' })
    expect(await answered((await ward.asDoctor()).get(path), 200)).toMatchObject({ status: 'draft', instructions: [] })
    expect((await answered(patient.get(`/v1/patients/${patientId}/summaries`), 200)).items).toEqual([])

    const [prescriptionId, orderId] = [await prescribed(patientId, visitId), await ordered(patientId, visitId, 'K')]
    const cancelledId = await ordered(patientId, visitId, 'INR')
    const doctor = await ward.asDoctor()
    const { version } = await answered(doctor.get(`/v1/lab-orders/${cancelledId}`), 200)
    await answered(doctor.post(`/v1/lab-orders/${cancelledId}/cancel`, { reason: 'other', version }), 200)
    await ward.sign(visitId, { diagnoses: [{ code: 'I10' }, { code: 'A46' }] })
    const summary = await answered(patient.get(path), 200)
    expect(summary).toMatchObject({
      visitId,
      patientId,
      status: 'published',
      diagnoses: [
        { code: 'I10', display: 'Presión arterial alta' },
        { code: 'A46', display: 'Erysipelas' },
      ],
      instructions: [{ text: 'Take your blood pressure twice a day.' }],
      medications: [
        {
          prescriptionId,
          name: 'lisinopril 10 MG Oral Tablet',
          directionsText: expect.arrayContaining([{ language: 'es', text: expect.stringContaining('Tome 1 tableta') }]),
          pharmacyName: expect.stringMatching(/Pharmacy/),
          status: 'sent',
        },
      ],
      tests: [
        { orderId, status: 'ordered' },
        { orderId: cancelledId, status: 'cancelled' },
      ],
      practitioner: { displayName: 'Dr. Casey Example' },
    })
    expect(summary.correctedAt).toBeUndefined()
    const { items } = await answered(patient.get(`/v1/patients/${patientId}/summaries`), 200)
    expect(items).toMatchObject([{ visitId, practitioner: { displayName: 'Dr. Casey Example' } }])
    expect(await emitted('follow_up.summary-published', visitId)).toMatchObject([{ patientId, corrected: false }])
    const rows = await ward.accessRows({ patientId, operation: 'getVisitSummary' })
    expect(rows.at(-1)).toMatchObject({ outcome: 'done', action: 'read', entity: 'VisitSummary' })
  })

  it('shows a correction when the patient’s text changed, and none when it did not', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    const note = await ward.sign(visitId)
    // The event arrives again and changes nothing.
    await ward.emit('documentation.note-addended', { noteId: note.id, visitId, patientId, version: note.version })
    const path = `/v1/visits/${visitId}/summary`
    expect((await answered((await ward.asPatient(patientId)).get(path), 200)).correctedAt).toBeUndefined()
    await ward.addend(note, 'Once a day is enough.')
    const corrected = await answered((await ward.asPatient(patientId)).get(path), 200)
    expect(corrected).toMatchObject({
      corrections: [{ text: 'Once a day is enough.' }],
      correctedAt: ward.clock.now().toISOString(),
    })
    expect((await emitted('follow_up.summary-published', visitId)).map((data) => data['corrected'])).toEqual([
      false,
      true,
    ])
  })

  it('proposes the usual next visit, which is completed by booking it and open again when the booking is cancelled', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId, 'primary-care-follow-up')
    await ward.sign(visitId)
    const path = `/v1/visits/${visitId}/summary`
    const patient = await ward.asPatient(patientId)
    const next = () => answered(patient.get(path), 200).then((summary) => summary.nextVisit)
    const proposed = await next()
    expect(proposed).toMatchObject({
      visitTypeId: ward.types.get('primary-care-follow-up')?.id,
      practitionerId: ward.doctor.practitionerId,
      earliest: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    })
    expect(proposed.appointmentId).toBeUndefined()

    const booked = await ward.book(patientId, 'primary-care-follow-up')
    expect((await next()).appointmentId).toBe(booked.id)
    const desk = await ward.as('front-desk')
    await answered(desk.post(`/v1/appointments/${booked.id}/cancel`, { reason: 'patient-request' }), 200)
    await ward.settle()
    expect((await next()).appointmentId).toBeUndefined()
  })

  it('keeps the practitioner’s proposal during the visit, and refuses unknown visit types', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    const doctor = await ward.asDoctor()
    const path = `/v1/visits/${visitId}/next-visit`
    const visitTypeId = ward.types.get('cardiology-visit')?.id
    const range = { earliest: '2026-12-10', latest: '2026-12-20' }
    expect(await answered(doctor.put(path, { ...range, visitTypeId: visitId }), 422)).toMatchObject({
      code: 'unknown_visit_type',
    })
    expect(
      await answered(doctor.put(path, { visitTypeId, earliest: '2026-12-20', latest: '2026-12-10' }), 400),
    ).toMatchObject({ code: 'invalid_request', errors: [{ pointer: '/latest' }] })
    expect(await answered(doctor.put(path, { ...range, visitTypeId, practitionerId: visitId }), 400)).toMatchObject({
      errors: [{ pointer: '/practitionerId' }],
    })
    await answered(doctor.put(path, { ...range, visitTypeId }), 200)
    await ward.sign(visitId)
    const summary = await answered((await ward.asPatient(patientId)).get(`/v1/visits/${visitId}/summary`), 200)
    expect(summary.nextVisit).toEqual({
      ...range,
      visitTypeId,
      visitTypeName: ward.types.get('cardiology-visit')?.name,
    })
  })

  it('reminds once of a next visit that is not booked', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    await ward.sign(visitId)
    const { nextVisit } = await answered((await ward.asPatient(patientId)).get(`/v1/visits/${visitId}/summary`), 200)
    const reminded = async () =>
      (await eventsOf(ward, 'follow_up.outreach-requested')).filter(
        (data) => data['subjectId'] === visitId && data['kind'] === 'next-visit',
      )
    await ward.runJob('follow_up.remind-of-next-visits')
    expect(await reminded()).toEqual([])
    const before = ward.clock.now()
    ward.moveTo(`${nextVisit.earliest}T17:00:00Z`)
    await ward.runJob('follow_up.remind-of-next-visits')
    await ward.runJob('follow_up.remind-of-next-visits')
    expect(await reminded()).toEqual([{ patientId, kind: 'next-visit', subjectId: visitId, audience: 'patient' }])
    ward.moveTo(before)
  })

  it('is not published yet before the end of the visit; to others it does not exist', async () => {
    const patientId = await ward.addPatient()
    const appointment = await ward.book(patientId, 'primary-care-follow-up')
    ward.moveTo(appointment.checkInFrom)
    const { id } = await ward.checkIn(appointment)
    const path = `/v1/visits/${id}/summary`
    const reader = await ward.asProxy(patientId, ['record'])
    for (const person of [await ward.asPatient(patientId), reader, await ward.asDoctor()])
      expect(await answered(person.get(path), 409)).toMatchObject({ code: 'not_published' })
    const scheduler = await ward.asProxy(patientId, ['schedule'])
    expect((await scheduler.get(path)).status).not.toBe(409)
    const stranger = await ward.asPatient(await ward.addPatient())
    expect((await stranger.get(path)).status).toBe(404)
  })

  it('is read by a proxy with the record scope, and by no one else', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    await ward.sign(visitId)
    const path = `/v1/visits/${visitId}/summary`
    expect((await (await ward.asProxy(patientId, ['record'])).get(path)).status).toBe(200)
    const scheduler = await ward.asProxy(patientId, ['schedule'])
    expect(await answered(scheduler.get(path), 403)).toMatchObject({ code: 'outside_proxy_scope' })
    const stranger = await ward.asPatient(await ward.addPatient())
    for (const at of [path, `/v1/patients/${patientId}/summaries`, `${path}/pdf`])
      expect((await stranger.get(at)).status).toBe(404)
  })

  it('prints in the patient’s language, and not before it is published', async () => {
    const patientId = await ward.addPatient({ language: 'es', name: { given: 'Ana "Ñ"', family: '=1+1 | ^~\\&' } })
    const visitId = await ward.visited(patientId)
    const path = `/v1/visits/${visitId}/summary/pdf`
    expect(await answered((await ward.asDoctor()).get(path), 409)).toMatchObject({ code: 'not_published' })
    await ward.sign(visitId)
    const patient = await ward.asPatient(patientId)
    const text = await printedText(patient.fetch(path))
    for (const words of [
      'Resumen de su consulta',
      'Paciente',
      'Ana "Ñ" =1+1 | ^~\\&',
      'De qué hablamos',
      '(I10)',
      'Página 1 de 1',
    ])
      expect(text.normalize('NFC')).toContain(words)
    expect(text).toMatch(/\b\d{1,2} de [a-z]+ de 2026/)
    expect(text).not.toMatch(/Summary of your visit|What we talked about|Page 1/)
    const rows = await ward.accessRows({ patientId, operation: 'getVisitSummaryPdf' })
    expect(rows.at(-1)).toMatchObject({ action: 'print', outcome: 'done', entity: 'VisitSummary' })
  })

  it('stores no text of it readable in the database', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    const canary = 'canary-instruction-7f3a'
    await ward.sign(visitId, { instructions: canary })
    for (const table of ['follow_up.summaries', 'platform.outbox', 'audit.accesses']) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(
        ward.platform.database.owner(),
      )
      expect(rows.length).toBeGreaterThan(0)
      const text = rows.map(({ row }) => row).join('\n')
      expect(text).not.toContain(canary)
      expect(text).not.toContain(Buffer.from(canary).toString('hex'))
    }
  })
})
