import type { AnyKysely, Keeping } from '../../../platform/seams.ts'
import { centsOf, tablesOf, type BillingTables } from './tables.ts'

export interface Refund {
  readonly id: string
  readonly paymentId: string
  readonly patientId: string
  readonly amountCents: number
  readonly reason: string
  readonly status: BillingTables['billing.refunds']['status']
  /** The processor's id of it. */
  readonly reference: string | null
}

const columns = [
  'id',
  'payment_id as paymentId',
  'patient_id as patientId',
  'amount_cents',
  'reason',
  'status',
  'reference',
] as const

export const insertRefund = async (
  { tx, caller, now, access }: Keeping,
  refund: Omit<Refund, 'reference'> & { readonly reference?: string },
): Promise<void> => {
  access.touch(refund.patientId)
  await tablesOf(tx)
    .insertInto('billing.refunds')
    .values({
      organization_id: caller.organizationId,
      id: refund.id,
      payment_id: refund.paymentId,
      patient_id: refund.patientId,
      amount_cents: refund.amountCents,
      reason: refund.reason,
      status: refund.status,
      reference: refund.reference ?? null,
      asked_at: now,
    })
    .execute()
}

/** Locked. Null for a refund that is none of ours. */
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

export const updateRefund = async (
  tx: AnyKysely,
  id: string,
  status: Refund['status'],
  reference: string | null,
): Promise<void> => {
  await tablesOf(tx).updateTable('billing.refunds').set({ status, reference }).where('id', '=', id).execute()
}
