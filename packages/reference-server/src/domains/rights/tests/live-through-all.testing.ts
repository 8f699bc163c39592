import { expect } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import type { FollowUpHospital } from '../../follow-up/tests/ward.testing.ts'
import { potassium } from '../../labs/tests/ordering-hospital.testing.ts'
import { written } from '../../prescriptions/tests/practice.testing.ts'
import { liveThroughMore } from './live-through-more.testing.ts'
import { recordCall } from './record-a-call.testing.ts'

export type Ward = FollowUpHospital & TestHospital<'laboratory'>

/** Of a psychotherapy note, which no copy has. */
export const textOfTherapy = 'canary-of-psychotherapy'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A patient with something in every part of the record. */
export const liveThroughAll = async (
  ward: Ward,
  family: string,
): Promise<{ readonly id: string; readonly visitId: string }> => {
  const id = await ward.addPatient({
    name: { given: 'Robin', family },
    phone: '614-555-0142',
    address: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' },
  })
  let patient = await ward.asPatient(id)
  const own = `/v1/patients/${id}`
  await answered(patient.put(`${own}/background`, { birthSex: 'F', version: 0 }), 200)
  const session = await ward.book(id, 'behavioral-health-session')
  const answers = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']
  const form = `/v1/appointments/${session.id}/intake/phq-9`
  const { body: phq } = await patient.get('/v1/questionnaires/phq-9')
  const scored = (phq.items as { linkId: string; type: string; options?: { code: string }[] }[])
    .filter(({ type }) => type === 'choice')
    .map(({ linkId, options }) => ({ linkId, values: [{ code: options?.[0]?.code }] }))
  expect(scored.length).toBeGreaterThanOrEqual(answers.length)
  await answered(patient.post(`${form}/submit`, { answers: scored, version: 0 }), 200)
  ward.moveTo(session.checkInFrom)
  const { id: sessionVisit } = await ward.checkIn(session)
  const therapist = await ward.asDoctor()
  await answered(therapist.post(`/v1/visits/${sessionVisit}/admit`), 200)
  await recordCall(ward, { patientId: id, visitId: sessionVisit, family })
  await answered(
    therapist.put(`/v1/visits/${sessionVisit}/psychotherapy-note`, { text: textOfTherapy, version: 0 }),
    200,
  )
  await answered(therapist.post(`/v1/visits/${sessionVisit}/messages`, { text: 'Can you hear me?' }), 201)
  await answered(therapist.post(`/v1/visits/${sessionVisit}/end`, { outcome: 'completed' }), 200)
  await ward.settle()

  const visitId = await ward.visited(id)
  const doctor = await ward.asDoctor()
  patient = await ward.asPatient(id)
  await answered(doctor.put(`${own}/allergies/none-known`), 200)
  const prescribed = await answered(
    doctor.post(`${own}/prescriptions`, written({ visitId, pharmacyId: '9900005' })),
    201,
  )
  await answered(doctor.post(`/v1/prescriptions/${prescribed.id}/sign`, { version: prescribed.version }), 200)
  await answered(doctor.post(`${own}/prescriptions`, written({ visitId, pharmacyId: '9900005' })), 201)
  await answered(
    doctor.post(`${own}/allergies`, { substance: { name: 'Latex' }, reaction: 'Rash', severity: 'mild' }),
    201,
  )
  const tests = [{ code: 'K', answers: [] }]
  const order = { tests, diagnosisCodes: ['I10'], priority: 'routine', visitId }
  const { id: orderId } = await answered(doctor.post(`${own}/lab-orders`, order), 201)
  await ward.runJob('labs.transmit')
  for (const release of [true, false]) await reported(ward, doctor, orderId, release)
  await answered(
    doctor.put(`${own}/care-plan`, {
      goals: [{ id: 'g1', text: 'Walk', status: 'active' }],
      activities: [],
      version: 0,
    }),
    200,
  )
  const note = await ward.sign(visitId)
  await ward.addend(note, `Added to the note of ${family}.`)
  patient = await ward.asPatient(id)
  await answered(
    patient.put(`/v1/visits/${visitId}/survey`, { rating: 9, couldHearAndSee: true, comment: 'Kind people' }),
    200,
  )
  const file = await sendFile(patient, `${own}/attachments`, 'POST')
  await sendFile(patient, `${own}/coverage-card/front`, 'PUT')
  const { items: payers } = await answered(patient.get('/v1/payers'), 200)
  const coverage = {
    payerId: payers[0].id,
    memberNumber: `M-${family}`,
    relationship: 'self',
    order: 1,
    from: '2026-01-01',
  }
  await answered(patient.post(`${own}/coverages`, coverage), 201)
  await answered(
    patient.post(`${own}/threads`, {
      topic: 'question',
      subject: 'A question',
      text: 'May I swim?',
      attachmentIds: [file],
    }),
    201,
  )
  const officer = await ward.as('privacy-officer')
  const told = {
    patientId: id,
    on: '2026-01-05',
    what: 'The dates of two visits.',
    recipient: { name: 'County Court' },
  }
  await answered(officer.post('/v1/disclosures', { ...told, purpose: 'court' }), 201)
  const held = { ...told, recipient: { name: 'canary-sheriff' }, purpose: 'law-enforcement' }
  const suspension = { until: '2099-12-31', statement: 'written', official: 'Deputy Sample' }
  await answered(officer.post('/v1/disclosures', { ...held, suspension }), 201)
  await liveThroughMore(ward, id, { visitId, note, prescriptionId: prescribed.id })
  await ward.settle()
  return { id, visitId }
}
const sendFile = async (patient: SignedInClient, path: string, method: 'POST' | 'PUT'): Promise<string> => {
  const response = await patient.fetch(path, {
    method,
    headers: { 'content-type': 'application/octet-stream' },
    body: png,
  })
  return ((await response.json()) as { id: string }).id
}

/** A result of the order, which the practitioner releases or keeps back. */
const reported = async (ward: Ward, doctor: SignedInClient, orderId: string, release: boolean): Promise<void> => {
  const { laboratory } = ward.partners
  const placerNumber = laboratory.orders.at(-1)?.placerNumber ?? ''
  await laboratory.report({ placerNumber, fillerNumber: `${placerNumber}-${release}`, values: [potassium('4.4')] })
  const { resultIds } = await answered(doctor.get(`/v1/lab-orders/${orderId}`), 200)
  const result = await answered(doctor.get(`/v1/lab-results/${resultIds.at(-1)}`), 200)
  await answered(doctor.post(`/v1/lab-results/${result.id}/review`, { version: result.version, release }), 200)
}
