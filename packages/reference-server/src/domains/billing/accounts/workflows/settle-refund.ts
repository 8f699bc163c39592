import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { Refund as RefundStatusUpdate, RefundState } from '../../../../vendors/payments/provider.ts'
import { accountChanged } from '../../events.ts'
import { refund as refundMovement } from '../../kernel/model/account-ledger.ts'
import { allocatePayment, allocateRefund } from '../model/allocate.ts'
import { listAllocationsByPayment, lockAccount, moveMoney } from '../store/accounts.ts'
import { findPayment, readPayment, updatePayment, type Payment } from '../store/payments.ts'
import { insertRefund, lockRefund, updateRefund, type Refund } from '../store/refunds.ts'
import { listDueVisits } from '../store/visit-accounts.ts'

/** Takes what is given back off the payment and writes it to the account: the patient owes it again, where it had gone. The payment is locked. */
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
 * What became of a refund. It was taken off the account when it was asked for, so that nobody gives the same money back twice; only when
 * it fails is that undone. `failed` without a reference: the processor has none, because it refused or was never reached.
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
  // The bank's no is final. That there was none is not: it may be there after all.
  const isUndone = before.status === 'failed'
  if (isUndone && (before.reference !== null || state === 'failed')) return
  // A bank may send money back that had arrived; that it is on its way is no news after that.
  const status = before.status === 'succeeded' && state === 'pending' ? before.status : state
  await updateRefund(context, before, status, reference ?? before.reference)
  if (status === before.status) return
  context.access.touch(before.patientId)
  const payment = await readPayment(tx, context, before.paymentId, 'for-update')
  if (isUndone) await postRefund(context, payment, before.amountCents)
  else if (status === 'failed') await reverseRefund(context, payment, before.amountCents)
  else await context.emit(accountChanged(before.patientId))
}

/** Keeps a refund that was made at the processor's own desk, of a payment of ours; of another's it is none of our business. */
export const postExternalRefund = async (context: WriteContext, update: RefundStatusUpdate): Promise<void> => {
  const { tx, newId } = context
  const { reference, paymentReference, amountCents, state } = update
  if (state === 'failed') return
  const found = await findPayment(tx, 'payment_reference', paymentReference)
  if (found === null) return
  const payment = await readPayment(tx, context, found.id, 'for-update')
  // Reports come in any order: this one waits for that of the payment.
  if (payment.status !== 'paid') throw new Error('a refund of money that has not arrived here yet')
  const { id: paymentId, patientId } = payment
  const refund = { id: newId(), paymentId, patientId, amountCents, reason: 'made-elsewhere', status: state, reference }
  if (await insertRefund(context, refund)) await postRefund(context, payment, amountCents)
}
