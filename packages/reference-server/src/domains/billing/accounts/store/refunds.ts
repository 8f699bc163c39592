import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
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

/** `isConditional`: no refund with this reference is stored. */
export const insertRefund = (refund: Refund, now: Date, isConditional: boolean): Write => ({
  statement: isConditional ? insertOnce : insertNew,
  values: [
    ...[refund.id, refund.paymentId, refund.patientId, refund.amountCents, refund.reason, refund.status],
    ...[refund.reference, refund.requestedAt, nextRefundPoll(refund.status, refund.requestedAt, now)],
  ],
})
const insertion = {
  kind: 'insert',
  table: 'billing.refunds',
  columns: [
    ...['id', 'payment_id', 'patient_id', 'amount_cents', 'reason', 'status', 'reference'],
    ...['requested_at', 'next_poll_at'],
  ],
  values: [
    ...['$1::uuid', '$2::uuid', '$3::uuid', '$4::bigint', '$5::text', '$6::text', '$7::text'],
    ...['$8::timestamptz', '$9::timestamptz'],
  ],
} as const
const insertOnce = writeStatement({ ...insertion, isConditional: true })
const insertNew = writeStatement({ ...insertion, isConditional: false })

/** Null if the refund is not ours. */
export const findRefund = async (db: AnyKysely, by: 'id' | 'reference', value: string): Promise<Refund | null> => {
  const row = await tablesOf(db).selectFrom('billing.refunds').select(columns).where(by, '=', value).executeTakeFirst()
  if (!row) return null
  const { amount_cents, ...refund } = row
  return { ...refund, amountCents: centsOf(amount_cents) }
}

/** Conditional: the refund is still as gathered in `before`. If nothing changes, only the time of the poll is stored. */
export const replaceRefund = (
  { status, reference }: Pick<Refund, 'status' | 'reference'>,
  before: Refund,
  now: Date,
): Write => ({
  statement: replace,
  values: [
    status,
    reference,
    nextRefundPoll(status, before.requestedAt, now),
    before.id,
    before.status,
    before.reference,
  ],
})
const replace = writeStatement({
  kind: 'update',
  table: 'billing.refunds',
  set: 'status = $1::text, reference = $2::text, next_poll_at = $3::timestamptz',
  where: 'id = $4::uuid and status = $5::text and reference is not distinct from $6::text',
  isConditional: true,
})

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
