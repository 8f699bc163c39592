import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { CheckoutState } from '../../../../vendors/payments/provider.ts'
import { accountChanged } from '../../events.ts'
import { patientPayment } from '../../kernel/model/account-ledger.ts'
import { allocatePayment } from '../model/allocate.ts'
import { lockAccount, moveMoney } from '../store/accounts.ts'
import { readPayment, updatePayment, type Payment } from '../store/payments.ts'
import { listDueVisits } from '../store/visit-accounts.ts'

/** The state of a checkout at the processor, current or from a late report. */
export interface CheckoutStatusUpdate {
  readonly state: CheckoutState
  readonly paymentReference: string | null
}

const statusAfter = (status: Payment['status'], state: CheckoutState): Payment['status'] | null => {
  // A paid payment stays paid, whatever an older report says. That it was paid after all is accepted at any time.
  if (status === 'paid') return null
  if (state === 'paid') return 'paid'
  if (status === 'declined' || status === 'expired') return null
  if (state === 'failed') return 'declined'
  if (state === 'expired') return 'expired'
  return state === 'processing' && status === 'open' ? 'processing' : null
}

/**
 * Updates a payment to the state at the processor. The money is posted once, when it has arrived, regardless of the number and order of
 * reports.
 */
export const settlePayment = async (
  context: WriteContext,
  paymentId: string,
  update: CheckoutStatusUpdate,
): Promise<void> => {
  const { tx, now } = context
  const before = await readPayment(tx, context, paymentId, 'for-update')
  const status = statusAfter(before.status, update.state)
  if (status === null) return
  const { patientId, amountCents } = before
  context.access.touch(patientId)
  await updatePayment(tx, before, {
    ...before,
    status,
    paymentReference: update.paymentReference ?? before.paymentReference,
    paidAt: status === 'paid' ? now : null,
  })
  if (status !== 'paid') return context.emit(accountChanged(patientId))
  await lockAccount(context, patientId)
  const parts = allocatePayment(amountCents, await listDueVisits(tx, patientId))
  await moveMoney(
    context,
    patientId,
    parts.map(({ visitId, cents }) => ({ visitId, paymentId, movements: patientPayment(cents) })),
  )
}
