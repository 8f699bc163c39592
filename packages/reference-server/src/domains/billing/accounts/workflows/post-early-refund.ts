import type { Change } from '../../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Refund as ReportedRefund } from '../../../../vendors/payments/provider.ts'
import { mailboxFileChanged } from '../../events.ts'
import { changePartFault, closePart, type EarlyRefund } from '../../kernel/store/faulty-parts.ts'
import { faultOfRefund } from '../model/report-fault.ts'
import { findReported, gatherRefund, gatherRefundable, postExternalRefund, settleRefund } from './settle-refund.ts'

/**
 * Posts a refund that was reported before its payment, as it is at the processor now, and ends its wait. If the refund was posted in the
 * meantime, only its wait ends. One that does not fit the payment waits on, for that reason.
 */
export const postEarlyRefund = async (
  context: ReadContext,
  { id }: EarlyRefund,
  update: ReportedRefund,
): Promise<Change<void>> => {
  const { db } = context
  const { refund, payment } = await findReported(db, update)
  const fault = faultOfRefund(update, refund, payment)
  if (fault !== null)
    return { writes: [changePartFault(id, fault)], events: [mailboxFileChanged(id, 'held')], answer: undefined }
  const posted: Change<void> =
    refund !== null
      ? { ...settleRefund(context, await gatherRefund(db, refund), update.state, update.reference), answer: undefined }
      : payment !== null
        ? postExternalRefund(context, await gatherRefundable(db, payment), update)
        : { answer: undefined }
  const patientId = refund?.patientId ?? payment?.patientId
  if (patientId !== undefined) context.access.touch(patientId)
  return {
    ...posted,
    writes: [closePart(id), ...(posted.writes ?? [])],
    events: [...(posted.events ?? []), mailboxFileChanged(id, 'read')],
    answer: undefined,
  }
}
