import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { components } from '@visitkit/contract'
import { pharmacyAccount, webhookSecrets } from '../../packages/reference-server/src/test-kit/sandbox-partners.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type PreparedRequest, type Requests } from './prepared-request.ts'

type Schemas = components['schemas']

/** Medicines: looked up, checked, signed, sent to a pharmacy, and followed. */
export const prescriptionRequests: Requests<
  | 'searchMedications'
  | 'listUsualMedications'
  | 'listFavorites'
  | 'createFavorite'
  | 'replaceFavorite'
  | 'removeFavorite'
  | 'searchPharmacies'
  | 'getPatientPharmacy'
  | 'choosePharmacy'
  | 'checkPrescription'
  | 'writePrescription'
  | 'changePrescription'
  | 'discardPrescription'
  | 'listPrescriptions'
  | 'getPrescription'
  | 'signPrescription'
  | 'cancelPrescription'
  | 'recordPharmacyCall'
  | 'renewPrescription'
  | 'listPharmacyRequests'
  | 'respondToPharmacyRequest'
  | 'receivePharmacyMessage'
  | 'requestRefill'
  | 'listRefillRequests'
  | 'declineRefill'
> = {
  searchMedications: () => ({ query: { search: 'lisinopril' }, names: 'nothing' }),
  listUsualMedications: () => ({ names: 'nothing' }),
  listFavorites: async (hospital, person) => {
    await favoritePrescription(hospital, person)
    return { names: 'nothing' }
  },
  createFavorite: () => ({ body: everyMonth(), names: 'nothing' }),
  replaceFavorite: async (hospital, person) => {
    const { id: favoriteId, version } = await favoritePrescription(hospital, person)
    return { path: { favoriteId }, body: { ...everyMonth(), quantity: 32, version }, names: 'person' }
  },
  removeFavorite: async (hospital, person) => ({
    path: { favoriteId: (await favoritePrescription(hospital, person)).id },
    names: 'person',
  }),
  searchPharmacies: () => ({ query: { search: 'example', state: 'OH' }, names: 'nothing' }),
  getPatientPharmacy: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  choosePharmacy: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: { pharmacyId },
    names: 'patient',
  }),
  checkPrescription: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: { rxcui: '314076' },
    names: 'patient',
  }),
  writePrescription: async (hospital, person) => {
    const prescriber = await prescriberFor(hospital, person)
    const patientId = await accessiblePatient(hospital, person)
    return { path: { patientId }, body: lisinopril(await reasonsOf(prescriber, patientId)), names: 'patient' }
  },
  changePrescription: async (hospital, person) => {
    const { id: prescriptionId, version } = await draftPrescription(hospital, person)
    return { path: { prescriptionId }, body: { ...lisinopril(), quantity: 32, version }, names: 'patient' }
  },
  discardPrescription: async (hospital, person) => ({
    path: { prescriptionId: (await draftPrescription(hospital, person)).id },
    names: 'patient',
  }),
  listPrescriptions: async (hospital, person) => ({
    path: { patientId: (await signedPrescription(hospital, person)).patientId },
    names: 'patient',
  }),
  getPrescription: async (hospital, person) => ({
    path: { prescriptionId: (await signedPrescription(hospital, person)).id },
    names: 'patient',
  }),
  signPrescription: async (hospital, person) => {
    const prescriber = await prescriberFor(hospital, person)
    const { id: prescriptionId, version } = await draftPrescription(hospital, prescriber)
    return { path: { prescriptionId }, body: { version }, names: 'patient' }
  },
  cancelPrescription: async (hospital, person) => ({
    path: { prescriptionId: (await signedPrescription(hospital, person)).id },
    body: { reason: 'error' },
    names: 'patient',
  }),
  recordPharmacyCall: async (hospital, person) => ({
    path: { prescriptionId: (await signedPrescription(hospital, person)).id },
    body: { agreed: 'Sample agreement.' },
    names: 'patient',
  }),
  renewPrescription: async (hospital, person) => ({
    path: { prescriptionId: (await signedPrescription(hospital, person)).id },
    names: 'patient',
  }),
  listPharmacyRequests: async (hospital, person) => {
    const { patientId } = await renewalRequest(hospital, person)
    return { names: 'nothing', concerns: [patientId] }
  },
  respondToPharmacyRequest: async (hospital, person) => ({
    path: { requestId: (await renewalRequest(hospital, person)).id },
    body: { decision: 'approved', refills: 1, reason: 'Sample answer.' },
    names: 'patient',
  }),
  requestRefill: async (hospital, person) => ({
    path: { prescriptionId: (await signedPrescription(hospital, person)).id },
    names: 'patient',
  }),
  listRefillRequests: async (hospital, person) => {
    const { patientId } = await refillRequest(hospital, person)
    // A filter for staff: for a patient of another organization the list is empty.
    const isFilter = person.patientIds.length === 0
    return {
      query: { patientId },
      names: 'patient',
      concerns: [patientId],
      ...(isFilter ? { strangersGet: { status: 200 } } : {}),
    }
  },
  declineRefill: async (hospital, person) => ({
    path: { refillRequestId: (await refillRequest(hospital, person)).id },
    body: { answer: 'Please book a visit first.' },
    names: 'patient',
  }),
  receivePharmacyMessage: (hospital) => pharmacyMessage(hospital, { patientId: randomUUID(), order: randomUUID() }),
}

const pharmacyId = '9900001'

/** Lisinopril for a month, for a patient whose allergies are not recorded yet. */
export const lisinopril = (acknowledgments: Schemas['Acknowledgment'][] = []): Schemas['WritePrescription'] => ({
  rxcui: '314076',
  directions: {
    dose: 1,
    doseUnit: 'tablet',
    route: 'oral',
    timing: { timesPerDay: 1 },
    asNeededFor: 'sample pain',
    note: 'With water.',
  },
  quantity: 30,
  daysSupply: 30,
  refills: 2,
  substitutionAllowed: true,
  diagnosisCode: 'I10',
  pharmacyId,
  noteToPharmacist: 'Sample note.',
  acknowledgments,
})

/** The same without anything of a patient, under a name that is used once. */
const everyMonth = (): Schemas['CreateFavorite'] => {
  const { rxcui, directions, quantity, daysSupply, refills, substitutionAllowed, noteToPharmacist } = lisinopril()
  const amounts = { quantity, daysSupply, refills, substitutionAllowed }
  return {
    name: `Every month ${randomUUID()}`,
    ...{ rxcui, directions, ...amounts },
    ...(noteToPharmacist !== undefined && { noteToPharmacist }),
  }
}

const favoritePrescription = async (hospital: Hospital, person: Person): Promise<Schemas['FavoritePrescription']> =>
  body((await prescriberFor(hospital, person)).post('/v1/favorite-prescriptions', everyMonth()))

/** The person, or anyone who is on duty: prescribers have a number. */
const prescriberFor = async (hospital: Hospital, person: Person): Promise<Person> =>
  person.practitionerId === null ? hospital.onDuty() : person

/** A reason for everything that the checks find. */
const reasonsOf = async (prescriber: Person, patientId: string): Promise<Schemas['Acknowledgment'][]> => {
  const { alerts }: { alerts: Schemas['PrescriptionAlert'][] } = await body(
    prescriber.post(`/v1/patients/${patientId}/prescription-checks`, { rxcui: '314076' }),
  )
  return alerts.map(({ id: alertId }) => ({ alertId, reason: 'Asked by telephone.' }))
}

/** A draft that can be signed: every alert has its reason. */
export const draftPrescription = async (hospital: Hospital, person: Person): Promise<Schemas['Prescription']> => {
  const prescriber = await prescriberFor(hospital, person)
  const patientId = await hospital.treat(await accessiblePatient(hospital, person))
  const prescription = lisinopril(await reasonsOf(prescriber, patientId))
  return body(prescriber.post(`/v1/patients/${patientId}/prescriptions`, prescription))
}

export const signedPrescription = async (hospital: Hospital, person: Person): Promise<Schemas['Prescription']> => {
  const prescriber = await prescriberFor(hospital, person)
  const { id, version } = await draftPrescription(hospital, person)
  return body(prescriber.post(`/v1/prescriptions/${id}/sign`, { version }))
}

/** A patient's request for a refill. */
const refillRequest = async (hospital: Hospital, person: Person): Promise<Schemas['RefillRequest']> => {
  const { id, patientId } = await signedPrescription(hospital, person)
  const patient = await hospital.signIn({
    role: 'patient',
    personId: patientId,
    patientIds: [patientId],
    practitionerId: null,
  })
  return body(patient.post(`/v1/prescriptions/${id}/refill-requests`))
}

/** A request of the pharmacy that waits for the person. */
const renewalRequest = async (hospital: Hospital, person: Person): Promise<Schemas['PharmacyRequest']> => {
  const prescriber = await prescriberFor(hospital, person)
  const { id: order, patientId } = await signedPrescription(hospital, prescriber)
  // Without an answer about allergies an approval would have to become a draft.
  await body(prescriber.put(`/v1/patients/${patientId}/allergies/none-known`))
  const { path, headers, body: message } = await pharmacyMessage(hospital, { patientId, order })
  const answer = await fetch(`${hospital.server.url}/v1/webhooks/pharmacy/${path.organizationId}`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', ...headers },
    body: message as Uint8Array<ArrayBuffer>,
  })
  if (!answer.ok) throw new Error(`the message was answered ${answer.status}`)
  for (let tries = 0; tries < 200; tries += 1) {
    const { items }: { items: Schemas['PharmacyRequest'][] } = await body(
      prescriber.get('/v1/pharmacy-requests?limit=100'),
    )
    const found = items.find(({ prescriptionId }) => prescriptionId === order)
    if (found) return found
    await sleep(50)
  }
  throw new Error('the request of the pharmacy was not followed')
}

/** A request for a renewal as a pharmacy would write it and the network sign it. */
export const pharmacyMessage = async (
  hospital: Hospital,
  { patientId, order, from = pharmacyId }: { patientId: string; order: string; from?: string },
): Promise<PreparedRequest<'receivePharmacyMessage'>> => {
  const { clock } = hospital.server
  const known = await hospital.desk.get(`/v1/patients/${patientId}`)
  const lastName: string = known.status === 200 ? known.body.name.family : 'Sample'
  const message = [
    '<?xml version="1.0" encoding="UTF-8"?><Message TransactionDomain="SCRIPT" TransactionVersion="2023011"><Header>',
    `<To Qualifier="D">${pharmacyAccount}</To><From Qualifier="P">${from}</From>`,
    `<MessageID>${randomUUID().replaceAll('-', '')}</MessageID><SentTime>${clock.now().toISOString()}</SentTime>`,
    `<PrescriberOrderNumber>${order}</PrescriberOrderNumber></Header><Body><RxRenewalRequest>`,
    `<Patient><HumanPatient><Name><LastName>${lastName}</LastName><FirstName>Pat</FirstName></Name><Gender>U</Gender>`,
    '<DateOfBirth><Date>1984-06-15</Date></DateOfBirth></HumanPatient></Patient>',
    `<Pharmacy><Identification><NCPDPID>${pharmacyId}</NCPDPID></Identification><BusinessName>Sample</BusinessName></Pharmacy>`,
    '<Prescriber><NonVeterinarian><Identification><NPI>1234567893</NPI></Identification>',
    '<Name><LastName>Example</LastName></Name></NonVeterinarian></Prescriber>',
    '<MedicationDispensed><DrugDescription>lisinopril 10 MG Oral Tablet</DrugDescription><Quantity><Value>30</Value>',
    '<QuantityUnitOfMeasure><Code>C48542</Code></QuantityUnitOfMeasure></Quantity></MedicationDispensed>',
    '</RxRenewalRequest></Body></Message>',
  ].join('')
  const seconds = String(Math.floor(clock.now().getTime() / 1000))
  const signature = createHmac('sha256', webhookSecrets.pharmacy).update(`${seconds}.${message}`).digest('hex')
  return {
    path: { organizationId: hospital.id },
    headers: { 'x-message-timestamp': seconds, 'x-message-signature': signature },
    // As it was signed, byte for byte.
    body: new TextEncoder().encode(message),
    names: 'nothing',
  }
}
