import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { assumeCaller, externalCaller } from '../../../../platform/identity/assume-caller.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { PaymentReport } from '../../../../vendors/payments/provider.ts'
import { paymentReported } from '../../events.ts'
import type { BillingContext } from '../../ports.ts'
import { findOwnerOfPayment, insertReport } from '../store/payments.ts'
import { encryptReport, holdReport } from '../workflows/hold-report.ts'

/** An account that several organizations share reports every payment to the address of each. Our records say whose it is. */
const findOwner = async (
  db: AnyKysely,
  organizationIds: readonly string[],
  report: PaymentReport | null,
): Promise<string | null> => {
  if (organizationIds.length < 2 || report === null) return null
  if (report.kind === 'checkout') return findOwnerOfPayment(db, organizationIds, report.checkout.reference)
  return report.kind === 'refund' ? findOwnerOfPayment(db, organizationIds, report.refund.paymentReference) : null
}

/**
 * Stores a report durably before it responds, and does nothing else. A reaction updates the account later, under the server's own name in
 * the audit log.
 */
export const receivePaymentWebhook = operation<BillingContext>()('receivePaymentWebhook', {
  gather: async ({ path, rawBody, headers }, { payments }, context) => {
    const ofAddress = requireUuid(path.organizationId)
    const processor = payments.of(ofAddress)
    if (processor === null) throw notFound('no payments here')
    const report = processor.readReport({ rawBody, headers, now: context.now })
    const organizationId = (await findOwner(context.db, payments.together, report)) ?? ofAddress
    const reading = assumeCaller(context, externalCaller(organizationId, `payments-${processor.vendor}`))
    const text = Buffer.from(rawBody).toString('utf8')
    const { reader } = processor
    if (report === null || report.kind === 'checkout' || report.kind === 'refund') return { reader, text, report }
    const { id: name, at, kind: fault } = report
    return { reader, text, report: null, held: await encryptReport(reading, { name, at, fault, text, reader }) }
  },
  decide: (_, { reader, text, report, held }, { newId }) => {
    const answer = { status: 200, body: { received: true } } as const
    if (held !== undefined) return { ...holdReport(held), answer }
    if (report === null) return { answer }
    const { id: reportId, at, kind } = report
    const [reference, state] =
      kind === 'checkout'
        ? [report.checkout.reference, report.checkout.state]
        : [report.refund.reference, report.refund.state]
    return {
      writes: [insertReport({ id: newId(), reportId, at, kind, reference, state, reader, text })],
      events: [paymentReported({ kind, reference, state })],
      answer,
      // It was received before.
      otherwise: () => ({ answer }),
    }
  },
})
