import type { Json, PersonClient } from './person-client.ts'
import type { HospitalPerson } from './servers/hospital-people.ts'

export interface AfterCallParts {
  readonly visitId: string
  readonly patient: HospitalPerson
  readonly practitioner: HospitalPerson
  readonly biller: HospitalPerson
}

export interface Aftercare {
  readonly claimId: string
  /** As from `performance.now()`. */
  readonly postedAt: number
}

/**
 * Everything after a call: the note is written and signed, a medicine is prescribed and dispensed, a test is ordered, measured and
 * released, the claim is submitted and its payment arrives, the patient reads the summary and the bill. Throws unless all of it happened.
 */
export const treatAfterCall = async (client: PersonClient, parts: AfterCallParts): Promise<Aftercare> => {
  await writeNote(client, parts)
  const prescriptionId = await prescribe(client, parts)
  const orderId = await order(client, parts)
  const claimId = await submit(client, parts)
  await followPrescription(client, parts, prescriptionId)
  await followOrder(client, parts, orderId)
  const postedAt = await followClaim(client, parts, claimId)
  return { claimId, postedAt }
}

const writeNote = async ({ call }: PersonClient, { visitId, practitioner }: AfterCallParts): Promise<void> => {
  const note = await call(practitioner, 'openNote', { path: { visitId } })
  const path = { noteId: note.id }
  const sections: { code: string; text: string }[] = note.sections.map(({ code }: { code: string }) => ({
    code,
    text: `Sample text of ${code}: a cough for three days, worse at night, no fever. Rest and fluids.`,
  }))
  const written = { sections, diagnoses: [{ code: 'I10' }], vitals, services }
  // While a person types: half of the text, then all.
  const halfWritten = { ...written, sections: sections.slice(0, 2), version: note.version }
  const firstSave = await call(practitioner, 'saveNote', { path, body: halfWritten })
  const saved = await call(practitioner, 'saveNote', { path, body: { ...written, version: firstSave.version } })
  const signed = await call(practitioner, 'signNote', { path, body: { version: saved.version } })
  if (signed.status !== 'signed') throw new Error(`the note is ${signed.status}`)
}

const vitals = [{ loinc: '8867-4', value: 72, unit: '/min', source: 'patient-reported' }]
const services = [{ codeSystem: 'HCPCS', code: 'T1015', units: 1, diagnosisPointers: [1] }]

const prescribe = async (
  { call, send }: PersonClient,
  { visitId, patient, practitioner }: AfterCallParts,
): Promise<string> => {
  const path = { patientId: patient.id }
  await send(practitioner, 'noKnownAllergies', { path })
  await send(practitioner, 'searchMedications', { query: { search: 'lisinopril' } })
  const { alerts } = await call(practitioner, 'checkPrescription', { path, body: { rxcui: lisinopril.rxcui } })
  const draft = await call(practitioner, 'writePrescription', {
    path,
    body: {
      ...lisinopril,
      visitId,
      acknowledgments: alerts.map(({ id }: { id: string }) => ({ alertId: id, reason: 'Asked by telephone.' })),
    },
  })
  await send(practitioner, 'signPrescription', {
    path: { prescriptionId: draft.id },
    body: { version: draft.version },
  })
  return draft.id
}

const lisinopril = {
  rxcui: '314076',
  directions: { dose: 1, doseUnit: 'tablet', route: 'oral', timing: { timesPerDay: 1 }, note: 'With water.' },
  quantity: 30,
  daysSupply: 30,
  refills: 2,
  substitutionAllowed: true,
  diagnosisCode: 'I10',
  pharmacyId: '9900001',
}

const order = async (
  { call, send }: PersonClient,
  { visitId, patient, practitioner }: AfterCallParts,
): Promise<string> => {
  await send(practitioner, 'searchLabTests', { query: { search: 'blood' } })
  const placed = await call(practitioner, 'placeLabOrder', {
    path: { patientId: patient.id },
    body: { visitId, tests: [{ code: 'CBC', answers: [] }], diagnosisCodes: ['I10'], priority: 'routine' },
  })
  return placed.id
}

/** The server captures the charges itself, shortly after the signature. */
const submit = async ({ send, until }: PersonClient, { visitId, biller }: AfterCallParts): Promise<string> => {
  const claim = await until(biller, 'getClaimOfVisit', { path: { visitId } }, { usuallyAfterMs: 300, is: () => true })
  if (claim.state !== 'ready') throw new Error(`the claim is ${claim.state}: ${JSON.stringify(claim.findings)}`)
  await send(biller, 'submitClaim', { path: { claimId: claim.id }, body: { version: claim.version } })
  return claim.id
}

const followPrescription = async (
  { until }: PersonClient,
  { practitioner }: AfterCallParts,
  prescriptionId: string,
): Promise<void> => {
  const is = ({ status }: Json): boolean => !['sending', 'sent', 'accepted'].includes(status)
  const { status } = await until(
    practitioner,
    'getPrescription',
    { path: { prescriptionId } },
    { usuallyAfterMs: 2_000, is },
  )
  if (status !== 'dispensed') throw new Error(`the prescription is ${status}`)
}

const followOrder = async (
  { call, send, until }: PersonClient,
  { patient, practitioner }: AfterCallParts,
  orderId: string,
): Promise<void> => {
  const is = ({ status }: Json): boolean => !['sending', 'accepted', 'partial'].includes(status)
  const { status, resultIds } = await until(
    practitioner,
    'getLabOrder',
    { path: { orderId } },
    { usuallyAfterMs: 500, is },
  )
  if (status !== 'final') throw new Error(`the order is ${status}`)
  for (const resultId of resultIds) {
    const result = await call(practitioner, 'getLabResult', { path: { resultId } })
    await send(practitioner, 'reviewLabResult', {
      path: { resultId },
      body: { version: result.version, release: true, comment: 'All is well (sample).' },
    })
    await send(patient, 'getLabResult', { path: { resultId } })
  }
}

/** Accepted, paid, posted to the cent, and read by the patient. */
const followClaim = async (
  { call, send, until }: PersonClient,
  { visitId, patient, biller }: AfterCallParts,
  claimId: string,
): Promise<number> => {
  const is = ({ state }: Json): boolean => !['sending', 'received', 'accepted'].includes(state)
  const claim = await until(biller, 'getClaim', { path: { claimId } }, { usuallyAfterMs: 3_000, is })
  const postedAt = performance.now()
  if (claim.state !== 'paid' && claim.state !== 'partially-paid') throw new Error(`the claim is ${claim.state}`)
  await send(patient, 'getVisitSummary', { path: { visitId } })
  const { visits } = await call(patient, 'getStatement', { path: { patientId: patient.id } })
  const billed = visits.find((each: Json) => each.visitId === visitId)
  const isPosted =
    billed?.insurancePaidCents === claim.paidCents &&
    claim.paidCents > 0 &&
    billed.chargeCents === claim.paidCents + billed.discountCents + claim.patientCents &&
    billed.dueCents === claim.patientCents
  if (!isPosted) throw new Error(`the statement differs from the payer's remittance: ${JSON.stringify(billed)}`)
  return postedAt
}
