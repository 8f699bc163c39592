import type { Selectable } from 'kysely'
import { knownId } from '../../../platform/database/known-id.ts'
import type { PagePlace } from '../../../platform/database/page-of-ids.ts'
import { notFound } from '../../../platform/http/problem.ts'
import type { AnyKysely, Keeping } from '../../../platform/seams.ts'
import type { HoldReason } from '../model/post-remittance.ts'
import type { RemittedClaim, Remittance } from '../model/remittance.ts'
import { placeIn } from './opening.ts'
import { centsOf, tablesOf, type BillingTables } from './tables.ts'

/** One payment of a payer, as kept. FHIR: PaymentReconciliation. */
export interface KeptRemittance {
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
  readonly status: 'posted' | 'needs-work'
  readonly receivedAt: Date
}

export interface RemittanceLine {
  readonly position: number
  readonly claimId: string | null
  readonly patientId: string | null
  readonly claimNumber: string
  readonly kind: 'payment' | 'reversal' | 'denial'
  readonly chargeCents: number
  readonly paidCents: number
  readonly patientCents: number
  readonly heldBecause: HoldReason | null
}

type Row = Selectable<BillingTables['billing.remittances']>
const place = placeIn('remittance_lines')

const keptOf = (row: Row): KeptRemittance => ({
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
  receivedAt: row.received_at,
})

/** What is known of payments with this number: `same` says whether one had the very content. */
export const knownPayment = async (
  tx: AnyKysely,
  { payerIdentifier, paymentNumber }: Pick<Remittance, 'payerIdentifier' | 'paymentNumber'>,
  fingerprint: Uint8Array,
): Promise<'new' | 'same' | 'other-content'> => {
  const rows = await tablesOf(tx)
    .selectFrom('billing.remittances')
    .select('fingerprint')
    .where('payer_identifier', '=', payerIdentifier)
    .where('payment_number', '=', paymentNumber)
    .limit(50)
    .execute()
  if (rows.length === 0) return 'new'
  return rows.some((row) => Buffer.from(fingerprint).equals(row.fingerprint)) ? 'same' : 'other-content'
}

export const insertRemittance = async (
  { tx, caller }: Pick<Keeping, 'tx' | 'caller'>,
  kept: KeptRemittance,
  { providerAdjustments }: Pick<Remittance, 'providerAdjustments'>,
  fingerprint: Uint8Array,
): Promise<void> => {
  await tablesOf(tx)
    .insertInto('billing.remittances')
    .values({
      organization_id: caller.organizationId,
      id: kept.id,
      payer_identifier: kept.payerIdentifier,
      payment_number: kept.paymentNumber,
      payer_name: kept.payerName,
      paid_on: kept.paidOn,
      amount_cents: kept.amountCents,
      posted_cents: kept.postedCents,
      adjustment_cents: kept.adjustmentCents,
      claims: kept.claims,
      unmatched: kept.unmatched,
      status: kept.status,
      provider_adjustments: JSON.stringify(providerAdjustments),
      fingerprint: Buffer.from(fingerprint),
      received_at: kept.receivedAt,
    })
    .execute()
}

/** Sums up what became of the lines. */
export const settleRemittance = async (
  tx: AnyKysely,
  { id, postedCents, unmatched, status }: Pick<KeptRemittance, 'id' | 'postedCents' | 'unmatched' | 'status'>,
): Promise<void> => {
  await tablesOf(tx)
    .updateTable('billing.remittances')
    .set({ posted_cents: postedCents, unmatched, status })
    .where('id', '=', id)
    .execute()
}

export const insertRemittanceLine = async (
  { tx, caller, vault, access, newId }: Keeping,
  remittanceId: string,
  line: RemittanceLine,
  remitted: RemittedClaim,
): Promise<void> => {
  if (line.patientId !== null) access.touch(line.patientId)
  const id = newId()
  await tablesOf(tx)
    .insertInto('billing.remittance_lines')
    .values({
      organization_id: caller.organizationId,
      id,
      remittance_id: remittanceId,
      position: line.position,
      claim_id: line.claimId,
      patient_id: line.patientId,
      claim_number: line.claimNumber,
      kind: line.kind,
      charge_cents: line.chargeCents,
      paid_cents: line.paidCents,
      patient_cents: line.patientCents,
      posted: line.heldBecause === null,
      held_because: line.heldBecause,
      sealed: await vault.seal(tx, place(caller.organizationId, id, line.patientId), remitted),
    })
    .execute()
}

/** Newest first. */
export const listRemittances = async (
  db: AnyKysely,
  status: KeptRemittance['status'] | undefined,
  { after, take }: PagePlace,
): Promise<KeptRemittance[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.remittances')
    .selectAll()
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'posted'))
    .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(take)
    .execute()
  return rows.map(keptOf)
}

/** Throws `not_found`. */
export const readRemittance = async (db: AnyKysely, id: string): Promise<KeptRemittance> => {
  const row = await tablesOf(db)
    .selectFrom('billing.remittances')
    .selectAll()
    .where('id', '=', knownId(id))
    .executeTakeFirst()
  if (!row) throw notFound('remittance unknown')
  return keptOf(row)
}

/** In the payer's order. An 835 has at most ten thousand claims (005010X221A1, 1.3.2). */
export const linesOfRemittance = async (db: AnyKysely, remittanceId: string): Promise<RemittanceLine[]> => {
  const rows = await tablesOf(db)
    .selectFrom('billing.remittance_lines')
    .select([
      'position',
      'claim_id as claimId',
      'patient_id as patientId',
      'claim_number as claimNumber',
      'kind',
      'charge_cents',
      'paid_cents',
      'patient_cents',
      'held_because as heldBecause',
    ])
    .where('remittance_id', '=', remittanceId)
    .orderBy('position')
    .limit(10_000)
    .execute()
  return rows.map(({ charge_cents, paid_cents, patient_cents, ...line }) => ({
    ...line,
    chargeCents: centsOf(charge_cents),
    paidCents: centsOf(paid_cents),
    patientCents: centsOf(patient_cents),
  }))
}
