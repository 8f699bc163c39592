import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { checkoutUrlOf, readPayment } from '../store/payments.ts'
import { answerOfPayment } from '../presenters/answer-of-payment.ts'

export const getPayment = operation<BillingContext>()('getPayment', {
  gather: async ({ path }, { directory }, reading) => {
    const payment = await readPayment(reading.db, reading, path.paymentId)
    await directory.actingFor(reading, payment.patientId, 'record')
    return payment
  },
  read: async (_, payment, reading) => {
    const url = payment.status === 'open' ? await checkoutUrlOf(reading.db, reading, payment) : null
    return { status: 200, body: answerOfPayment(payment, url) }
  },
})
