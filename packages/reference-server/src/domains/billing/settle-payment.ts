import type { Keeping } from '../../platform/seams.ts'
import type { CheckoutState, RefundState } from '../../vendors/payments/provider.ts'
import { accountTold } from './events.ts'
import { patientPayment, refund as refundMovement } from './model/account-ledger.ts'
import { allocatePayment, allocateRefund } from './model/allocate.ts'
import { allocationsOf, lockAccount, moveMoney } from './store/accounts.ts'
import { readPayment, updatePayment, type Payment } from './store/payments.ts'
import { lockRefund, updateRefund, type Refund } from './store/refunds.ts'
import { dueVisits } from './store/visit-accounts.ts'

/** What the processor says of a checkout, now or in a report that came late. */
export interface CheckoutNews {
  readonly state: CheckoutState
  readonly paymentReference: string | null
}

const statusAfter = (status: Payment['status'], state: CheckoutState): Payment['status'] | null => {
  // Money that is there stays there, whatever an older report says; that it came after all is believed at any time.
  if (status === 'paid') return null
  if (state === 'paid') return 'paid'
  if (status === 'declined' || status === 'expired') return null
  if (state === 'failed') return 'declined'
  if (state === 'expired') return 'expired'
  return state === 'processing' && status === 'open' ? 'processing' : null
}

/**
 * Takes a payment to where the processor says it is; money counts once, when it is there, however often and in whatever order that is told.
 */
export const settlePayment = async (keeping: Keeping, paymentId: string, news: CheckoutNews): Promise<void> => {
  const { tx, now } = keeping
  const before = await readPayment(tx, keeping, paymentId, 'lock')
  const status = statusAfter(before.status, news.state)
  if (status === null) return
  const { patientId, amountCents } = before
  keeping.access.touch(patientId)
  await updatePayment(tx, before, {
    ...before,
    status,
    paymentReference: news.paymentReference ?? before.paymentReference,
    paidAt: status === 'paid' ? now : null,
  })
  if (status !== 'paid') return keeping.emit(accountTold(patientId))
  await lockAccount(keeping, patientId)
  const parts = allocatePayment(amountCents, await dueVisits(tx, patientId))
  await moveMoney(
    keeping,
    patientId,
    parts.map(({ visitId, cents }) => ({ visitId, paymentId, movements: patientPayment(cents) })),
  )
}

/** Writes a refund to the account: the patient owes again what was given back, where the payment had gone. The payment is locked. */
export const moveRefund = async (keeping: Keeping, payment: Payment, cents: number): Promise<void> => {
  await lockAccount(keeping, payment.patientId)
  const parts = allocateRefund(cents, await allocationsOf(keeping.tx, payment.id))
  await moveMoney(
    keeping,
    payment.patientId,
    parts.map((part) => ({ visitId: part.visitId, paymentId: payment.id, movements: refundMovement(part.cents) })),
  )
}

/**
 * What became of a refund. It was taken off the account when it was asked for, so that nobody gives the same money back twice; only when
 * it fails is that undone.
 */
export const settleRefund = async (
  keeping: Keeping,
  { id }: Pick<Refund, 'id'>,
  state: RefundState,
  reference: string | null,
): Promise<void> => {
  const { tx } = keeping
  const before = await lockRefund(tx, 'id', id)
  if (before === null || before.status === 'failed') return
  const status = state === 'succeeded' ? 'succeeded' : state === 'failed' ? 'failed' : 'pending'
  // A bank may send money back that had arrived; that it is on its way is no news after that.
  if (before.status === status || (before.status === 'succeeded' && status === 'pending')) return
  keeping.access.touch(before.patientId)
  await updateRefund(tx, id, status, reference ?? before.reference)
  if (status !== 'failed') return keeping.emit(accountTold(before.patientId))
  const payment = await readPayment(tx, keeping, before.paymentId, 'lock')
  await updatePayment(tx, payment, { ...payment, refundedCents: payment.refundedCents - before.amountCents })
  await lockAccount(keeping, payment.patientId)
  const parts = allocatePayment(before.amountCents, await dueVisits(tx, payment.patientId))
  await moveMoney(
    keeping,
    payment.patientId,
    parts.map(({ visitId, cents }) => ({ visitId, paymentId: payment.id, movements: refundMovement(-cents) })),
  )
}
