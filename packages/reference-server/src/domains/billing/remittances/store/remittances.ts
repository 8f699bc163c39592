import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { HoldReason } from '../../kernel/model/posting.ts'
import type { PaymentOrigin } from '../model/origin-fault.ts'
import type { RemittedClaim, Remittance } from '../../kernel/model/remittance.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { centsOf, tablesOf, type BillingTables, type ExternalResolution } from '../../kernel/store/tables.ts'
import { rowsStatement } from '../../kernel/store/rows-statement.ts'

/** One payment of a payer, as stored. FHIR: PaymentReconciliation. */
export interface StoredRemittance {
  readonly id: string
  readonly payerIdentifier: string
  readonly payerName: string
  readonly paymentNumber: string
  readonly paidOn: string
  readonly amountCents: number
  readonly postedCents: number
  /** PLB. */
  readonly adjustmentCents: number
  readonly claims: number
  readonly unmatched: number
  readonly status: 'posted' | 'needs-work' | 'resolved-externally'
  /** It does not balance. */
  readonly unbalanced: boolean
  readonly externalResolution: ExternalResolution | null
  readonly receivedAt: Date
}

export interface RemittanceLine {
  readonly id: string
  readonly position: number
  readonly claimId: string | null
  readonly patientId: string | null
  readonly claimNumber: string
  readonly kind: 'payment' | 'reversal' | 'denial'
  readonly chargeCents: number
  readonly paidCents: number
  readonly patientCents: number
  /** Kept after a person has worked on it. */
  readonly holdReason: HoldReason | null
  readonly resolution: 'matched' | 'external' | null
  readonly externalResolution: ExternalResolution | null
  readonly resolvedAt: Date | null
}
type NewLine = Omit<RemittanceLine, 'resolution' | 'externalResolution' | 'resolvedAt'>

/**
 * What the payer reported about a claim, encrypted. A held line also keeps its own part of the file, for the claim that it is matched to,
 * and whose payment it is.
 */
export type StoredLine = RemittedClaim & { readonly text?: string; readonly origin?: PaymentOrigin }

type Row = Selectable<BillingTables['billing.remittances']>
export const lineSealContext = sealContextIn('remittance_lines')

export const storedRemittanceOf = (row: Row): StoredRemittance => ({
  id: row.id,
  payerIdentifier: row.payer_identifier,
  payerName: row.payer_name,
  paymentNumber: row.payment_number,
  paidOn: row.paid_on,
  amountCents: centsOf(row.amount_cents),
  postedCents: centsOf(row.posted_cents),
  adjustmentCents: centsOf(row.adjustment_cents),
  claims: row.claims,
  unmatched: row.unmatched,
  status: row.status,
  unbalanced: row.unbalanced,
  externalResolution: row.external_resolution,
  receivedAt: row.received_at,
})

type PaymentName = Pick<Remittance, 'payerIdentifier' | 'paymentNumber'>

export type KnownPayment = PaymentName & { readonly fingerprint: Uint8Array }

/** Payments with these names: their ids and content digests. */
export const listPaymentsByName = async (db: AnyKysely, names: readonly PaymentName[]): Promise<KnownPayment[]> => {
  if (names.length === 0) return []
  const { rows } = await sql<KnownPayment>`
    select kept.payer_identifier as "payerIdentifier", kept.payment_number as "paymentNumber", kept.fingerprint
    from billing.remittances as kept where (kept.payer_identifier, kept.payment_number) in (
      select * from unnest(${names.map(({ payerIdentifier }) => payerIdentifier)}::text[],
        ${names.map(({ paymentNumber }) => paymentNumber)}::text[]))`.execute(db)
  return rows
}

/** Conditional: no payment with one of these names was stored since `known` of them were gathered. */
export const paymentsAsGathered = (names: readonly PaymentName[], known: number): Write => ({
  statement: sameCount,
  values: [names.map(({ payerIdentifier }) => payerIdentifier), names.map(({ paymentNumber }) => paymentNumber), known],
})
const sameCount = writeStatement({
  kind: 'check',
  table: 'billing.remittances',
  condition: `(select count(*) from billing.remittances where (payer_identifier, payment_number) in (
      select * from unnest($1::text[], $2::text[]))) = $3::integer`,
  isConditional: true,
})

/** A payment with the outcome of the whole and of each line, inserted together. */
export interface NewRemittance {
  readonly stored: Omit<StoredRemittance, 'externalResolution'>
  readonly providerAdjustments: Remittance['providerAdjustments']
  readonly fingerprint: Uint8Array
  readonly lines: readonly (NewLine & { readonly content: StoredLine })[]
}

/** A line of a payment, encrypted. */
type EncryptedLine = NewLine & { readonly remittanceId: string; readonly sealed: Uint8Array }

export const insertRemittances = (
  payments: readonly NewRemittance[],
  lines: readonly EncryptedLine[],
): readonly Write[] => [
  ...insertPayments.rows(
    payments.map(({ stored, providerAdjustments, fingerprint }) => ({
      id: stored.id,
      payer_identifier: stored.payerIdentifier,
      payment_number: stored.paymentNumber,
      payer_name: stored.payerName,
      paid_on: stored.paidOn,
      amount_cents: stored.amountCents,
      posted_cents: stored.postedCents,
      adjustment_cents: stored.adjustmentCents,
      claims: stored.claims,
      unmatched: stored.unmatched,
      status: stored.status,
      unbalanced: stored.unbalanced,
      provider_adjustments: JSON.stringify(providerAdjustments),
      fingerprint,
      received_at: stored.receivedAt,
    })),
  ),
  ...insertLines.rows(
    lines.map((line) => ({
      id: line.id,
      remittance_id: line.remittanceId,
      position: line.position,
      claim_id: line.claimId,
      patient_id: line.patientId,
      claim_number: line.claimNumber,
      kind: line.kind,
      charge_cents: line.chargeCents,
      paid_cents: line.paidCents,
      patient_cents: line.patientCents,
      posted: line.holdReason === null,
      hold_reason: line.holdReason,
      sealed: line.sealed,
    })),
  ),
]
const insertPayments = rowsStatement('billing.remittances', {
  ...{ id: 'uuid', payer_identifier: 'text', payment_number: 'text', payer_name: 'text', paid_on: 'text' },
  ...{ amount_cents: 'bigint', posted_cents: 'bigint', adjustment_cents: 'bigint', claims: 'integer' },
  ...{ unmatched: 'integer', status: 'text', unbalanced: 'boolean', provider_adjustments: 'jsonb' },
  ...{ fingerprint: 'bytea', received_at: 'timestamptz' },
})
const insertLines = rowsStatement('billing.remittance_lines', {
  ...{ id: 'uuid', remittance_id: 'uuid', position: 'integer', claim_id: 'uuid', patient_id: 'uuid' },
  ...{ claim_number: 'text', kind: 'text', charge_cents: 'bigint', paid_cents: 'bigint', patient_cents: 'bigint' },
  ...{ posted: 'boolean', hold_reason: 'text', sealed: 'bytea' },
})

/** Newest first. */
export const listRemittances = async (
  db: AnyKysely,
  status: StoredRemittance['status'] | undefined,
  page: PageCursor,
): Promise<StoredRemittance[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.remittances')
    .selectAll()
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'posted'))
    .$call(newestFirst(page))
    .execute()
  return rows.map(storedRemittanceOf)
}

/** Throws `not_found`. */
export const readRemittance = async (db: AnyKysely, id: string): Promise<StoredRemittance> => {
  const row = await tablesOf(db)
    .selectFrom('billing.remittances')
    .selectAll()
    .where('id', '=', requireUuid(id))
    .executeTakeFirst()
  if (!row) throw notFound('remittance unknown')
  return storedRemittanceOf(row)
}

export const lineColumns = [
  'line.id',
  'line.position',
  'line.claim_id as claimId',
  'line.patient_id as patientId',
  'line.claim_number as claimNumber',
  'line.kind',
  'line.charge_cents',
  'line.paid_cents',
  'line.patient_cents',
  'line.hold_reason as holdReason',
  'line.resolution',
  'line.external_resolution as externalResolution',
  'line.resolved_at as resolvedAt',
] as const

type LineRow = Omit<RemittanceLine, 'chargeCents' | 'paidCents' | 'patientCents'> &
  Record<'charge_cents' | 'paid_cents' | 'patient_cents', string | number>

export const lineOf = (row: LineRow): RemittanceLine => ({
  id: row.id,
  position: row.position,
  claimId: row.claimId,
  patientId: row.patientId,
  claimNumber: row.claimNumber,
  kind: row.kind,
  chargeCents: centsOf(row.charge_cents),
  paidCents: centsOf(row.paid_cents),
  patientCents: centsOf(row.patient_cents),
  holdReason: row.holdReason,
  resolution: row.resolution,
  externalResolution: row.externalResolution,
  resolvedAt: row.resolvedAt,
})

/** In the payer's order. An 835 has at most ten thousand claims (005010X221A1, 1.3.2). */
export const listLinesByRemittance = async (db: AnyKysely, remittanceId: string): Promise<RemittanceLine[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.remittance_lines as line')
    .select(lineColumns)
    .where('line.remittance_id', '=', remittanceId)
    .orderBy('line.position')
    .limit(10_000)
    .execute()
  return rows.map(lineOf)
}
