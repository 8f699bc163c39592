import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { nextRefundPoll } from '../model/next-refund-poll.ts'
import { centsOf, tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

export interface Refund {
  readonly id: string
  readonly paymentId: string
  readonly patientId: string
  readonly amountCents: number
  readonly reason: string
  readonly status: BillingTables['billing.refunds']['status']
  /** The processor's id of the refund. */
  readonly reference: string | null
  readonly requestedAt: Date
}

const columns = [
  'id',
  'payment_id as paymentId',
  'patient_id as patientId',
  'amount_cents',
  'reason',
  'status',
  'reference',
  'requested_at as requestedAt',
] as const

/** False if a refund with this reference is already stored. */
export const insertRefund = async (
  { tx, caller, now, access }: WriteContext,
  refund: Omit<Refund, 'requestedAt'>,
): Promise<boolean> => {
  access.touch(refund.patientId)
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('billing.refunds')
    .values({
      organization_id: caller.organizationId,
      id: refund.id,
      payment_id: refund.paymentId,
      patient_id: refund.patientId,
      amount_cents: refund.amountCents,
      reason: refund.reason,
      status: refund.status,
      reference: refund.reference,
      requested_at: now,
      next_poll_at: nextRefundPoll(refund.status, now, now),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Locked. Null if the refund is not ours. */
export const lockRefund = async (tx: AnyKysely, by: 'id' | 'reference', value: string): Promise<Refund | null> => {
  const row = await tablesOf(tx)
    .selectFrom('billing.refunds')
    .select(columns)
    .where(by, '=', value)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const { amount_cents, ...refund } = row
  return { ...refund, amountCents: centsOf(amount_cents) }
}

/** The row is locked. If the status is unchanged, only the time of the poll is stored. */
export const updateRefund = async (
  { tx, now }: Pick<WriteContext, 'tx' | 'now'>,
  { id, requestedAt }: Pick<Refund, 'id' | 'requestedAt'>,
  status: Refund['status'],
  reference: string | null,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.refunds')
    .set({ status, reference, next_poll_at: nextRefundPoll(status, requestedAt, now) })
    .where('id', '=', id)
    .execute()
}

/** Refunds that are due for polling at `now`, the longest overdue first. */
export const listRefundsDueForPolling = async (
  db: AnyKysely,
  now: Date,
  take: number,
): Promise<{ readonly id: string; readonly reference: string | null; readonly paymentReference: string }[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.refunds as refund')
    .innerJoin('billing.payments as payment', (join) =>
      join
        .onRef('payment.organization_id', '=', 'refund.organization_id')
        .onRef('payment.id', '=', 'refund.payment_id'),
    )
    .select(['refund.id', 'refund.reference', 'payment.payment_reference as paymentReference'])
    .where('refund.next_poll_at', '<=', now)
    .orderBy('refund.next_poll_at')
    .limit(take)
    .execute()
  return rows.flatMap(({ paymentReference, ...refund }) =>
    paymentReference === null ? [] : [{ ...refund, paymentReference }],
  )
}
