import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { paymentVerbs } from '../../domains/billing/accounts/tests/payment-verbs.testing.ts'
import type { reportFaults } from '../../domains/billing/remittances/model/fault-of-file.ts'
import type { BillingHospital } from '../../domains/billing/tests/billing-hospital.testing.ts'

export type ReportFault = (typeof reportFaults)[number]

/** Reports of the payment processor that do not fit. The hospital is started later, so it is passed as a function. */
export const heldReports = (hospitalNow: () => BillingHospital) => {
  const { owing, statement, begin, payAt, paid, payment } = paymentVerbs(hospitalNow)
  const sessions = () => [...hospitalNow().processor.ledger.sessions.values()]
  const foreignPage = (amountCents: number) =>
    hospitalNow().processor.ledger.open({
      ...{ clientReferenceId: randomUUID(), amount: amountCents, label: 'Another shop' },
      ...{ successUrl: 'https://shop.example', cancelUrl: 'https://shop.example' },
      expiresAt: Math.floor(hospitalNow().clock.now().getTime() / 1_000) + 3_600,
    })

  /** Makes the report; returns what has to be as before. A new fault does not compile until it has one. */
  const reports: Readonly<Record<ReportFault, () => Promise<() => Promise<unknown>>>> = {
    payment_unknown: async () => {
      const { patient, patientId } = await owing()
      hospitalNow().processor.webhooks.scriptNext(['duplicate'])
      hospitalNow().processor.ledger.pay(foreignPage(4_321), 'succeeds')
      return () => statement(patient, patientId)
    },
    refund_unknown: async () => {
      const { patient, patientId } = await paid()
      const page = foreignPage(5_000)
      hospitalNow().processor.webhooks.scriptNext(['lose'])
      hospitalNow().processor.ledger.pay(page, 'succeeds')
      hospitalNow().processor.ledger.refund(page.payment_intent ?? '', 1_000, { refund_id: randomUUID() })
      return () => statement(patient, patientId)
    },
    payment_differs: async () => {
      const { patient, patientId } = await owing()
      const { body } = await begin(patient, patientId, 14_500)
      const page = sessions().find(({ client_reference_id: id }) => id === body.id)
      if (page === undefined) throw new Error('the processor has no page')
      Object.assign(page, { amount_total: 100 })
      await payAt(body.checkoutUrl)
      return async () => {
        const { payments } = await statement(patient, patientId)
        expect(payments.map(({ status }) => status)).toEqual(['open'])
        return statement(patient, patientId)
      }
    },
    report_unknown: async () => {
      const { patient, patientId, paymentId } = await paid()
      const dispute = { object: 'dispute', id: 'dp_sample', amount: 14_500, currency: 'usd' }
      hospitalNow().processor.webhooks.scriptNext(['duplicate'])
      hospitalNow().processor.webhooks.report('charge.dispute.created', dispute)
      return async () => [await statement(patient, patientId), (await payment(patient, paymentId)).status]
    },
    report_unreadable: async () => {
      const { patient, patientId } = await owing()
      const { body } = await begin(patient, patientId, 14_500)
      const page = sessions().find(({ client_reference_id: id }) => id === body.id)
      const inEuros = { ...page, status: 'complete', payment_status: 'paid', currency: 'eur' }
      hospitalNow().processor.webhooks.report('checkout.session.completed', inEuros)
      return () => statement(patient, patientId)
    },
  }
  return { reports, sessions, foreignPage }
}
