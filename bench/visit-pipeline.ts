import { treatAfterCall, type Aftercare } from './after-call.ts'
import type { ConnectionPool } from './connection-pool.ts'
import { createPersonClient, type PersonClient } from './person-client.ts'
import type { HospitalPerson } from './servers/hospital-people.ts'

export interface VisitResult {
  /** Of each request. */
  readonly milliseconds: readonly number[]
  /** The rows that must be in the ledger according to the contract, by operation. */
  readonly auditRows: Readonly<Record<string, number>>
  /** From the end of the call to the posted claim. Milliseconds. */
  readonly postedAfter: number
  readonly organizationId: string
  readonly visitId: string
  readonly claimId: string
}

export interface VisitorParts {
  readonly pool: ConnectionPool
  readonly organizationId: string
  readonly visitTypeId: string
  readonly patient: HospitalPerson
  readonly practitioner: HospitalPerson
  readonly biller: HospitalPerson
}

/** One visit from the search for a slot to the posted claim and the patient's bill, with the requests of three people's pages. */
export const createVisitor = (parts: VisitorParts) => async (): Promise<VisitResult> => {
  const client = createPersonClient(parts.pool)
  const { appointmentId, visitId } = await comeToVisit(client, parts)
  await holdVisit(client, parts, { appointmentId, visitId })
  const endedAt = performance.now()
  const { claimId, postedAt }: Aftercare = await treatAfterCall(client, { ...parts, visitId })
  const { milliseconds, auditRows } = client
  const { organizationId } = parts
  return { milliseconds, auditRows, postedAfter: postedAt - endedAt, organizationId, visitId, claimId }
}

export type VisitPeople = Pick<VisitorParts, 'visitTypeId' | 'patient' | 'practitioner'>

/** The patient gets ready, checks in, and waits. */
export const comeToVisit = async (
  client: PersonClient,
  people: VisitPeople,
): Promise<{ readonly appointmentId: string; readonly visitId: string }> => {
  const { call, send } = client
  const { patient } = people
  const appointmentId = await prepareAppointment(client, people)
  const { id: visitId } = await call(patient, 'checkIn', { path: { appointmentId }, body: checkIn })
  await send(patient, 'recordDeviceCheck', {
    path: { visitId },
    body: { camera: 'ok', microphone: 'ok', speaker: 'ok', connection: 'good', supported: true },
  })
  await send(patient, 'getQueuePosition', { path: { visitId } })
  return { appointmentId, visitId }
}

/** The patient books, consents and answers the questionnaires. */
const prepareAppointment = async (
  { call, send }: PersonClient,
  { visitTypeId, patient, practitioner }: VisitPeople,
): Promise<string> => {
  const patientId = patient.id
  // Late enough that the person can still book it; early enough that check-in is open.
  const from = new Date(Date.now() + 60_000).toISOString()
  const to = new Date(Date.now() + 29 * 60_000).toISOString()
  const { items: slots } = await call(patient, 'searchSlots', {
    query: { visitTypeId, from, to, practitionerId: practitioner.id, patientId },
  })
  const hold = await call(patient, 'holdSlot', {
    body: { visitTypeId, start: slots[0].start, practitionerId: practitioner.id, patientId },
  })
  const { id: appointmentId } = await call(patient, 'bookAppointment', {
    body: { holdId: hold.id, patientId, reason: 'A cough for three days.' },
  })
  await giveConsent({ call, send }, patient)
  const forms = await call(patient, 'listIntake', { path: { appointmentId } })
  const form = { appointmentId, questionnaireCode: forms.items[0].questionnaireCode }
  const draft = await call(patient, 'saveIntake', { path: form, body: { answers: answers.slice(0, 1), version: 0 } })
  await send(patient, 'submitIntake', { path: form, body: { answers, version: draft.version } })
  return appointmentId
}

/** They are admitted, join and leave. */
const holdVisit = async (
  { call, send }: PersonClient,
  { patient, practitioner }: VisitorParts,
  { appointmentId, visitId }: { readonly appointmentId: string; readonly visitId: string },
): Promise<void> => {
  const path = { visitId }
  await send(practitioner, 'getQueue', { path: { practitionerId: practitioner.id } })
  await send(practitioner, 'getPatient', { path: { patientId: patient.id } })
  await send(practitioner, 'listIntake', { path: { appointmentId } })
  await send(practitioner, 'admitPatient', { path })
  await send(patient, 'getQueuePosition', { path })
  await send(patient, 'takeSeat', { path })
  await send(practitioner, 'takeSeat', { path })
  await send(patient, 'getVisit', { path })
  await send(practitioner, 'getVisit', { path })
  const ended = await call(practitioner, 'endVisit', { path, body: { outcome: 'completed' } })
  if (ended.status !== 'ended') throw new Error(`the visit is ${ended.status}`)
}

const giveConsent = async (
  { call, send }: Pick<PersonClient, 'call' | 'send'>,
  patient: HospitalPerson,
): Promise<void> => {
  const path = { patientId: patient.id }
  const { items } = await call(patient, 'listConsentRequirements', {
    path,
    query: { purposes: 'telehealth-treatment' },
  })
  const { document } = items[0]
  await send(patient, 'decideConsent', {
    path,
    body: {
      documentId: document.id,
      version: document.version,
      language: document.language,
      decision: 'granted',
      signature: { kind: 'typed', name: 'Pat Sample' },
      contentHash: document.contentHash,
      sectionsSeen: document.sections.map(({ id }: { id: string }) => id),
      zone: 'America/New_York',
    },
  })
}

const checkIn = {
  location: { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', kind: 'home' },
  callbackPhone: '614 555 0142',
  emergencyContact: { name: 'Robin Sample', phone: '614 555 0143' },
}
const answers = [
  { linkId: 'complaint', values: [{ text: 'A cough for three days, worse at night.' }] },
  { linkId: 'danger', values: [{ code: 'none' }] },
  { linkId: 'pain', values: [{ integer: 2 }] },
  { linkId: 'worse', values: [{ boolean: false }] },
]
