import { createHmac, randomUUID } from 'node:crypto'
import type { components } from '@visitkit/contract'
import { setUpSampleBilling } from '../../packages/reference-server/src/domains/billing/tests/set-up-sample-billing.testing.ts'
import { webhookSecrets } from '../../packages/reference-server/src/test-kit/sandbox-partners.ts'
import {
  gatherAccountOf,
  settlePayment,
} from '../../packages/reference-server/src/domains/billing/accounts/workflows/settle-payment.ts'
import {
  listWaitingFiles,
  markUnreadable,
} from '../../packages/reference-server/src/domains/billing/remittances/store/mailbox-files.ts'
import { insertPayment } from '../../packages/reference-server/src/domains/billing/accounts/store/payments.ts'
import {
  processFiles,
  storeFiles,
} from '../../packages/reference-server/src/domains/billing/tests/mailbox-files.testing.ts'
import { storeChange } from '../../packages/reference-server/src/test-kit/store-change.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import type { Remittance } from '../../packages/reference-server/src/vendors/clearinghouse/remittance.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { completeNoteBody } from './documentation.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'
import { bookAppointment } from './scheduling.ts'
import { waitingVisit } from './visits.ts'

type Schemas = components['schemas']
type Claim = Schemas['Claim']

/** Prices, payers and their responses. Needs a server with `startPartners(hospital.id)`. */
export const billingRequests: Requests<
  | 'listPayers'
  | 'listCoverages'
  | 'addCoverage'
  | 'endCoverage'
  | 'checkEligibility'
  | 'getFeeSchedule'
  | 'putFeeSchedule'
  | 'searchServiceCodes'
  | 'listClaims'
  | 'countClaims'
  | 'getClaim'
  | 'changeClaim'
  | 'refreshClaim'
  | 'submitClaim'
  | 'correctClaim'
  | 'voidClaim'
  | 'listClaimMessages'
  | 'getClaimForm'
  | 'listRemittances'
  | 'getRemittance'
  | 'listHeldLines'
  | 'getHeldLine'
  | 'matchHeldLine'
  | 'resolveHeldLine'
  | 'resolveRemittance'
  | 'listMailboxFiles'
  | 'getMailboxFile'
  | 'reprocessMailboxFile'
  | 'resolveMailboxFile'
  | 'getStatement'
  | 'beginPayment'
  | 'getPayment'
  | 'refundPayment'
  | 'receivePaymentWebhook'
  | 'getSuperbill'
  | 'listEstimates'
  | 'listDueEstimates'
  | 'requestEstimate'
  | 'issueEstimate'
  | 'getEstimatePdf'
  | 'getClaimOfVisit'
  | 'chooseSelfPay'
> = {
  listPayers: () => ({ names: 'nothing' }),
  listCoverages: async (hospital, person) => ({
    path: { patientId: (await insuredPatient(hospital, await accessiblePatient(hospital, person))).patientId },
    names: 'patient',
  }),
  addCoverage: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: {
      ...(await coverageBody(hospital)),
      groupNumber: 'GROUP-1',
      relationship: 'spouse',
      subscriber: { name: { given: 'Robin', family: 'Sample' }, birthDate: '1982-03-04' },
    },
    names: 'patient',
  }),
  endCoverage: async (hospital, person) => {
    const { id: coverageId, version } = await insuredPatient(hospital, await accessiblePatient(hospital, person))
    return { path: { coverageId }, body: { to: '2026-12-31', version }, names: 'patient' }
  },
  checkEligibility: async (hospital, person) => ({
    path: { coverageId: (await insuredPatient(hospital, await accessiblePatient(hospital, person))).id },
    names: 'patient',
  }),
  getFeeSchedule: async (hospital) => {
    await ready(hospital)
    return { names: 'nothing' }
  },
  putFeeSchedule: async (hospital) => {
    await ready(hospital)
    const { items, version } = await body(hospital.administrator.get('/v1/fee-schedule'))
    return { body: { items, version }, names: 'nothing' }
  },
  searchServiceCodes: () => ({ query: { search: 'clinic' }, names: 'nothing' }),
  listClaims: async (hospital, person) => {
    const { patientId } = await claimOf(hospital, person)
    return { query: { state: 'ready', limit: 100 }, names: 'nothing', concerns: [patientId] }
  },
  countClaims: () => ({ names: 'nothing' }),
  getClaim: async (hospital, person) => ({
    path: { claimId: (await claimOf(hospital, person)).id },
    names: 'patient',
  }),
  changeClaim: async (hospital, person) => {
    const { id: claimId, version } = await claimOf(hospital, person)
    return { path: { claimId }, body: { note: 'Called the payer.', version }, names: 'patient' }
  },
  refreshClaim: async (hospital, person) => ({
    path: { claimId: (await claimOf(hospital, person)).id },
    names: 'patient',
  }),
  submitClaim: async (hospital, person) => {
    const { id: claimId, version } = await claimOf(hospital, person)
    return { path: { claimId }, body: { version }, names: 'patient' }
  },
  correctClaim: async (hospital, person) => ({
    path: { claimId: (await paidClaim(hospital, person)).claim.id },
    names: 'patient',
  }),
  voidClaim: async (hospital, person) => ({
    path: { claimId: (await paidClaim(hospital, person)).claim.id },
    names: 'patient',
  }),
  listClaimMessages: async (hospital, person) => ({
    path: { claimId: (await paidClaim(hospital, person)).claim.id },
    names: 'patient',
  }),
  getClaimForm: async (hospital, person) => ({
    path: { claimId: (await claimOf(hospital, person)).id },
    names: 'patient',
  }),
  listRemittances: async (hospital, person) => {
    await paidClaim(hospital, person)
    return { names: 'nothing' }
  },
  getRemittance: async (hospital, person) => ({
    path: { remittanceId: (await paidClaim(hospital, person)).remittanceId },
    names: 'organization',
  }),
  listHeldLines: async (hospital, person) => {
    await heldLine(hospital, person)
    return { names: 'nothing' }
  },
  getHeldLine: async (hospital, person) => ({
    path: { lineId: (await heldLine(hospital, person)).lineId },
    names: 'organization',
  }),
  matchHeldLine: async (hospital, person) => {
    const { lineId, claim } = await heldLine(hospital, person)
    return { path: { lineId }, body: { claimId: claim.id }, names: 'organization' }
  },
  resolveHeldLine: async (hospital, person) => ({
    path: { lineId: (await heldLine(hospital, person)).lineId },
    body: { reason: 'other-system' as const },
    names: 'organization',
  }),
  resolveRemittance: async (hospital, person) => ({
    path: { remittanceId: (await heldLine(hospital, person)).remittanceId },
    body: { reason: 'payer-corrected' as const },
    names: 'organization',
  }),
  listMailboxFiles: async (hospital) => {
    await unreadableFile(hospital)
    return { names: 'nothing' }
  },
  getMailboxFile: async (hospital) => ({ path: { fileId: await unreadableFile(hospital) }, names: 'organization' }),
  reprocessMailboxFile: async (hospital) => ({
    path: { fileId: await unreadableFile(hospital) },
    names: 'organization',
  }),
  resolveMailboxFile: async (hospital) => ({
    path: { fileId: await unreadableFile(hospital) },
    body: { reason: 'payer-corrected' as const },
    names: 'organization',
  }),
  getStatement: async (hospital, person) => ({
    path: { patientId: (await claimWithCharges(hospital, person)).patientId },
    names: 'patient',
  }),
  beginPayment: async (hospital, person) => ({
    path: { patientId: (await claimWithCharges(hospital, person)).patientId },
    body: { amountCents: 500, returnUrl: `${hospital.portal.origin}/billing` },
    names: 'patient',
  }),
  getPayment: async (hospital, person) => ({
    path: { paymentId: await paidPayment(hospital, person) },
    names: 'patient',
  }),
  refundPayment: async (hospital, person) => ({
    path: { paymentId: await paidPayment(hospital, person) },
    body: { amountCents: 100, reason: 'overpaid' },
    names: 'patient',
  }),
  receivePaymentWebhook: (hospital) => ({
    path: { organizationId: hospital.id },
    ...paymentReport(hospital.server.clock.now()),
    names: 'nothing',
  }),
  getSuperbill: async (hospital, person) => {
    const { visitId, patientId } = await claimWithCharges(hospital, person)
    return { path: { visitId }, names: 'patient', concerns: [patientId] }
  },
  listEstimates: async (hospital, person) => ({
    path: { patientId: (await requestedEstimate(hospital, person)).patientId },
    names: 'patient',
  }),
  listDueEstimates: async (hospital, person) => {
    await requestedEstimate(hospital, person)
    return { names: 'nothing' }
  },
  requestEstimate: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    const { id: appointmentId } = await bookAppointment(hospital, patientId)
    return { path: { patientId }, body: { appointmentId }, names: 'patient' }
  },
  issueEstimate: async (hospital, person) => {
    const { id: estimateId, version } = await requestedEstimate(hospital, person)
    return { path: { estimateId }, body: estimateBody(version), names: 'patient' }
  },
  getEstimatePdf: async (hospital, person) => {
    const { id: estimateId, patientId, version } = await requestedEstimate(hospital, person)
    await body((await biller(hospital)).post(`/v1/estimates/${estimateId}/issue`, estimateBody(version)))
    return { path: { estimateId }, names: 'patient', concerns: [patientId] }
  },
  getClaimOfVisit: async (hospital, person) => ({
    path: { visitId: (await claimOf(hospital, person)).visitId },
    names: 'patient',
  }),
  chooseSelfPay: async (hospital, person) => ({
    path: { visitId: (await claimOf(hospital, person)).visitId },
    names: 'patient',
  }),
}

/** A report as the processor would sign it. */
export const paymentReport = (now: Date): { body: unknown; headers: Record<string, string> } => {
  const seconds = Math.floor(now.getTime() / 1000)
  const object = {
    id: `cs_${randomUUID()}`,
    object: 'checkout.session',
    client_reference_id: newId(),
    amount_total: 500,
    currency: 'usd',
    status: 'expired',
    payment_status: 'unpaid',
    payment_intent: null,
    url: null,
  }
  const report = {
    id: `evt_${randomUUID()}`,
    object: 'event',
    type: 'checkout.session.expired',
    created: seconds,
    data: { object },
  }
  const signature = createHmac('sha256', webhookSecrets.payments)
    .update(`${seconds}.${JSON.stringify(report)}`)
    .digest('hex')
  return { body: report, headers: { 'stripe-signature': `t=${seconds},v1=${signature}` } }
}

const setUp = new WeakMap<Hospital, Promise<void>>()
const billers = new WeakMap<Hospital, Promise<Person>>()

/** One biller of the hospital. */
export const biller = (hospital: Hospital): Promise<Person> => {
  const known = billers.get(hospital) ?? hospital.person('biller')
  billers.set(hospital, known)
  return known
}

/** Sets up billing for the hospital: billing provider, payers and fees. */
const ready = (hospital: Hospital): Promise<void> => {
  const known =
    setUp.get(hospital) ??
    hospital.server.transact(hospital.id, 'billing', (context) => setUpSampleBilling(context, '2026-11-25'))
  setUp.set(hospital, known)
  return known
}

const payerNamed = async (hospital: Hospital, name: string): Promise<Schemas['Payer']> => {
  await ready(hospital)
  const { items } = await body(hospital.desk.get('/v1/payers'))
  return items.find((payer: Schemas['Payer']) => payer.name === name)
}

const coverageBody = async (hospital: Hospital): Promise<Schemas['AddCoverage']> => ({
  payerId: (await payerNamed(hospital, 'Lakeside Mutual Health')).id,
  memberNumber: 'MEM0000042',
  relationship: 'self',
  order: 1,
  from: '2026-01-01',
})

const insuredPatient = async (hospital: Hospital, patientId: string): Promise<Schemas['Coverage']> =>
  body(hospital.desk.post(`/v1/patients/${patientId}/coverages`, await coverageBody(hospital)))

/** A practitioner with the NPI that claims need. */
const doctor = async (hospital: Hospital): Promise<Person> => {
  const { id: memberId } = await body(
    hospital.administrator.post('/v1/members', { displayName: 'Dr. Casey Example', roles: ['practitioner'] }),
  )
  const { id: practitionerId } = await body(
    hospital.administrator.post('/v1/practitioners', {
      memberId,
      displayName: 'Dr. Casey Example',
      title: [{ language: 'en', text: 'Physician' }],
      specialties: ['primary-care'],
      languages: ['en'],
      zone: 'America/New_York',
      npi: '1234567893',
      licenses: [{ state: 'OH', number: 'X-OH', kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
    }),
  )
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
  const rules = { zone: 'America/New_York', weekly, exceptions: [], version: 0 }
  await body(hospital.administrator.put(`/v1/practitioners/${practitionerId}/availability`, rules))
  return hospital.signIn({ role: 'practitioner', personId: memberId, patientIds: [], practitionerId })
}

/** A visit of this patient with a signed note, and its claim. */
const claimOfPatient = async (hospital: Hospital, patientId: string): Promise<Claim> => {
  await ready(hospital)
  await addAddress(hospital, patientId)
  const treating = await doctor(hospital)
  const practitionerId = treating.practitionerId ?? ''
  const patient = { ...hospital.desk, patientIds: [patientId] }
  const { id: visitId } = await waitingVisit(hospital, patient, { practitionerId })
  await body(treating.post(`/v1/visits/${visitId}/admit`))
  await body(treating.post(`/v1/visits/${visitId}/end`, { outcome: 'completed' }))
  const note = await body(treating.post(`/v1/visits/${visitId}/note`))
  const services = [{ codeSystem: 'HCPCS', code: 'T1015', units: 1, diagnosisPointers: [1] }]
  const { version } = await body(treating.put(`/v1/notes/${note.id}`, { ...completeNoteBody(note), services }))
  await body(treating.post(`/v1/notes/${note.id}/sign`, { version }))
  return capturedClaim(hospital, visitId)
}

const addAddress = async (hospital: Hospital, patientId: string): Promise<void> => {
  const { version, address } = await body(hospital.desk.get(`/v1/patients/${patientId}`))
  if (address !== undefined) return
  const home = { line1: '1 Sample Street', city: 'Exampleville', state: 'OH', postalCode: '43004' }
  await body(hospital.desk.patch(`/v1/patients/${patientId}`, { version, sex: 'female', address: home }))
}

/** The server captures charges itself, shortly after the signature. */
const capturedClaim = async (hospital: Hospital, visitId: string): Promise<Claim> => {
  const desk = await biller(hospital)
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await desk.get(`/v1/visits/${visitId}/claim`)
    if (answer.status === 200) return answer.body
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('no claim was made of a signed note')
}

/** For a patient with insurance: the claim is ready. */
export const claimOf = async (hospital: Hospital, person: Person): Promise<Claim> => {
  const patientId = await accessiblePatient(hospital, person)
  const { items } = await body(hospital.desk.get(`/v1/patients/${patientId}/coverages`))
  if (items.length === 0) await insuredPatient(hospital, patientId)
  return claimOfPatient(hospital, patientId)
}

/** For a patient without insurance: the full amount is due. */
const claimWithCharges = async (hospital: Hospital, person: Person): Promise<Claim> =>
  claimOfPatient(hospital, await accessiblePatient(hospital, person))

/** Submitted, and settled by a payment of the payer that is for this claim only. */
export const paidClaim = async (
  hospital: Hospital,
  person: Person,
): Promise<{ readonly claim: Claim; readonly remittanceId: string }> => {
  const claim = await sentClaim(hospital, person)
  return { claim, remittanceId: await postRemittance(hospital, claim, claim.number) }
}

/** Submitted, and decided by a payer that uses its own number: a person has to match it. */
const heldLine = async (
  hospital: Hospital,
  person: Person,
): Promise<{ readonly claim: Claim; readonly remittanceId: string; readonly lineId: string }> => {
  const claim = await sentClaim(hospital, person)
  const remittanceId = await postRemittance(hospital, claim, `ELSE${newId().slice(-8)}`)
  const desk = await biller(hospital)
  const { lines } = await body(desk.get(`/v1/remittances/${remittanceId}`))
  return { claim, remittanceId, lineId: lines[0].id }
}

const sentClaim = async (hospital: Hospital, person: Person): Promise<Claim> => {
  const ready = await claimOf(hospital, person)
  const desk = await biller(hospital)
  return body(desk.post(`/v1/claims/${ready.id}/submit`, { version: ready.version }))
}

/** A payment for one claim, with the number that the payer uses. Returns the payment's id. */
const postRemittance = async (hospital: Hospital, { chargeCents }: Claim, controlNumber: string): Promise<string> => {
  const paidCents = chargeCents - 2_000
  const adjustments = [{ group: 'PR' as const, reason: '3', amountCents: 2_000, quantity: null }]
  const remittance: Remittance = {
    paymentNumber: `EFT${newId()}`,
    payerIdentifier: '1234567890',
    payerName: 'Lakeside Mutual Health',
    payeeNpi: '1999999984',
    method: 'ach',
    paidCents,
    paidOn: '2026-11-25',
    claims: [
      {
        controlNumber,
        status: 'processed-primary',
        statusCode: '1',
        chargeCents,
        paidCents,
        patientResponsibilityCents: 2_000,
        payerClaimNumber: `SAMPLE${controlNumber}`,
        patient: null,
        adjustments,
        lines: [],
        remarks: [],
      },
    ],
    providerAdjustments: [],
  }
  await hospital.server.transact(hospital.id, 'billing', (context) =>
    processFiles(context, [{ content: '', parts: [{ kind: 'remittance', remittance }] }]),
  )
  const desk = await biller(hospital)
  const { items } = await body(desk.get('/v1/remittances?limit=100'))
  return items.find(({ traceNumber }: Schemas['Remittance']) => traceNumber === remittance.paymentNumber).id
}

/** A file of the clearinghouse that is not a valid response. Returns its id. */
const unreadableFile = async (hospital: Hospital): Promise<string> => {
  const name = `SAMPLE-${newId()}`
  return hospital.server.transact(hospital.id, 'billing', async (context) => {
    await storeFiles(context, [{ id: name, postedAt: context.now, content: `No answer: ${name}` }])
    const waiting = await listWaitingFiles(context.tx, 100)
    const id = waiting.at(-1)?.id ?? ''
    await storeChange(context, { writes: [markUnreadable(id, 'no_interchange')] })
    return id
  })
}

/** A payment that was received. Returns its id. */
const paidPayment = async (hospital: Hospital, person: Person): Promise<string> => {
  const { patientId } = await claimWithCharges(hospital, person)
  const id = newId()
  await hospital.server.transact(hospital.id, 'billing', async (context) => {
    const { now } = context
    const startedPayment = {
      id,
      patientId,
      amountCents: 500,
      refundedCents: 0,
      status: 'open' as const,
      reference: `cs_${id}`,
    }
    const payment = {
      ...startedPayment,
      paymentReference: null,
      expiresAt: now,
      beganAt: now,
      paidAt: null,
      version: 1,
    }
    await storeChange(context, { writes: [insertPayment(payment, 'https://pay.example/sample')] })
    const loaded = await gatherAccountOf(context.tx, payment)
    await storeChange(context, settlePayment(context, loaded, { state: 'paid', paymentReference: `pi_${id}` }))
  })
  return id
}

/** A required estimate without an appointment: a person has to choose what is to be estimated. */
const requestedEstimate = async (hospital: Hospital, person: Person): Promise<Schemas['Estimate']> => {
  const patientId = await accessiblePatient(hospital, person)
  const { practitionerId } = await hospital.time('later')
  return body(hospital.desk.post(`/v1/patients/${patientId}/estimates`, { practitionerId }))
}

const estimateBody = (version: number) => ({
  items: [{ codeSystem: 'HCPCS' as const, code: 'T1015', units: 1, chargeCents: 14_500 }],
  diagnosisCodes: ['I10'],
  version,
})
