import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../../platform/http/tests/start-test-server.testing.ts'
import type { BillingHospital } from '../../tests/billing-hospital.testing.ts'

type Schemas = components['schemas']

export const returnUrl = 'https://portal.lakeside.example/billing'

/** What patients and billers do with payments. The hospital is started later, so it is passed as a function. */
export const paymentVerbs = (hospital: () => BillingHospital) => {
  /** A patient without insurance who owes 145 dollars for a visit. */
  const owing = async () => {
    const { patientId, visitId } = await hospital().signedVisit()
    return { patientId, visitId, patient: await hospital().asPatient(patientId) }
  }
  const statement = async (patient: SignedInClient, patientId: string) =>
    (await patient.get(`/v1/patients/${patientId}/statement`)).body as Schemas['Statement']
  const begin = (patient: SignedInClient, patientId: string, amountCents: number, more: object = {}) =>
    patient.post(`/v1/patients/${patientId}/payments`, { amountCents, returnUrl, ...more })
  const payAt = async (checkoutUrl: string, card = 'succeeds') => {
    await fetch(checkoutUrl, { method: 'POST', body: new URLSearchParams({ card }), redirect: 'manual' })
    await received()
  }
  const received = async () => {
    await hospital().processor.webhooks.settled()
    await hospital().settle()
  }
  const paid = async (amountCents = 14_500) => {
    const owed = await owing()
    const { body } = await begin(owed.patient, owed.patientId, amountCents)
    await payAt(body.checkoutUrl)
    return { ...owed, paymentId: body.id as string }
  }
  const payment = async (patient: SignedInClient, id: string) =>
    (await patient.get(`/v1/payments/${id}`)).body as Schemas['Payment']
  const refund = (id: string, amountCents: number) =>
    hospital().biller.post(`/v1/payments/${id}/refunds`, { amountCents, reason: 'overpaid' })

  /** Runs the jobs at a later time. The clock is set back afterwards, because the sessions would have ended by then. */
  const later = async (minutes: number) => {
    const now = hospital().clock.now()
    hospital().clock.advance({ minutes })
    await hospital().runJob('billing.transmit')
    await hospital().runJob('billing.reconcile-payments')
    hospital().clock.set(now)
  }

  return { owing, statement, begin, payAt, received, paid, payment, refund, later }
}
