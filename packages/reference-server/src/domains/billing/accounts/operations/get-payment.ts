import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { readCheckoutUrl, readPayment } from '../store/payments.ts'
import { presentPayment } from '../presenters/present-payment.ts'

export const getPayment = operation<BillingContext>()('getPayment', {
  gather: async ({ path }, { directory }, context) => {
    const payment = await readPayment(context.db, context, path.paymentId)
    await directory.actingFor(context, payment.patientId, 'record')
    return payment
  },
  read: async (_, payment, context) => {
    const url = payment.status === 'open' ? await readCheckoutUrl(context.db, context, payment) : null
    return { status: 200, body: presentPayment(payment, url) }
  },
})
