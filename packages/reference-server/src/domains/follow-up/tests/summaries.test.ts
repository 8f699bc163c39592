import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { printedText } from '../../../platform/documents/read-pdf.testing.ts'
import { eventsOf } from '../../visits/tests/testing.ts'
import { answered, startWard, type TestWard } from './testing.ts'

describe.each(['pglite', 'postgres'] as const)('the summary of a visit, on %s', (engine) => {
  let ward: TestWard
  beforeAll(async () => {
    ward = await startWard(engine)
  })
  afterAll(() => ward.server.stop())

  const told = async (type: string, visitId: string) =>
    (await eventsOf(ward.server, type)).filter((data) => data['visitId'] === visitId)

  it('is not there for the patient until the note is signed, then says what was done in plain words', async () => {
    const patientId = await ward.addPatient({ language: 'es' })
    const visitId = await ward.visited(patientId)
    const patient = await ward.asPatient(patientId)
    const path = `/v1/visits/${visitId}/summary`
    expect(await answered(patient.get(path), 409)).toMatchObject({ code: 'not_published' })
    expect(await answered((await ward.asDoctor()).get(path), 200)).toMatchObject({ status: 'draft', instructions: [] })
    expect((await answered(patient.get(`/v1/patients/${patientId}/summaries`), 200)).items).toEqual([])

    await ward.sign(visitId, patientId, {
      diagnoses: [
        { code: 'I10', display: 'Essential (primary) hypertension' },
        { code: 'Z99.89', display: 'Dependence on other enabling machines and devices' },
      ],
      medicines: [
        {
          prescriptionId: visitId,
          name: 'Lisinopril 10 MG Oral Tablet',
          directionsText: [{ language: 'es', text: 'Tome 1 tableta cada día.' }],
          status: 'accepted',
          pharmacyName: 'Example Pharmacy',
        },
      ],
      orders: [
        {
          orderId: visitId,
          status: 'partial',
          tests: (['ordered', 'partial', 'final', 'refused', 'cancelled'] as const).map((status) => ({
            name: [{ language: 'en', text: 'Basic metabolic panel' }],
            status,
          })),
        },
        {
          orderId: visitId,
          status: 'cancel-requested',
          tests: [{ name: [{ language: 'en', text: 'Lipid panel' }], status: 'ordered' }],
        },
      ],
    })
    const summary = await answered(patient.get(path), 200)
    expect(summary).toMatchObject({
      visitId,
      patientId,
      status: 'published',
      diagnoses: [
        { code: 'I10', display: 'Presión arterial alta' },
        { code: 'Z99.89', display: 'Dependence on other enabling machines and devices' },
      ],
      instructions: [{ text: 'Take your blood pressure twice a day.' }],
      medicines: [{ name: 'Lisinopril 10 MG Oral Tablet', pharmacyName: 'Example Pharmacy', status: 'accepted' }],
      tests: ['ordered', 'partial', 'ready', 'cancelled', 'cancelled', 'cancelled'].map((status) => ({ status })),
      practitioner: { displayName: 'Dr. Casey Example' },
    })
    expect(summary.correctedAt).toBeUndefined()
    const { items } = await answered(patient.get(`/v1/patients/${patientId}/summaries`), 200)
    expect(items).toMatchObject([{ visitId, practitioner: { displayName: 'Dr. Casey Example' } }])
    expect(await told('follow_up.summary-published', visitId)).toMatchObject([{ patientId, corrected: false }])
    const rows = await ward.server.accessRows({ patientId, operation: 'getVisitSummary' })
    expect(rows.at(-1)).toMatchObject({ outcome: 'done', action: 'read', entity: 'VisitSummary' })
  })

  it('says that it was corrected when what the patient reads changed, and not when nothing did', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    await ward.sign(visitId, patientId)
    await ward.sign(visitId, patientId)
    const path = `/v1/visits/${visitId}/summary`
    expect((await answered((await ward.asPatient(patientId)).get(path), 200)).correctedAt).toBeUndefined()
    await ward.sign(visitId, patientId, {
      instructions: [{ heading: [{ language: 'en', text: 'What to do' }], text: 'Once a day is enough.' }],
    })
    const corrected = await answered((await ward.asPatient(patientId)).get(path), 200)
    expect(corrected).toMatchObject({
      instructions: [{ text: 'Once a day is enough.' }],
      correctedAt: ward.server.clock.now().toISOString(),
    })
    expect((await told('follow_up.summary-published', visitId)).map((data) => data['corrected'])).toEqual([false, true])
  })

  it('proposes the visit that usually follows, which is taken up by booking it and stands again when that falls away', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId, 'primary-care-follow-up')
    await ward.sign(visitId, patientId)
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
    const desk = await ward.server.as('front-desk')
    await answered(desk.post(`/v1/appointments/${booked.id}/cancel`, { reason: 'patient-request' }), 200)
    await ward.server.settle()
    expect((await next()).appointmentId).toBeUndefined()
  })

  it('keeps what the practitioner proposed during the visit, and refuses what nobody offers', async () => {
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
    await ward.sign(visitId, patientId)
    const summary = await answered((await ward.asPatient(patientId)).get(`/v1/visits/${visitId}/summary`), 200)
    expect(summary.nextVisit).toEqual({
      ...range,
      visitTypeId,
      visitTypeName: ward.types.get('cardiology-visit')?.name,
    })
  })

  it('reminds once of a next visit that nobody booked', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    await ward.sign(visitId, patientId)
    const { nextVisit } = await answered((await ward.asPatient(patientId)).get(`/v1/visits/${visitId}/summary`), 200)
    const reminded = async () =>
      (await eventsOf(ward.server, 'follow_up.outreach-wanted')).filter(
        (data) => data['subjectId'] === visitId && data['kind'] === 'next-visit',
      )
    await ward.runJob('follow_up.remind-of-next-visits')
    expect(await reminded()).toEqual([])
    const before = ward.server.clock.now()
    ward.moveTo(`${nextVisit.earliest}T17:00:00Z`)
    await ward.runJob('follow_up.remind-of-next-visits')
    await ward.runJob('follow_up.remind-of-next-visits')
    expect(await reminded()).toEqual([{ patientId, kind: 'next-visit', subjectId: visitId, audience: 'patient' }])
    ward.moveTo(before)
  })

  it('is waited for, not missing, by whoever looks before it has begun; to anybody else it does not exist', async () => {
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

  it('is read by a proxy who may see the record, and by nobody else', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    await ward.sign(visitId, patientId)
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
    await ward.sign(visitId, patientId)
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
    const rows = await ward.server.accessRows({ patientId, operation: 'getVisitSummaryPdf' })
    expect(rows.at(-1)).toMatchObject({ action: 'print', outcome: 'done', entity: 'VisitSummary' })
  })

  it('leaves no word of it readable in the database', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    const canary = 'canary-instruction-7f3a'
    await ward.sign(visitId, patientId, { instructions: [{ heading: [], text: canary }] })
    for (const table of ['follow_up.summaries', 'platform.outbox', 'audit.accesses']) {
      const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(table)} t`.execute(
        ward.server.platform.database.owner(),
      )
      expect(rows.length).toBeGreaterThan(0)
      const text = rows.map(({ row }) => row).join('\n')
      expect(text).not.toContain(canary)
      expect(text).not.toContain(Buffer.from(canary).toString('hex'))
    }
  })
})
