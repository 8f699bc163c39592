import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { Refund as RefundStatusUpdate, RefundState } from '../../../../vendors/payments/provider.ts'
import { accountChanged } from '../../events.ts'
import { refund as refundMovement } from '../../kernel/model/account-ledger.ts'
import { allocatePayment, allocateRefund } from '../model/allocate.ts'
import { listAllocationsByPayment, lockAccount, moveMoney } from '../store/accounts.ts'
import { findPayment, readPayment, updatePayment, type Payment } from '../store/payments.ts'
import { insertRefund, lockRefund, updateRefund, type Refund } from '../store/refunds.ts'
import { listDueVisits } from '../store/visit-accounts.ts'

/**
 * Deducts a refund from the payment and posts it to the account: the patient owes the amount again, for the visits that the payment was
 * allocated to. The payment is locked.
 */
export const postRefund = async (context: WriteContext, payment: Payment, cents: number): Promise<Payment> => {
  const after = { ...payment, refundedCents: payment.refundedCents + cents }
  await updatePayment(context.tx, payment, after)
  await lockAccount(context, payment.patientId)
  const parts = allocateRefund(cents, await listAllocationsByPayment(context.tx, payment.id))
  await moveMoney(
    context,
    payment.patientId,
    parts.map((part) => ({ visitId: part.visitId, paymentId: payment.id, movements: refundMovement(part.cents) })),
  )
  return after
}

const reverseRefund = async (context: WriteContext, payment: Payment, cents: number): Promise<void> => {
  const { tx } = context
  await updatePayment(tx, payment, { ...payment, refundedCents: payment.refundedCents - cents })
  await lockAccount(context, payment.patientId)
  const parts = allocatePayment(cents, await listDueVisits(tx, payment.patientId))
  await moveMoney(
    context,
    payment.patientId,
    parts.map((part) => ({ visitId: part.visitId, paymentId: payment.id, movements: refundMovement(-part.cents) })),
  )
}

/**
 * Applies the outcome of a refund. The amount was deducted when the refund was requested, so that it cannot be refunded twice; only a
 * failure undoes that. `failed` without a reference: the processor has no refund, because it refused or was never reached.
 */
export const settleRefund = async (
  context: WriteContext,
  { id }: Pick<Refund, 'id'>,
  state: RefundState,
  reference: string | null,
): Promise<void> => {
  const { tx } = context
  const before = await lockRefund(tx, 'id', id)
  if (before === null || (before.reference !== null && reference === null)) return
  // A bank's refusal is final. That the processor has no refund is not: it may appear later.
  const isUndone = before.status === 'failed'
  if (isUndone && (before.reference !== null || state === 'failed')) return
  // A bank may return money that had arrived. After that, `pending` adds nothing.
  const status = before.status === 'succeeded' && state === 'pending' ? before.status : state
  await updateRefund(context, before, status, reference ?? before.reference)
  if (status === before.status) return
  context.access.touch(before.patientId)
  const payment = await readPayment(tx, context, before.paymentId, 'for-update')
  if (isUndone) await postRefund(context, payment, before.amountCents)
  else if (status === 'failed') await reverseRefund(context, payment, before.amountCents)
  else await context.emit(accountChanged(before.patientId))
}

/** Stores a refund that was made in the processor's dashboard, if the payment is ours; others are ignored. */
export const postExternalRefund = async (context: WriteContext, update: RefundStatusUpdate): Promise<void> => {
  const { tx, newId } = context
  const { reference, paymentReference, amountCents, state } = update
  if (state === 'failed') return
  const found = await findPayment(tx, 'payment_reference', paymentReference)
  if (found === null) return
  const payment = await readPayment(tx, context, found.id, 'for-update')
  // Reports arrive in any order: this one waits for the payment's report.
  if (payment.status !== 'paid') throw new Error('a refund of money that has not arrived here yet')
  const { id: paymentId, patientId } = payment
  const refund = { id: newId(), paymentId, patientId, amountCents, reason: 'made-elsewhere', status: state, reference }
  if (await insertRefund(context, refund)) await postRefund(context, payment, amountCents)
}
