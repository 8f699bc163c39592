import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import type { RequestContext, VaultContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { factTable } from '../../../../platform/database/changes/fact-table.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
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
): Promise<Payment> => {
  const row = await tablesOf(db)
    .selectFrom('billing.payments')
    .select(columns)
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  return paymentOf(withinReach(context, row))
}

/** By our id, or by the processor's of the checkout or of the payment. */
export const findPayment = async (
  db: AnyKysely,
  by: 'id' | 'reference' | 'payment_reference',
  value: string,
): Promise<Payment | null> => {
  const row = await tablesOf(db)
    .selectFrom('billing.payments')
    .select(columns)
    .where(by, '=', value)
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : paymentOf(row)
}

/** Which of the organizations has the payment with this id of the processor, of its page or of itself; null if none has. */
export const findOwnerOfPayment = async (
  db: AnyKysely,
  organizationIds: readonly string[],
  reference: string,
): Promise<string | null> => {
  const { rows } = await sql<{ readonly owner: string | null }>`
    select billing.owner_of_payment(${organizationIds}::uuid[], ${reference}) as owner`.execute(db)
  return rows[0]?.owner ?? null
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
/** The newest first: those before the payment `before`, which is of the same patient. */
export const listPayments = async (
  db: AnyKysely,
  patientId: string,
  { before, take }: { readonly before: string | null; readonly take: number },
): Promise<Payment[]> => {
  const id = before === null ? null : requireUuid(before)
  const rows = await tablesOf(db)
    .selectFrom('billing.payments')
    .select(columns)
    .where('patient_id', '=', requireUuid(patientId))
    // Ids are made from the request, so that a repeat finds its payment: they do not sort by time.
    .$if(id !== null, (query) =>
      query.where(
        sql<boolean>`(began_at, id) < (select last.began_at, last.id from billing.payments as last
          where last.id = ${id} and last.patient_id = ${patientId})`,
      ),
    )
    .orderBy('began_at', 'desc')
    .orderBy('id', 'desc')
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

/** The address of the hosted page is encrypted. Conditional: this checkout is not stored yet. */
export const insertPayment = (payment: Payment, checkoutUrl: string): Write => payments.insertOnce(payment, checkoutUrl)

/** Conditional: the payment is still as gathered in `before`. */
export const replacePayment = (after: Payment, before: Payment): Write =>
  payments.replace({ ...after, version: before.version + 1 }, before)

const payments = factTable<Payment>(
  'billing.payments',
  {
    id: ['id', 'uuid'],
    patientId: ['patient_id', 'uuid'],
    amountCents: ['amount_cents', 'bigint'],
    refundedCents: ['refunded_cents', 'bigint'],
    status: ['status', 'text'],
    reference: ['reference', 'text'],
    paymentReference: ['payment_reference', 'text'],
    expiresAt: ['expires_at', 'timestamptz'],
    beganAt: ['began_at', 'timestamptz'],
    paidAt: ['paid_at', 'timestamptz'],
    version: ['version', 'integer'],
  },
  { fixed: ['patientId', 'amountCents', 'reference', 'beganAt'], sealedFor: ({ patientId }) => patientId },
)

/** Stores what a report said and its bytes, for the organization. Conditional: the report was not stored before. */
export const insertReport = (report: {
  readonly id: string
  readonly reportId: string
  readonly kind: 'checkout' | 'refund'
  readonly reference: string
  readonly state: string
  readonly at: Date
  /** Which version of the reader read it. */
  readonly reader: string
  readonly text: string
}): Write => ({
  statement: insertReported,
  values: [report.id, report.reportId, report.kind, report.reference, report.state, report.at, report.reader, null],
  sealed: { at: 7, rowId: report.id, patientId: null, value: { text: report.text } },
})
const insertReported = writeStatement({
  kind: 'insert',
  table: 'billing.payment_reports',
  columns: ['id', 'report_id', 'kind', 'reference', 'state', 'at', 'reader', 'sealed'],
  values: [...['$1::uuid', '$2::text', '$3::text', '$4::text', '$5::text', '$6::timestamptz', '$7::text', '$8::bytea']],
  isConditional: true,
})
