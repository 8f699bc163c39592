import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { WriteContext, RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely, RowLock } from '../../../../platform/contracts/database.ts'
import { sealContextIn, withinReach } from '../../kernel/store/within-reach.ts'
import { centsOf, tablesOf, type BillingTables } from '../../kernel/store/tables.ts'

/** A patient's payment. FHIR: PaymentNotice. Contains no card data. */
export interface Payment {
  readonly id: string
  readonly patientId: string
  readonly amountCents: number
  readonly refundedCents: number
  readonly status: BillingTables['billing.payments']['status']
  /** The processor's id of the checkout. */
  readonly reference: string
  /** The processor's id of the payment; null before there is one. */
  readonly paymentReference: string | null
  readonly expiresAt: Date
  readonly beganAt: Date
  readonly paidAt: Date | null
  readonly version: number
}

type Row = Selectable<BillingTables['billing.payments']>
const sealContext = sealContextIn('payments')

const columns = [
  'id',
  'patient_id',
  'amount_cents',
  'refunded_cents',
  'status',
  'reference',
  'payment_reference',
  'expires_at',
  'began_at',
  'paid_at',
  'version',
] as const satisfies readonly (keyof Row)[]

const paymentOf = (row: Pick<Row, (typeof columns)[number]>): Payment => ({
  id: row.id,
  patientId: row.patient_id,
  amountCents: centsOf(row.amount_cents),
  refundedCents: centsOf(row.refunded_cents),
  status: row.status,
  reference: row.reference,
  paymentReference: row.payment_reference,
  expiresAt: row.expires_at,
  beganAt: row.began_at,
  paidAt: row.paid_at,
  version: row.version,
})

/** Throws `not_found`, also outside the caller's reach. Decrypts nothing. */
export const readPayment = async (
  db: AnyKysely,
  context: Pick<RequestContext, 'access' | 'caller'>,
  id: string,
  lock: RowLock = 'none',
): Promise<Payment> => {
  const row = await tablesOf(db)
    .selectFrom('billing.payments')
    .select(columns)
    .where('id', '=', requireUuid(id))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  return paymentOf(withinReach(context, row))
}

/** By the processor's id of the checkout or of the payment. */
export const findPayment = async (
  db: AnyKysely,
  by: 'reference' | 'payment_reference',
  reference: string,
): Promise<Payment | null> => {
  const row = await tablesOf(db)
    .selectFrom('billing.payments')
    .select(columns)
    .where(by, '=', reference)
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : paymentOf(row)
}

/** The hosted page. Anyone with its address can pay, so it is encrypted like the patient's data. */
export const readCheckoutUrl = async (
  db: AnyKysely,
  { access, vault, caller }: VaultContext,
  { id, patientId }: Pick<Payment, 'id' | 'patientId'>,
): Promise<string> => {
  const { sealed } = await tablesOf(db)
    .selectFrom('billing.payments')
    .select('sealed')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return vault.open<string>(db, access, sealContext(caller.organizationId, id, patientId), sealed)
}

/** Newest first. */
export const listLatestPayments = async (db: AnyKysely, patientId: string, take: number): Promise<Payment[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.payments')
    .select(columns)
    .where('patient_id', '=', requireUuid(patientId))
    // Ids are made from the request, so that a repeat finds its payment: they do not sort by time.
    .orderBy('began_at', 'desc')
    .limit(take)
    .execute()
  return rows.map(paymentOf)
}

/** A patient's payments whose checkout is still open. */
export const listOpenPayments = async (db: AnyKysely, patientId: string): Promise<Payment[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.payments')
    .select(columns)
    .where('patient_id', '=', requireUuid(patientId))
    .where('status', '=', 'open')
    .orderBy('began_at', 'desc')
    .limit(20)
    .execute()
  return rows.map(paymentOf)
}

/** Payments by a delayed method, such as a bank debit, that have not arrived yet: the amount is still due, but must not be paid again. */
export const readPendingCents = async (db: AnyKysely, patientId: string): Promise<number> => {
  const { cents } = await tablesOf(db)
    .selectFrom('billing.payments')
    .select(({ fn }) => fn.sum<string | null>('amount_cents').as('cents'))
    .where('patient_id', '=', requireUuid(patientId))
    .where('status', '=', 'processing')
    .executeTakeFirstOrThrow()
  return centsOf(cents ?? 0)
}

/**
 * Payments begun before `before` for which the processor has reported no outcome: the report may have been lost. The first to expire comes
 * first.
 */
export const listUnsettledPayments = async (db: AnyKysely, before: Date, take: number): Promise<Payment[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.payments')
    .select(columns)
    .where('status', 'in', ['open', 'processing'])
    .where('began_at', '<', before)
    .orderBy('expires_at')
    .limit(take)
    .execute()
  return rows.map(paymentOf)
}

/** False if this checkout is already stored: a repeat of the same request. */
export const insertPayment = async (
  { tx, caller, vault, access }: WriteContext,
  payment: Payment,
  checkoutUrl: string,
): Promise<boolean> => {
  access.touch(payment.patientId)
  const { organizationId } = caller
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('billing.payments')
    .values({
      organization_id: organizationId,
      id: payment.id,
      patient_id: payment.patientId,
      amount_cents: payment.amountCents,
      refunded_cents: payment.refundedCents,
      status: payment.status,
      reference: payment.reference,
      payment_reference: payment.paymentReference,
      expires_at: payment.expiresAt,
      began_at: payment.beganAt,
      paid_at: payment.paidAt,
      version: payment.version,
      sealed: await vault.seal(tx, sealContext(organizationId, payment.id, payment.patientId), checkoutUrl),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The row is locked. */
export const updatePayment = async (tx: AnyKysely, before: Payment, after: Payment): Promise<void> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('billing.payments')
    .set({
      refunded_cents: after.refundedCents,
      status: after.status,
      payment_reference: after.paymentReference,
      paid_at: after.paidAt,
      expires_at: after.expiresAt,
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error('a payment changed although its row was locked')
}

/** False if the report was stored before. */
export const insertReport = async (
  { tx, caller, newId }: WriteContext,
  report: {
    readonly id: string
    readonly kind: 'checkout' | 'refund'
    readonly reference: string
    readonly state: string
    readonly at: Date
  },
): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into billing.payment_reports (organization_id, id, report_id, kind, reference, state, at)
    values (${caller.organizationId}, ${newId()}, ${report.id}, ${report.kind}, ${report.reference}, ${report.state}, ${report.at})
    on conflict (organization_id, report_id) do nothing`.execute(tx)
  return numAffectedRows === 1n
}
