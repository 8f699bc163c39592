import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { checkInBody, type Person } from '../../visits/tests/hospital.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withNoteVerbs, type NoteHospital } from './documenting-hospital.testing.ts'

type Schemas = components['schemas']

const phq9 = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8']

describe.each(domainEngines)('the chart on %s', (engine) => {
  let hospital: NoteHospital
  let practitioner: Person
  beforeAll(async () => {
    hospital = withNoteVerbs(await createTestHospital({ engine }))
    practitioner = await hospital.addClinician()
  })
  afterAll(() => hospital.stop())

  const penicillin = { substance: { rxcui: '7980', name: 'Penicillin G' }, reaction: 'Hives', severity: 'moderate' }

  it('distinguishes never asked, no known allergies, and some', async () => {
    const { personId } = await hospital.addPatient()
    const client = await hospital.signIn(practitioner)
    const path = `/v1/patients/${personId}/allergies`
    expect((await client.get(path)).body).toEqual({ patientId: personId, asked: false, items: [] })
    expect((await client.put(`${path}/none-known`)).body).toEqual({ patientId: personId, asked: true })
    expect((await client.get(path)).body).toEqual({ patientId: personId, asked: true, items: [] })
    const { status, body: allergy } = await client.post(path, penicillin)
    expect([status, allergy.status, allergy.version]).toEqual([201, 'active', 1])
    expect((await client.put(`${path}/none-known`)).body.code).toBe('has_allergies')
    const emitted = await eventsOf(hospital, 'documentation.allergy-changed')
    expect(emitted.filter(({ patientId }) => patientId === personId)).toEqual([
      { patientId: personId, allergyId: null },
      { patientId: personId, allergyId: allergy.id },
    ])
    expect(JSON.stringify(emitted)).not.toContain('Penicillin')
  })

  it('keeps a resolved allergy, but does not warn prescribers of it', async () => {
    const { personId } = await hospital.addPatient()
    const client = await hospital.signIn(practitioner)
    const path = `/v1/patients/${personId}/allergies`
    const { body: allergy } = await client.post(path, penicillin)
    const context = hospital.readingOf(client)
    expect(await hospital.provides.documentation.allergies(context, personId)).toEqual({
      asked: true,
      items: [{ id: allergy.id, ...penicillin }],
    })
    const change = (status: string, version: number) => client.patch(`${path}/${allergy.id}`, { status, version })
    expect((await change('resolved', 1)).body).toMatchObject({ status: 'resolved', version: 2 })
    expect((await change('active', 1)).body.code).toBe('version_conflict')
    expect((await hospital.provides.documentation.allergies(context, personId)).items).toEqual([])
    expect((await client.get(path)).body.items).toMatchObject([{ id: allergy.id, status: 'resolved' }])
    const other = await hospital.addPatient()
    expect(
      (await client.patch(`/v1/patients/${other.personId}/allergies/${allergy.id}`, { status: 'active', version: 2 }))
        .status,
    ).toBe(404)
  })

  it('is read by the patient and by a proxy with a right to the record', async () => {
    const patient = await hospital.addPatient()
    const self = await hospital.signIn(patient)
    expect((await self.get(`/v1/patients/${patient.personId}/allergies`)).status).toBe(200)
    expect((await self.get(`/v1/patients/${patient.personId}/conditions`)).body.items).toEqual([])
    // The proxy has the scope for visits only.
    const proxy = await hospital.signIn(await hospital.addProxy(patient.personId))
    expect((await proxy.get(`/v1/patients/${patient.personId}/allergies`)).body.code).toBe('outside_proxy_scope')
    expect((await proxy.get(`/v1/patients/${patient.personId}/notes`)).body.code).toBe('outside_proxy_scope')
  })

  it('is refused for a patient who does not exist', async () => {
    const client = await hospital.signIn(practitioner)
    const path = '/v1/patients/01a20000-0000-7000-8000-000000000000'
    for (const part of ['notes', 'allergies', 'conditions'])
      expect((await client.get(`${path}/${part}`)).status).toBe(404)
    expect((await client.post(`${path}/allergies`, penicillin)).status).toBe(404)
  })

  it('finds codes and templates without a patient in the request', async () => {
    const client = await hospital.signIn(practitioner)
    const { body: codes } = await client.get('/v1/diagnosis-codes?search=hypertension&limit=1')
    expect(codes.items).toMatchObject([{ code: 'I10', display: 'Essential (primary) hypertension' }])
    const { body: before } = await client.get('/v1/diagnosis-codes?search=hypertension&on=2015-09-30')
    expect(before.items).toEqual([])
    expect((await client.get('/v1/diagnosis-codes?search=hypertension&on=soon')).status).toBe(400)
    const { body: templates } = await client.get('/v1/note-templates')
    expect(templates.items.map(({ code }: { code: string }) => code)).toContain('soap')
    expect(templates.items[0].sections[0]).not.toHaveProperty('prefill')
  })
})

describe.each(domainEngines)('psychotherapy notes on %s', (engine) => {
  let hospital: NoteHospital
  let therapist: Person
  beforeAll(async () => {
    hospital = withNoteVerbs(await createTestHospital({ engine }))
    therapist = await hospital.addClinician()
  })
  afterAll(() => hospital.stop())

  const secret = 'Spoke of the lantern in the harbour.'
  /** Of a patient whose questionnaire answers include an emergency. */
  const session = async () => {
    const patient = await hospital.addPatient()
    const booking = { visitType: 'behavioral-health-session', inMinutes: 1_500 }
    const appointment = await hospital.book(patient, therapist, booking)
    const self = await hospital.signIn(patient)
    const answers = [...phq9, '69722-7'].map((linkId) => ({
      linkId,
      values: [{ code: linkId === '69722-7' ? 'LA6573-5' : 'LA6569-3' }],
    }))
    const path = `/v1/appointments/${appointment.id}`
    expect((await self.post(`${path}/intake/phq-9/submit`, { answers, version: 0 })).status).toBe(200)
    await hospital.grant(patient)
    hospital.moveTo(appointment.checkInFrom)
    const { body: visit } = await (await hospital.signIn(patient)).post(`${path}/check-in`, checkInBody())
    await (await hospital.signIn(therapist)).post(`/v1/visits/${visit.id}/admit`)
    await hospital.end(therapist, visit.id)
    return visit
  }

  it('are read and written only by the person who held the session', async () => {
    const visit = await session()
    const client = await hospital.signIn(therapist)
    const path = `/v1/visits/${visit.id}/psychotherapy-note`
    expect((await client.get(path)).status).toBe(404)
    const saved = await client.put(path, { text: secret, version: 0 })
    expect([saved.status, saved.body]).toMatchObject([200, { text: secret, version: 1, patientId: visit.patientId }])
    expect((await client.put(path, { text: 'Other', version: 0 })).body.code).toBe('version_conflict')
    expect((await client.put(path, { text: `${secret} More.`, version: 1 })).body.version).toBe(2)
    const colleague = await hospital.signIn(await hospital.addClinician())
    expect((await colleague.get(path)).status).toBe(404)
    expect((await colleague.put(path, { text: 'Mine', version: 0 })).status).toBe(404)
    for (const role of ['nurse', 'front-desk', 'biller', 'privacy-officer', 'administrator'])
      expect((await (await hospital.as(role)).get(path)).status).toBe(403)
    const self = await hospital.signIn({ role: 'patient', personId: visit.patientId, patientIds: [visit.patientId] })
    expect((await self.get(path)).status).toBe(403)
  })

  it('appear in no other document, event or response', async () => {
    const visit = await session()
    const client = await hospital.signIn(therapist)
    await client.put(`/v1/visits/${visit.id}/psychotherapy-note`, { text: secret, version: 0 })
    const { body: note } = await client.post(`/v1/visits/${visit.id}/note`)
    expect([note.templateCode, note.psychotherapyNotes]).toEqual(['behavioral-health', true])
    const textOf = (code: string) => note.sections.find((section: { code: string }) => section.code === code).text
    expect(textOf('measures')).toBe('PHQ-9 total: 9 (Mild)')
    expect(textOf('risk')).toBe('Alert before the visit: thoughts of self-harm')
    expect(note.derived).toEqual(['measures', 'mental-status', 'risk'])
    const toSave = { diagnoses: [{ code: 'F41.1' }], vitals: [], services: [] }
    const asFilledIn = note.sections.map(({ code, text }: Schemas['NoteSection']) => ({ code, text: text || 'Text.' }))
    const untouched = await client.put(`/v1/notes/${note.id}`, {
      ...toSave,
      sections: asFilledIn,
      version: note.version,
    })
    expect(untouched.body.missing).toEqual(['mental-status', 'risk'])
    const refused = await client.post(`/v1/notes/${note.id}/sign`, { version: untouched.body.version })
    expect([refused.status, refused.body.code]).toEqual([422, 'note_incomplete'])
    expect(refused.body.errors).toMatchObject([
      { pointer: 'note:mental-status', message: expect.stringContaining('Add your own assessment') },
      { pointer: 'note:risk', message: expect.stringContaining('Add your own assessment') },
    ])
    const sections = note.sections.map(({ code }: { code: string }) => ({ code, text: 'Text.' }))
    const { body: saved } = await client.put(`/v1/notes/${note.id}`, {
      ...toSave,
      sections,
      version: untouched.body.version,
    })
    const { body: signed } = await client.post(`/v1/notes/${note.id}/sign`, { version: saved.version })
    const context = hospital.readingOf(client)
    const elsewhere = [
      signed,
      (await client.get(`/v1/notes/${note.id}/versions`)).body,
      (await client.get(`/v1/patients/${visit.patientId}/notes`)).body,
      await hospital.provides.documentation.signedNote(context, visit.id),
      await hospital.provides.documentation.conditions(context, visit.patientId),
    ]
    expect(JSON.stringify(elsewhere)).not.toContain('lantern')
    const outbox = await hospital.platform.database
      .readerAcross('platform')
      .selectFrom('platform.outbox')
      .select(['data', 'type'])
      .execute()
    expect(JSON.stringify(outbox)).not.toMatch(/lantern|psychotherapy/)
  })

  it('do not exist outside behavioral health', async () => {
    const visit = await hospital.ended(await hospital.addPatient(), therapist)
    const client = await hospital.signIn(therapist)
    expect((await client.post(`/v1/visits/${visit.id}/note`)).body.psychotherapyNotes).toBe(false)
    expect((await client.put(`/v1/visits/${visit.id}/psychotherapy-note`, { text: secret, version: 0 })).status).toBe(
      404,
    )
  })
})
