import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { isUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { Refund as RefundStatusUpdate, RefundState } from '../../../../vendors/payments/provider.ts'
import { accountChanged } from '../../events.ts'
import { refund as refundMovement } from '../../kernel/model/account-ledger.ts'
import { allocatePayment, allocateRefund, type Allocation } from '../model/allocate.ts'
import { accountAsGathered, listAllocationsByPayment } from '../store/accounts.ts'
import { findPayment, replacePayment, type Payment } from '../store/payments.ts'
import { findRefund, insertRefund, replaceRefund, type Refund } from '../store/refunds.ts'
import { moveMoney, type Move, type MoneyMoved } from './move-money.ts'
import { gatherAccountOf, type LoadedPayment } from './settle-payment.ts'

/** A payment of which something may be refunded. */
export interface RefundablePayment extends LoadedPayment {
  /** Where its money went. Changes only with the payment. */
  readonly allocations: readonly Allocation[]
}

export const gatherRefundable = async (db: AnyKysely, payment: Payment): Promise<RefundablePayment> => {
  const [loaded, allocations] = await Promise.all([
    gatherAccountOf(db, payment),
    listAllocationsByPayment(db, payment.id),
  ])
  return { ...loaded, allocations }
}

const movesOf = (parts: readonly Allocation[], paymentId: string, sign: 1 | -1): readonly Move[] =>
  parts.map(({ visitId, cents }) => ({ visitId, paymentId, movements: refundMovement(sign * cents) }))

/**
 * Deducts a refund from the payment and posts it to the account: the patient owes the amount again, for the visits that the payment was
 * allocated to. Conditional: the payment is as gathered.
 */
export const postRefund = (
  context: DecideContext,
  { payment, allocations }: RefundablePayment,
  cents: number,
): MoneyMoved & { readonly payment: Payment } => {
  const after = { ...payment, refundedCents: payment.refundedCents + cents }
  const money = moveMoney(context, payment.patientId, movesOf(allocateRefund(cents, allocations), payment.id, 1))
  return { payment: after, writes: [replacePayment(after, payment), ...money.writes], events: money.events }
}

/** Conditional: the payment and the patient's account are as gathered. */
const reverseRefund = (context: DecideContext, { payment, account, due }: LoadedPayment, cents: number): MoneyMoved => {
  const { patientId } = payment
  const after = { ...payment, refundedCents: payment.refundedCents - cents }
  const money = moveMoney(context, patientId, movesOf(allocatePayment(cents, due), payment.id, -1))
  return {
    writes: [replacePayment(after, payment), accountAsGathered(patientId, account), ...money.writes],
    events: money.events,
  }
}

/**
 * Applies the outcome of a refund. The amount was deducted when the refund was requested, so that it cannot be refunded twice; only a
 * failure undoes that. `failed` without a reference: the processor has no refund, because it refused or was never reached. Conditional:
 * the refund is as gathered.
 */
export const settleRefund = (
  context: DecideContext,
  { refund: before, refundable }: LoadedRefund,
  state: RefundState,
  reference: string | null,
): MoneyMoved => {
  const nothing: MoneyMoved = { writes: [], events: [] }
  if (before.reference !== null && reference === null) return nothing
  // A bank's refusal is final. That the processor has no refund is not: it may appear later.
  const isUndone = before.status === 'failed'
  if (isUndone && (before.reference !== null || state === 'failed')) return nothing
  // A bank may return money that had arrived. After that, `pending` adds nothing.
  const status = before.status === 'succeeded' && state === 'pending' ? before.status : state
  const settling = replaceRefund({ status, reference: reference ?? before.reference }, before, context.now)
  if (status === before.status) return { writes: [settling], events: [] }
  context.access.touch(before.patientId)
  const { writes, events } = isUndone
    ? postRefund(context, refundable, before.amountCents)
    : status === 'failed'
      ? reverseRefund(context, refundable, before.amountCents)
      : { writes: [], events: [accountChanged(before.patientId)] }
  return { writes: [settling, ...writes], events }
}

/** The refund of a report; if it was made elsewhere, the payment of which it is. */
export const findReported = async (
  db: AnyKysely,
  { reference, refundId, paymentReference }: RefundStatusUpdate,
): Promise<{ readonly refund: Refund | null; readonly payment: Payment | null }> => {
  // The id may not be ours: a person at the processor's dashboard can enter any value.
  const asked = refundId !== null && isUuid(refundId) ? await findRefund(db, 'id', refundId) : null
  const refund = asked ?? (await findRefund(db, 'reference', reference))
  const payment = refund === null ? await findPayment(db, 'payment_reference', paymentReference) : null
  return { refund, payment }
}

/** A refund with its payment. */
export interface LoadedRefund {
  readonly refund: Refund
  readonly refundable: RefundablePayment
}

export const gatherRefund = async (db: AnyKysely, refund: Refund): Promise<LoadedRefund> => {
  const payment = await findPayment(db, 'id', refund.paymentId)
  if (payment === null) throw new Error('A payment is never removed.')
  return { refund, refundable: await gatherRefundable(db, payment) }
}

/** Stores a refund that was made in the processor's dashboard, of a payment that is ours. */
export const postExternalRefund = (
  context: DecideContext,
  refundable: RefundablePayment,
  { reference, amountCents, state }: RefundStatusUpdate,
): Change<void> => {
  if (state === 'failed') return { answer: undefined }
  const { payment } = refundable
  // Reports arrive in any order: this one waits for the payment's report.
  if (payment.status !== 'paid') throw new Error('a refund of money that has not arrived here yet')
  const { id: paymentId, patientId } = payment
  const made = { id: context.newId(), paymentId, patientId, amountCents, reason: 'made-elsewhere', status: state }
  const refund: Refund = { ...made, reference, requestedAt: context.now }
  const { writes, events } = postRefund(context, refundable, amountCents)
  return {
    writes: [...writes, insertRefund(refund, context.now, true)],
    events,
    answer: undefined,
    // It was reported before.
    otherwise: () => ({ answer: undefined }),
  }
}
