import type { components } from '@visitkit/contract'
import { createHmac, randomUUID } from 'node:crypto'
import { webhookSecrets } from '../../packages/reference-server/src/test-kit/sandbox-partners.ts'
import {
  gatherAccountOf,
  settlePayment,
} from '../../packages/reference-server/src/domains/billing/accounts/workflows/settle-payment.ts'
import { insertPayment } from '../../packages/reference-server/src/domains/billing/accounts/store/payments.ts'
import { storeChange } from '../../packages/reference-server/src/test-kit/store-change.ts'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'
import { bookAppointment } from './scheduling.ts'
import { biller, claimWithCharges } from './claims.ts'

type Schemas = components['schemas']

/** What patients owe and pay, and what a visit will cost. */
export const accountRequests: Requests<
  | 'getStatement'
  | 'beginPayment'
  | 'getPayment'
  | 'refundPayment'
  | 'receivePaymentWebhook'
  | 'getStatementPdf'
  | 'getSuperbill'
  | 'listEstimates'
  | 'listDueEstimates'
  | 'requestEstimate'
  | 'issueEstimate'
  | 'getEstimatePdf'
> = {
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
  getStatementPdf: async (hospital, person) => {
    const { patientId } = await claimWithCharges(hospital, person)
    return { path: { accountId: patientId }, names: 'patient', concerns: [patientId] }
  },
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
}

/** A report as the processor would sign it. */
const paymentReport = (now: Date): { body: unknown; headers: Record<string, string> } => {
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
