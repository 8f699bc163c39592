import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { listenLive } from '../../../test-kit/listen-live.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { checkInBody, type Person, withVisitVerbs, type VisitHospital } from './hospital.testing.ts'

const text = 'The patient is confused and short of breath.'

describe.each(domainEngines)('a visit in an emergency without the consent on %s', (engine) => {
  let hospital: VisitHospital
  let patient: Person
  let practitioner: Person
  let appointmentId: string
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  beforeEach(async () => {
    patient = await hospital.addPatient()
    practitioner = await hospital.addPractitioner()
    const { id, checkInFrom } = await hospital.book(patient, practitioner)
    hospital.moveTo(checkInFrom)
    appointmentId = id
  })

  const admit = async (body: object = {}) =>
    (await hospital.signIn(practitioner)).post(`/v1/appointments/${appointmentId}/emergency-admission`, {
      ...{ reason: 'delay-would-endanger', text, checkIn: checkInBody() },
      ...body,
    })
  const decide = async (decision: 'granted' | 'declined') => {
    const client = await hospital.signIn(patient)
    const path = `/v1/patients/${patient.personId}`
    const { items } = await answered(client.get(`${path}/consent-requirements?purposes=telehealth-treatment`), 200)
    const { document } = items[0]
    const { id: documentId, version, language, contentHash } = document
    return answered(
      client.post(`${path}/consents`, {
        ...{ documentId, version, language, contentHash, decision, zone: 'America/New_York', sectionsSeen: [] },
      }),
      201,
    )
  }
  const takeSeat = async (person: Person, visitId: string) =>
    (await hospital.signIn(person)).post(`/v1/visits/${visitId}/seats`)

  it('begins with a reason and a text, and the patient and the practitioner get their seats', async () => {
    const before = await (
      await hospital.signIn(patient)
    ).post(`/v1/appointments/${appointmentId}/check-in`, checkInBody())
    expect(before.body.code).toBe('consent_missing')
    const { status, body } = await admit()
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body).toMatchObject({ status: 'admitted', emergencyAdmission: { reason: 'delay-would-endanger' } })
    expect((await takeSeat(practitioner, body.id)).status).toBe(201)
    expect((await takeSeat(patient, body.id)).status).toBe(201)
    const read = await (await hospital.signIn(patient)).get(`/v1/visits/${body.id}`)
    expect(read.body).toMatchObject({ status: 'in-progress', emergencyAdmission: { reason: 'delay-would-endanger' } })
    expect(JSON.stringify(read.body)).not.toContain('confused')
    await hospital.settle()
    const appointment = await (await hospital.signIn(patient)).get(`/v1/appointments/${appointmentId}`)
    expect(appointment.body.status).toBe('in-progress')
  })

  it('needs a reason of the list, a text, where the patient is, and a fresh authentication', async () => {
    expect((await admit({ reason: 'convenient' })).status).toBe(400)
    expect((await admit({ text: 'no' })).status).toBe(400)
    const unknown = await admit({ checkIn: undefined })
    expect([unknown.status, unknown.body.code]).toEqual([422, 'check_in_required'])
    const client = await hospital.signIn(practitioner)
    hospital.clock.advance({ minutes: 6 })
    const stale = await client.post(`/v1/appointments/${appointmentId}/emergency-admission`, {
      ...{ reason: 'delay-would-endanger', text, checkIn: checkInBody() },
    })
    expect(stale.body.code).toBe('step_up_required')
  })

  it('is not for a patient who has consented: nothing is missing', async () => {
    await hospital.grant(patient, 'telehealth-treatment', appointmentId)
    const refused = await admit()
    expect([refused.status, refused.body.code]).toEqual([409, 'consent_given'])
  })

  it('never goes before a refusal, unless the patient cannot decide', async () => {
    await decide('declined')
    for (const reason of ['delay-would-endanger', 'nobody-to-decide']) {
      const refused = await admit({ reason })
      expect([refused.status, refused.body.code]).toEqual([409, 'consent_refused'])
    }
    const admitted = await admit({ reason: 'cannot-decide' })
    expect(admitted.status, JSON.stringify(admitted.body)).toBe(201)
    expect((await takeSeat(patient, admitted.body.id)).status).toBe(201)
  })

  it('nor before a consent that was revoked', async () => {
    const consentId = await hospital.grant(patient)
    await answered((await hospital.signIn(patient)).post(`/v1/consents/${consentId}/revoke`), 200)
    expect((await admit()).body.code).toBe('consent_refused')
  })

  it('stops when the patient, who can decide by now, declines', async () => {
    await decide('declined')
    const { body: visit } = await admit({ reason: 'cannot-decide' })
    expect((await takeSeat(patient, visit.id)).status).toBe(201)
    await decide('declined')
    await hospital.settle()
    const read = await (await hospital.signIn(practitioner)).get(`/v1/visits/${visit.id}`)
    expect(read.body.stoppedFor).toEqual(['telehealth-treatment'])
    expect((await takeSeat(patient, visit.id)).body.code).toBe('consent_missing')
  })

  it('waives nothing else, such as the license', async () => {
    expect((await admit({ checkIn: checkInBody('TX') })).body.code).toBe('not_licensed')
  })

  it('admits a patient who waits already, whose consent was replaced in the meantime', async () => {
    await hospital.grant(patient, 'telehealth-treatment', appointmentId)
    const client = await hospital.signIn(patient)
    const visit = await answered(client.post(`/v1/appointments/${appointmentId}/check-in`, checkInBody()), 201)
    const { items } = await answered(client.get(`/v1/patients/${patient.personId}/consents`), 200)
    await answered(client.post(`/v1/consents/${items[0].id}/revoke`), 200)
    const admitted = await admit({ reason: 'cannot-decide', checkIn: undefined })
    expect(admitted.body).toMatchObject({ id: visit.id, status: 'admitted' })
    // The event of what the admission knew arrives later.
    await hospital.settle()
    expect((await client.get(`/v1/visits/${visit.id}`)).body).not.toHaveProperty('stoppedFor')
    expect((await takeSeat(patient, visit.id)).status).toBe(201)
  })

  it('is in the access log with the reason, which the patient reads', async () => {
    await admit({ reason: 'nobody-to-decide' })
    const { body } = await (await hospital.signIn(patient)).get(`/v1/patients/${patient.personId}/accesses?limit=100`)
    expect(body.items).toContainEqual(
      expect.objectContaining({
        action: 'create',
        entity: 'Visit',
        reason: 'emergency-nobody-to-decide',
        purpose: 'ETREAT',
      }),
    )
  })

  it('waits for a privacy officer, who reads why; no one reviews their own, and a review is finished once', async () => {
    const { body: visit } = await admit()
    const officer = await hospital.as('privacy-officer', { personId: newId() })
    const waiting = async () =>
      (await answered(officer.get('/v1/emergency-admissions?waiting=true&limit=100'), 200)).items.find(
        ({ visitId }: { visitId: string }) => visitId === visit.id,
      )
    const report = await waiting()
    expect(report).toMatchObject({
      ...{ patientId: patient.personId, patientName: 'Pat Sample', reason: 'delay-would-endanger', text },
      ...{ refusedBefore: false, admittedBy: { memberId: practitioner.personId }, version: 1 },
    })
    const path = `/v1/emergency-admissions/${report.id}/review`
    const own = await hospital.as('privacy-officer', { personId: practitioner.personId })
    const refused = await own.post(path, { outcome: 'appropriate', version: 1 })
    expect([refused.status, refused.body.code]).toEqual([403, 'own_emergency_admission'])
    expect((await officer.post(path, { outcome: 'not-appropriate', version: 1 })).status).toBe(422)
    await answered(officer.post(path, { outcome: 'more-information', note: 'Call me.', version: 1 }), 200)
    expect(await waiting()).toMatchObject({ review: { outcome: 'more-information', note: 'Call me.' }, text })
    await answered(officer.post(path, { outcome: 'appropriate', version: 2 }), 200)
    expect(await waiting()).toBeUndefined()
    expect((await officer.post(path, { outcome: 'appropriate', version: 3 })).body.code).toBe(
      'emergency_admission_reviewed',
    )
  })

  it('is escalated, once, to administrators when no one reviewed it in three days, and to no one before', async () => {
    const { body: visit } = await admit()
    const chief = () => hospital.as('administrator', { personId: newId() })
    const find = async (client: SignedInClient) =>
      (await answered(client.get('/v1/emergency-admissions?waiting=true&limit=100'), 200)).items.find(
        ({ visitId }: { visitId: string }) => visitId === visit.id,
      )
    const officer = () => hospital.as('privacy-officer', { personId: newId() })
    const report = await find(await officer())
    expect(Date.parse(report.reviewBy) - Date.parse(report.admittedAt)).toBe(3 * 86_400_000)
    const early = await chief()
    expect(await find(early)).toBeUndefined()
    const path = `/v1/emergency-admissions/${report.id}/review`
    expect((await early.post(path, { outcome: 'appropriate', version: 1 })).status).toBe(404)
    hospital.clock.set(new Date(Date.parse(report.reviewBy) - 1_000).toISOString())
    await hospital.runJob('visits.escalate-emergency-admissions')
    expect((await find(await officer())).escalatedAt).toBeUndefined()
    hospital.clock.set(report.reviewBy)
    const late = await chief()
    await hospital.settle()
    const atChief = listenLive(hospital, late)
    await hospital.runJob('visits.escalate-emergency-admissions')
    await hospital.runJob('visits.escalate-emergency-admissions')
    await hospital.settle()
    expect(await find(late)).toMatchObject({ escalatedAt: report.reviewBy, version: 2, text })
    expect(atChief).toMatchObject([
      { type: 'emergency-admission.changed', ids: { emergencyAdmissionId: report.id, patientId: patient.personId } },
    ])
    await answered(late.post(path, { outcome: 'appropriate', version: 2 }), 200)
    expect(await find(await officer())).toBeUndefined()
  })

  it('that was reviewed in time is not escalated', async () => {
    const { body: reviewed } = await admit()
    const officer = await hospital.as('privacy-officer', { personId: newId() })
    const items = async (client: SignedInClient) =>
      (await answered(client.get('/v1/emergency-admissions?limit=100'), 200)).items as {
        id: string
        visitId: string
        reviewBy: string
        escalatedAt?: string
      }[]
    const of = async (client: SignedInClient) => (await items(client)).find(({ visitId }) => visitId === reviewed.id)!
    const { id, reviewBy } = await of(officer)
    await answered(officer.post(`/v1/emergency-admissions/${id}/review`, { outcome: 'appropriate', version: 1 }), 200)
    hospital.clock.set(reviewBy)
    await hospital.runJob('visits.escalate-emergency-admissions')
    expect((await of(await hospital.as('privacy-officer', { personId: newId() }))).escalatedAt).toBeUndefined()
  })
})
