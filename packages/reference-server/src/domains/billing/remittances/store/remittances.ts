import { sql, type Selectable } from 'kysely'
import { requireUuid } from '../../../../platform/database/ids/require-uuid.ts'
import { newestFirst, type PageCursor } from '../../../../platform/database/ids/page-cursor.ts'
import { notFound } from '../../../../platform/problems/problem.ts'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { HoldReason } from '../../kernel/model/posting.ts'
import type { RemittedClaim, Remittance } from '../../kernel/model/remittance.ts'
import { sealContextIn } from '../../kernel/store/within-reach.ts'
import { centsOf, tablesOf, type BillingTables, type ExternalResolution } from '../../kernel/store/tables.ts'
import { insertUnnested, unnested } from '../../kernel/store/unnested.ts'

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
type NewLine = Omit<RemittanceLine, 'id' | 'resolution' | 'externalResolution' | 'resolvedAt'>

/**
 * What the payer reported about a claim, encrypted. A held line also keeps its own part of the file, for the claim that it is matched to.
 */
export type StoredLine = RemittedClaim & { readonly text?: string }

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

/** Payments with these names: their ids and content digests. */
export const listPaymentsByName = async (
  tx: AnyKysely,
  names: readonly PaymentName[],
): Promise<(PaymentName & { readonly fingerprint: Uint8Array })[]> => {
  if (names.length === 0) return []
  const asked = unnested('asked', {
    payer_identifier: ['text', names.map(({ payerIdentifier }) => payerIdentifier)],
    payment_number: ['text', names.map(({ paymentNumber }) => paymentNumber)],
  })
  const { rows } = await sql<PaymentName & { readonly fingerprint: Uint8Array }>`
    select distinct kept.payer_identifier as "payerIdentifier", kept.payment_number as "paymentNumber", kept.fingerprint
    from ${asked} join billing.remittances as kept
      on kept.payer_identifier = asked.payer_identifier and kept.payment_number = asked.payment_number`.execute(tx)
  return rows
}

/** A payment with the outcome of the whole and of each line, inserted together. */
export interface NewRemittance {
  readonly stored: Omit<StoredRemittance, 'externalResolution'>
  readonly providerAdjustments: Remittance['providerAdjustments']
  readonly fingerprint: Uint8Array
  readonly lines: readonly (NewLine & { readonly content: StoredLine })[]
}

export const insertRemittances = async (context: WriteContext, all: readonly NewRemittance[]): Promise<void> => {
  if (all.length === 0) return
  const { tx, caller } = context
  const stored = all.map((each) => each.stored)
  await insertUnnested('billing.remittances', {
    organization_id: ['uuid', stored.map(() => caller.organizationId)],
    id: ['uuid', stored.map(({ id }) => id)],
    payer_identifier: ['text', stored.map(({ payerIdentifier }) => payerIdentifier)],
    payment_number: ['text', stored.map(({ paymentNumber }) => paymentNumber)],
    payer_name: ['text', stored.map(({ payerName }) => payerName)],
    paid_on: ['text', stored.map(({ paidOn }) => paidOn)],
    amount_cents: ['bigint', stored.map(({ amountCents }) => amountCents)],
    posted_cents: ['bigint', stored.map(({ postedCents }) => postedCents)],
    adjustment_cents: ['bigint', stored.map(({ adjustmentCents }) => adjustmentCents)],
    claims: ['integer', stored.map(({ claims }) => claims)],
    unmatched: ['integer', stored.map(({ unmatched }) => unmatched)],
    status: ['text', stored.map(({ status }) => status)],
    unbalanced: ['boolean', stored.map(({ unbalanced }) => unbalanced)],
    provider_adjustments: ['jsonb', all.map(({ providerAdjustments }) => JSON.stringify(providerAdjustments))],
    fingerprint: ['bytea', all.map(({ fingerprint }) => fingerprint)],
    received_at: ['timestamptz', stored.map(({ receivedAt }) => receivedAt)],
  }).execute(tx)
  await insertLines(context, all)
}

const insertLines = async (
  { tx, caller, vault, access, newId }: WriteContext,
  all: readonly NewRemittance[],
): Promise<void> => {
  const { organizationId } = caller
  const rows = await Promise.all(
    all.flatMap(({ stored, lines }) =>
      lines.map(async (line) => {
        if (line.patientId !== null) access.touch(line.patientId)
        const id = newId()
        const sealed = await vault.seal(tx, lineSealContext(organizationId, id, line.patientId), line.content)
        return { ...line, id, remittanceId: stored.id, sealed }
      }),
    ),
  )
  await insertUnnested('billing.remittance_lines', {
    organization_id: ['uuid', rows.map(() => organizationId)],
    id: ['uuid', rows.map(({ id }) => id)],
    remittance_id: ['uuid', rows.map(({ remittanceId }) => remittanceId)],
    position: ['integer', rows.map(({ position }) => position)],
    claim_id: ['uuid', rows.map(({ claimId }) => claimId)],
    patient_id: ['uuid', rows.map(({ patientId }) => patientId)],
    claim_number: ['text', rows.map(({ claimNumber }) => claimNumber)],
    kind: ['text', rows.map(({ kind }) => kind)],
    charge_cents: ['bigint', rows.map(({ chargeCents }) => chargeCents)],
    paid_cents: ['bigint', rows.map(({ paidCents }) => paidCents)],
    patient_cents: ['bigint', rows.map(({ patientCents }) => patientCents)],
    posted: ['boolean', rows.map(({ holdReason }) => holdReason === null)],
    hold_reason: ['text', rows.map(({ holdReason }) => holdReason)],
    sealed: ['bytea', rows.map(({ sealed }) => sealed)],
  }).execute(tx)
}

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
